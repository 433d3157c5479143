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
track-before-meal = before a meal
track-after-meal = after a meal
track-context-unknown = at a time that a newer version knows

# The list
track-empty = Nothing is followed yet
track-empty-text = Choose what to write down, such as blood glucose, weight or mood. It can be changed at any time.
track-choose = Choose what to follow
track-choose-more = Follow something else
track-latest = { $value } · { $when }
track-nothing-yet = Nothing yet
track-away = Put away
track-look = Look
track-look-at = Look at { $name }
track-put-away = Put away
track-put-away-what = Put away { $name }
track-put-away-text = What is put away is no longer asked about. Its readings are kept.
track-bring-back = Bring back
track-bring-back-what = Bring back { $name }
track-was-put-away = { $name } is put away. Its readings are kept.
track-was-brought-back = { $name } is back on the list.
track-older = Show older

# Choosing
track-choose-which = What do you want to follow?
track-choose-hint = Choose as many as you like.
track-choose-none = Choose at least one, or make your own below.
track-choose-all = You follow everything that is ready made.
track-follow = Follow these
track-now-following = On the list now: { $names }
track-name-glucose-in = Blood glucose in { $unit }
track-hint-glucose = Use the unit that your meter shows
track-hint-pressure = Both numbers, and the pulse
track-hint-score = From 0 to 10
track-hint-unit = In { $unit }
track-own-heading = Something of your own
track-own-text = Anything that you can count, measure or give a number to.
track-own-make = Make your own
track-own-change = Change what you follow
track-own-name = What is it called?
track-own-name-hint = For example, glasses of water
track-own-name-none = Give it a name
track-own-name-taken = There is already something called { $name }. Give it another name.
track-own-how = How is it written down?
track-own-how-none = Choose how it is written down
track-own-number = As a number
track-own-number-hint = For example, 6 glasses
track-own-scale = On a scale
track-own-scale-hint = For example, from 0 to 10
track-own-unit = What is counted?
track-own-unit-hint = For a number. For example, glasses
track-own-least-ask = The least it can be
track-own-least-hint = A scale begins at 0 if you leave this empty
track-own-most-ask = The most it can be
track-own-most-hint = A scale ends at 10 if you leave this empty
track-own-order = The most has to be more than the least
track-own-long = A scale can have 10 steps at most. For more, write it down as a number.
track-own-save = Start to follow it

# Writing a reading down
track-add = Add a reading
track-reading = Reading
track-upper = Upper number
track-lower = Lower number
track-pulse = Pulse
track-pulse-unit = beats a minute
track-context = Before or after a meal?
track-context-none = Nothing in particular
track-note = Note
track-date = Date
track-time = Time
track-time-hint = For example, 7:42
track-date-none = Enter a date, such as 22 11 2026
track-time-none = Enter a time, such as 7:42
track-date-early = Check the year
track-date-future = That day has not come yet. Check the date.
track-time-future = That is later than now ({ $now }). Check the time.
track-number-none = Enter a number
track-number-wrong = Enter a number in figures, such as 6.8
track-number-whole = Enter a whole number, without a decimal point
track-choose-number = Choose a number
track-range = A reading can be from { $least } to { $most }. Check the number and enter it again.
track-range-pulse = A pulse can be from { $least } to { $most } beats a minute. Check the number and enter it again.
track-scale-range = Choose a whole number from { $least } to { $most }
track-own-range = You said that this goes from { $least } to { $most }. Check the number and enter it again.
track-own-least = You said that this is { $least } or more. Check the number and enter it again.
track-own-most = You said that this is { $most } or less. Check the number and enter it again.
track-lower-above = The lower number has to be smaller than the upper number
track-low = That is lower than most readings. Is it right?
track-high = That is higher than most readings. Is it right?
track-save-meant = Yes, save { $value }
track-ask-pain = How much pain?
track-ask-mood = How is your mood?
track-ask-breathlessness = How breathless?
track-ask-fatigue = How tired?
track-pain-least = no pain
track-pain-most = the worst pain
track-mood-least = very low
track-mood-most = very good
track-breath-least = not breathless
track-fatigue-least = not tired
track-most = as bad as it can be
track-own-scale-least = least
track-own-scale-most = most
track-correct-title = Correct: { $name }

