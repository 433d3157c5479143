# What can be tracked, in Easy Read: its names, and how something of one's own is made.

## chart

track-name-own = My own thing
    .picture = star
track-name-glucose = Sugar in your blood
track-name-pressure =
    Blood pressure
    Blood pressure is how hard your blood pushes.
    .picture = heart
track-name-weight = Weight
track-name-peak-flow = How hard you can blow
track-name-oxygen = Oxygen in your blood
track-name-temperature = How hot your body is
track-name-pain = Pain
    .picture = ill
track-name-mood = Mood
    .picture = good
track-name-breathlessness = Out of breath
    .picture = ill
track-name-fatigue = Tired
    .picture = bed
track-name-sleep = Sleep
    .picture = bed
track-name-steps = Steps
    .picture = walk
track-name-unknown =
    A newer app tracks this.
    Please update your app.
    .picture = again

## numbers

track-unit-hours = hours
    .picture = clock
track-unit-hour = hour
    .picture = clock
track-unit-steps = steps
    .picture = walk
track-unit-step = step
    .picture = walk
track-value-pressure = { $upper } over { $lower } mmHg
track-value-upper = { $upper } mmHg
track-value-pulse =
    { $pressure }
    Your heart beats { $pulse } times a minute.
track-value-score = { $value } out of { $most }
track-or = { $before } or { $value }

## clock

track-before-breakfast = before breakfast
track-after-breakfast = after breakfast
track-before-lunch = before lunch
track-after-lunch = after lunch
track-before-evening-meal = before dinner
track-after-evening-meal = after dinner
track-before-snack = before a snack
track-bedtime = at bedtime
    .picture = bed
track-night = in the night
    .picture = bed
track-before-meal = before you eat
track-after-meal = after you eat
track-context-unknown = at a time only a newer app knows
    .picture = again

## chart

track-choose = Choose what to track
track-choose-all = You track everything on our list.
track-choose-hint = You can choose more than one.
    .picture = choose
track-choose-none =
    Choose one thing from the list.
    You can also make your own below.
    .picture = choose
track-choose-which = What do you want to track?
track-follow = Track these
track-hint-glucose = Look at your meter for the unit.
    .picture = numbers
track-hint-pressure = Two numbers and your heartbeat
    .picture = heart
track-hint-score = From 0 to 10
    .picture = numbers
track-hint-unit = In { $unit }
    .picture = numbers
track-name-glucose-in = Sugar in your blood in { $unit }
track-now-following = You track this now: { $names }
    .picture = tick
track-own-heading = Something of your own
    .picture = star
track-own-text =
    You can track anything.
    It must have a number.
    .picture = star
track-own-make = Make your own
    .picture = star
track-own-change = Change what you track
    .picture = write
track-own-name = What is its name?
    .picture = sign
track-own-name-hint = For example, “Glasses of water”.
    .picture = sign
track-own-name-none = Give it a name
    .picture = sign
track-own-name-taken =
    You have { $name } already.
    Give this another name.
    .picture = sign
track-own-how = How do you want to write it down?
    .picture = write
track-own-how-none = Choose how to write it down
    .picture = choose
track-own-number = With a number
    .picture = numbers
track-own-number-hint = For example, 6 glasses
    .picture = numbers
track-own-scale = On a line of numbers
track-own-scale-hint = For example, from 0 to 10
track-own-unit = What do you count?
    .picture = numbers
track-own-unit-hint = For example, glasses
    .picture = numbers
track-own-least-ask = What is the smallest number?
    .picture = numbers
track-own-least-hint = Leave it empty to start at 0.
    .picture = numbers
track-own-most-ask = What is the biggest number?
    .picture = numbers
track-own-most-hint = Leave it empty to end at 10.
    .picture = numbers
track-own-order = The biggest number must be bigger than the smallest
    .picture = warning
track-own-long =
    This line of numbers is too long.
    It can have 10 steps at most.
    Choose “With a number”.
    .picture = warning
track-own-save = Start to track it
    .picture = save
track-number-whole =
    Write a number like 6.
    Do not write a point in it.
    .picture = numbers
track-number-wrong = Write a number, for example 7
    .picture = numbers
track-time-none = Write a time, like 7:42
    .picture = clock

## numbers

track-reading = A number
track-context = Was it before you ate, or after?
    .picture = clock
track-note = Note
    .picture = write
track-symptom = How I feel
    .picture = ill
track-symptom-severity =
    { $what }
    { $severity } out of 10
track-why-meter = The meter was wrong
    .picture = warning

## clock

track-date = Which day?
    .picture = day
track-time = What time?
track-time-hint = For example, 7:42
track-date-early = Is the year right?
    .picture = day
track-date-future =
    This day is not here yet.
    Write today or an earlier day.
    .picture = day
track-time-future =
    This time is not here yet.
    It is { $now } now.
    Write an earlier time.
    .picture = clock
track-corrected-by = Changed by { $name }
    .picture = changed
