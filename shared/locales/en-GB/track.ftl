# Trackers, readings and symptoms.

track-name-own = My tracker
track-name-glucose = Blood glucose
track-name-pressure = Blood pressure
track-name-weight = Weight
track-name-peak-flow = Peak flow
track-name-oxygen = Oxygen level
track-name-temperature = Temperature
track-name-pain = Pain
track-name-mood = Mood
track-name-breathlessness = Breathlessness
track-name-fatigue = Tiredness
track-name-sleep = Sleep
track-name-steps = Steps
track-name-unknown = Something a newer version follows

track-unit-hours = hours
track-unit-hour = hour
track-unit-steps = steps
track-unit-step = step
track-value-pressure = { $upper }/{ $lower } mmHg
track-value-upper = { $upper } mmHg
track-value-pulse = { $pressure }, pulse { $pulse }
track-value-score = { $value } out of { $most }

track-before-breakfast = before breakfast
track-after-breakfast = after breakfast
track-before-lunch = before lunch
track-after-lunch = after lunch
track-before-evening-meal = before the evening meal
track-after-evening-meal = after the evening meal
track-before-snack = before a snack
track-bedtime = at bedtime
track-night = in the night
track-context-unknown = at a time that a newer version knows
