# your_data
