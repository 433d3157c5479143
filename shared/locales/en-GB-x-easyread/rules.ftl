# When something comes, in Easy Read.

## day

rules-how = How often?
rules-how-daily = Every day
rules-how-weekly = On some days of the week
rules-how-every = Every few days
rules-how-monthly = Every month
rules-how-once = On one day only
rules-days = On which days?
rules-days-none = Choose one day or more
rules-weeks = Every how many weeks?
    .picture = numbers
rules-weeks-hint =
    Write 2 for every second week.
    Leave it empty for every week.
    .picture = numbers
rules-every = Every how many days?
    .picture = numbers
rules-every-hint = Write 2 for every second day.
    .picture = numbers
rules-every-not =
    Write a number.
    1 is the smallest.
    Do not write a very big number.
    .picture = numbers
rules-by = How do you choose the day?
    .picture = question
rules-by-date = By its number, like the 5th
    .picture = numbers
rules-by-weekday = By its name, like a Monday
rules-day = Which day of the month?
rules-day-hint =
    Some months are short.
    Then it comes on their last day.
rules-day-not = Write a number from 1 to 31
    .picture = numbers
rules-nth = Which one in the month?
    .picture = numbers
rules-first = First
    .picture = numbers
rules-second = Second
    .picture = numbers
rules-third = Third
    .picture = numbers
rules-fourth = Fourth
    .picture = numbers
rules-last = Last
    .picture = numbers
rules-weekday = Which day of the week?
rules-weekday-none = Choose a day of the week
rules-months = Every how many months?
    .picture = numbers
rules-months-hint =
    Write 3 for every third month.
    Leave it empty for every month.
    .picture = numbers
rules-once = On which day?
rules-once-none = Write the day
rules-once-past =
    This day is over.
    Write today or a later day.
rules-once-today =
    Today does not change now.
    Write tomorrow or a later day.
rules-time-past =
    This time is over.
    Write a later time or a later day.
    .picture = clock
rules-time-also = Time { $number }
    .picture = clock
rules-unit-days = days
rules-unit-weeks = weeks
rules-unit-months = months
rules-unit-times = times
    .picture = numbers
rules-from = From which day?
rules-from-hint = The app counts from this day.
rules-until = What is the last day?
rules-until-hint = Leave it empty if there is no last day.
rules-until-early =
    The last day is before the first day.
    Write a later day.
    You can also leave it empty.
rules-until-past =
    This day is over.
    Write today or a later day.
    You can also leave it empty.
rules-never =
    It would never come.
    The last day is too early.
    Write a later day.
    You can also leave it empty.
rules-count = How many times in all?
    .picture = numbers
rules-count-hint = For example, 10 times.
    .picture = numbers
rules-count-long =
    Write a number from 1 to 9,999.
    You can also leave it empty.
    .picture = numbers
rules-end-twice =
    You wrote a last day.
    You also wrote a number.
    Please keep only one of them.
    .picture = choose
rules-zone-unknown =
    Your device says where it is: “{ $zone }”.
    The app does not know this place.
    Choose the clock of the place where you are.
    .picture = map

rules-said-once = On { $day } at { $times }
rules-said-every = { $count ->
    [one] Every day at { $times }
   *[other] Every { $count } days at { $times }
}
rules-said-weeks = { $count ->
    [one] { $days } at { $times }
   *[other] Every { $count } weeks on { $days } at { $times }
}
rules-said-months = { $count ->
    [one] Every month on { $on } at { $times }
   *[other] Every { $count } months on { $on } at { $times }
}
rules-said-day = day { $day }
rules-said-day-or-last = day { $day } or the last day
rules-said-nth = the { $nth } { $day }
rules-said-until =
    { $rule }
    The last day is { $day }.
rules-said-count =
    { $rule }
    { $count ->
        [one] 1 time
       *[other] { $count } times
    }

## pill

medicines-count =
    How many doses in all?
    A dose is how much you take at one time.
medicines-count-hint = Write it if somebody told you a number.
medicines-count-not =
    Write a number from 1.
    You can also leave it empty.
    .picture = numbers
medicines-number-none =
    Write a number above 0.
    You can also leave it empty.
    .picture = numbers
medicines-date-early = Write a day after 1969
    .picture = day
medicines-date-far = Write a day before the year 2200
    .picture = day
medicines-last-day-hint =
    Write the last day you take it.
    Leave it empty if there is no last day.
    .picture = day
medicines-rule-count =
    { $rule }
    { $count ->
        [one] 1 dose
       *[other] { $count } doses
    }
medicines-rule-time-dose = { $time }: { $dose }
medicines-step = { $count ->
    [one] { $dose } for 1 day
   *[other] { $dose } for { $count } days
}
medicines-step-last = then { $dose }
medicines-time = First time
    .picture = clock
medicines-unit-doses = times
