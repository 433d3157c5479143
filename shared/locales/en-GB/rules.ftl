# Rules of when something comes, of reminders and of medicines.

rules-how = How often?
rules-how-daily = Every day
rules-how-weekly = On some days of the week
rules-how-every = Every few days
rules-how-monthly = Every month, or every few months
rules-how-once = On one day only
rules-days = On which days?
rules-days-none = Choose at least one day
rules-weeks = Every how many weeks?
rules-weeks-hint = 2 means every other week. Leave it empty for every week.
rules-every = Every how many days?
rules-every-hint = 2 means every other day
rules-every-not = Enter a whole number from 1, not too large
rules-by = By its date, or by a day of the week?
rules-by-date = By its date
rules-by-weekday = By a day of the week
rules-day = On which day of the month?
rules-day-hint = In a month that is shorter, it comes on its last day
rules-day-not = Enter a day from 1 to 31
rules-nth = Which one in the month?
rules-first = First
rules-second = Second
rules-third = Third
rules-fourth = Fourth
rules-last = Last
rules-weekday = Which day of the week?
rules-weekday-none = Choose a day of the week
rules-months = Every how many months?
rules-months-hint = 3 means every third month. Leave it empty for every month.
rules-once = On which day?
rules-once-none = Enter the day on which it comes
rules-once-past = This day is over. Enter today or a later day.
rules-once-today = Today stays as it was set before. Enter tomorrow or a later day.
rules-time-past = This time is over today. Enter a later time, or a later day.
rules-time-also = Time { $number }
rules-unit-days = days
rules-unit-weeks = weeks
rules-unit-months = months
rules-unit-times = times
rules-from = From which day?
rules-from-hint = Weeks and months are counted from this day
rules-until = Until which day?
rules-until-hint = The last day. Leave it empty if it goes on.
rules-until-early = It would end before it starts. Enter a later day, or leave it empty.
rules-until-past = This day is over. Enter today or a later day, or leave it empty.
rules-never = It would be over before it comes once. Enter a later last day, or leave it empty.
rules-count = Or after how many times?
rules-count-hint = For example 10 exercises that somebody asked for
rules-count-long = Enter a number from 1 to 9,999, or leave it empty
rules-end-twice = Enter a last day or a number, not both
rules-zone-unknown = This device says that it is in “{ $zone }”, which the app does not know. Choose “By the clock where you are”, or correct it in the device’s own settings.

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
rules-said-day-or-last = day { $day }, or on its last day if it is shorter,
rules-said-nth = the { $nth } { $day }
rules-said-until = { $rule }, until { $day }
rules-said-count = { $rule }, { $count ->
    [one] once
   *[other] { $count } times in all
}
rules-next = Next: { $when }
rules-over = It is over.
