# Home experiments. They count and name; they never say that something helped.

experiments-title = Home experiments
experiments-line = Try something out, and see both weeks side by side
experiments-none = Nothing tried out yet
experiments-none-text = Would going to bed earlier, or resting more often, make a difference to you? Write down some days as usual, then some days with a change, and see both side by side.
experiments-not-shared = Readings and symptoms are not shared with you, so experiments are not shown.
experiments-before = Before
experiments-new = Try something out
experiments-new-text = Try only what you may decide for yourself. Do not change a medicine or a treatment for this: talk to your team first.
experiments-try = Try something out
experiments-edit = Change it

experiments-question = What do you want to know?
experiments-question-hint = For example, does pacing help me?
experiments-question-none = Write what you want to know
experiments-change-ask = What will you do differently?
experiments-change-hint = For example, rest for ten minutes after each hour
experiments-change-none = Write what you will do differently
experiments-what-ask = What will you look at?
experiments-what-hint = Something that you write down on most days
experiments-what-none = Choose what to look at
experiments-what-stays = It looks at { $what }. To look at something else, try it out as a new one.
experiments-away = { $name } is put away. Bring it back first, or choose something else.
experiments-a-symptom = A symptom
experiments-which-symptom = Which symptom?
experiments-which-symptom-hint = In the words with which you write it down, for example “dizzy”
experiments-symptom-none = Write which symptom
experiments-first-usual = First day as usual
experiments-first-hint = Days that are over can count too, if you wrote things down on them
experiments-days-usual = How many days as usual?
experiments-first-change = First day with the change
experiments-days-change = How many days with the change?
experiments-length = Enter a whole number of days from 3 to 28
experiments-order = The days as usual go on until { $day }. Enter a later day.
experiments-far = This day is more than a year away. Check the year.

experiments-begins = Begins on { $day }
experiments-day-usual = Day { $nth } of { $count }, as usual
experiments-change-begins = The change begins on { $day }
experiments-day-change = Day { $nth } of { $count } with the change
experiments-over = Over since { $day }
experiments-stopped-on = Stopped on { $day }
experiments-stopped = Stopped on
experiments-dates = { $first } to { $last }
experiments-change = What is done differently
experiments-what = What is looked at
experiments-usual = As usual
experiments-changed = With the change
experiments-away-now = What this looks at is put away. What was written down still counts.
experiments-differs = This was changed in two places at the same time. Nobody has said yet which is right, so nothing is counted.

experiments-beside = Side by side
experiments-table = Both side by side
experiments-written = Days with something written down
experiments-written-of = { $count } of { $all }
experiments-left-out = { $count } left out
experiments-lowest = Lowest day
experiments-middle = Middle day
experiments-highest = Highest day
experiments-of-ten = { $number } out of 10
experiments-every-day = Every day: { $usual }, and { $change }
experiments-day = Day
experiments-nth = Day { $nth }
experiments-noted = Written down
experiments-is-out = Left out
experiments-too-few = There are too few days to say anything yet. Each side needs at least 3 days with a number.
experiments-alike-weeks = Most days were alike in both weeks.
experiments-alike = Most days were alike in both.
experiments-alike-some = Some days were alike in both, and some were not.
experiments-alike-none = No day with the change was like a day as usual.
experiments-than = { $count } of { $all } days { $week ->
    [1] in the second week
   *[other] with the change
} { $count ->
    [one] was
   *[other] were
} { $way ->
    [lower] lower than
    [higher] higher than
   *[other] the same as
} the middle day { $week ->
    [1] of the first
   *[other] as usual
}, { $middle }.
experiments-chance = This is { $usual } days beside { $change }. Days differ by themselves: other days could come out differently, with or without the change.
experiments-symptom = A day on which nothing was written down is not a day without it, and is not counted. A day’s number is the middle of what was written on it.
experiments-cause = This cannot show what caused it. Sleep, weather, a cold, or hoping that it works can make a difference too.

experiments-think = What I think of it
experiments-thoughts = What I think of it
experiments-thoughts-hint = For example, was it worth it, and would you go on with it?
experiments-out = Days that do not count
experiments-out-hint = A bad day, or one that was not as planned. Leaving it out changes nothing else. Whoever can see your readings sees which days.
experiments-stop = Stop here
experiments-go-on = Go on with it
