# The diary.

diary-title = Diary
diary-title-older = Older entries
diary-write = Write a note
diary-bring-in = Bring in a diary
diary-empty = Nothing is written down yet
diary-empty-text = Notes, readings, symptoms and doses stand here, day by day.
diary-older = Show older entries

diary-text = What would you like to remember?
diary-text-hint = For example, how you slept, what you ate, or what helped
diary-mood = How do you feel?
diary-mood-5 = Very good
diary-mood-4 = Good
diary-mood-3 = So-so
diary-mood-2 = Low
diary-mood-1 = Very low
diary-felt-5 = Felt very good
diary-felt-4 = Felt good
diary-felt-3 = Felt so-so
diary-felt-2 = Felt low
diary-felt-1 = Felt very low
diary-topic = What is it about?
diary-topic-note = Note
diary-topic-meal = Meal
diary-topic-exercise = Exercise
diary-topic-event = Special event
diary-amount = How much?
diary-amount-hint = For a meal or exercise
diary-amount-usual = As usual
diary-amount-more = More than usual
diary-amount-less = Less than usual
diary-date = Date
diary-time = Time
diary-date-none = Enter a date, such as 22 11 2026
diary-time-none = Enter a time, such as 7:42
diary-future = That has not happened yet. Check the date and time.
diary-nothing = Write a few words, or choose how you feel
diary-correct-title = Correct a note

diary-usual = { $what }, as usual
diary-more = { $what }, more than usual
diary-less = { $what }, less than usual
diary-units = { $count ->
    [one] { $number } unit
   *[other] { $number } units
}
diary-tablets = { $count ->
    [one] { $number } tablet
   *[other] { $number } tablets
}
diary-puffs = { $count ->
    [one] { $number } puff
   *[other] { $number } puffs
}

diary-says = What it says
diary-micrograms = { $count ->
    [one] { $number } microgram
   *[other] { $number } micrograms
}
diary-drops = { $count ->
    [one] { $number } drop
   *[other] { $number } drops
}
diary-patches = { $count ->
    [one] { $number } patch
   *[other] { $number } patches
}
