# sharing