# Symptoms
track-symptom = Symptom
track-symptoms = Symptoms
track-symptoms-all = Show all symptoms
track-symptoms-empty = No symptoms yet
track-symptoms-empty-text = What you feel and write down stands here.
track-symptom-add = Write down a symptom
track-symptom-title = What do you feel?
track-symptom-correct = Correct a symptom
track-symptom-what = In your own words
track-symptom-hint = For example, dizzy, or a sore foot
track-symptom-none = Write what it is
track-symptom-severity = { $what }, { $severity } out of 10
track-severity = How bad is it?
track-severity-least = hardly there

# One entry
track-when = When
track-or = { $before } or { $value }
track-corrected = corrected
track-corrected-by = corrected by { $name }
track-corrected-by-me = corrected by you
track-why-meter = The meter was wrong

# Charts
track-no-readings = No readings yet
track-no-readings-text = The first one will stand here, and a chart grows from it.
track-chart-title = { $name } in { $unit }
track-range-day = Day
track-range-week = Week
track-range-month = Month
track-range-year = Year
track-span-day = today
track-span-week = in the last 7 days
track-span-month = in the last 30 days
track-span-year = in the last year
track-span-from = from { $from } to { $to }
track-earlier = Earlier
track-later = Later
track-latest-table = Latest
track-older-table = Older readings
track-point = { $value }, { $when }
track-point-middle = { $value }, the middle of { $note }, { $when }
track-gathered = { $count } readings from { $least } to { $most }
track-hour = { $day }, { $from } to { $to }
track-week = week from { $day }
track-sum-none = No readings { $span }.
track-sum-one = 1 reading { $span }.
track-sum-same = { $count } readings { $span }, all of them { $value }.
track-sum-many = { $count } readings { $span }. The lowest was { $least } { $least_when }, the highest { $most } { $most_when }.
track-sum-pressure = { $count } readings { $span }. The upper number was { $upper }, the lower number { $lower }.
track-sum-from-to = from { $least } to { $most }
track-sum-unknown = not known
track-sum-on = on { $day }
track-sum-at = at { $time }
track-sum-latest = The latest is { $value }, { $when }.
track-sum-last = The last of them was { $value }, { $when }.
track-today-at = today at { $time }
track-yesterday-at = yesterday at { $time }
track-day-at = on { $day } at { $time }
track-sum-hours = Each point is the middle reading of one hour, with its lowest and highest.
track-sum-days = Each point is the middle reading of one day, with its lowest and highest.
track-sum-weeks = Each point is the middle reading of one week, with its lowest and highest.
track-jan = Jan
track-feb = Feb
track-mar = Mar
track-apr = Apr
track-may = May
track-jun = Jun
track-jul = Jul
track-aug = Aug
track-sep = Sep
track-oct = Oct
track-nov = Nov
track-dec = Dec

# What happened beside the readings
track-lanes = Beside it
track-lanes-said = Marked below the chart: { $lanes }.
track-lane-mark = { $lane }: { $what }
track-lane-times = { $count ->
    [one] once
   *[other] { $count } times
    }
track-lane-taken = Doses taken
track-lane-not-taken = Doses not taken
track-lane-meals = Meals
track-lane-exercise = Exercise
track-lane-events = Events
track-lane-notes = Notes
track-lane-symptoms = Symptoms

# Patterns
track-patterns = By time of day and day of the week
track-patterns-title = { $name }: when
track-patterns-count = { $count ->
    [0] No readings
    [one] 1 reading
   *[other] { $count } readings
    } { $span }.
track-patterns-below = { $limit }: { $count }.
track-patterns-text = These are counts of what was written down. They do not say why. Where there are fewer than { $least } readings, that is too few to say what the middle one is.
track-by-time = By time of day
track-by-weekday = By day of the week
track-by-meal = Before and after meals
track-by-day = Day by day
track-at-night = Night, 0:00 to 6:00
track-morning = Morning, 6:00 to 12:00
track-afternoon = Afternoon, 12:00 to 18:00
track-evening = Evening, 18:00 to 24:00
track-readings = Readings
track-lowest = Lowest
track-middle = Middle
track-highest = Highest
track-few = too few to say
