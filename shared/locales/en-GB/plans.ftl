# Action plans. The app brings no number and no advice of its own: it says which
# part of the plan something falls in, and repeats what the plan says.

plans-title = Action plans
plans-line = What to do when things change, in the words you agreed
plans-none = No action plan yet
plans-none-text = A plan says what to do when things are well, when they get worse, and when help is needed. Write down what you and your team have agreed.
plans-not-shared = Action plans are not shared with you. That does not mean that there are none.
plans-new = Add a plan
plans-new-text = The app fills nothing in. Write down what you agreed with your team, or what you have decided for yourself.
plans-ended = No longer followed
plans-ended-on = Last day

plans-asthma = Asthma plan
plans-copd = COPD plan
plans-diabetes = Diabetes plan
plans-pressure = Blood pressure plan
plans-heart = Heart failure plan
plans-own = A plan of your own
plans-for = Which plan is it?
plans-for-none = Choose which plan it is
plans-name = What do you call it?
plans-name-hint = You can leave this empty if the plan’s usual name will do.
plans-name-none = Write what this plan is called

plans-who = Who set it?
plans-who-me = I did
plans-who-person = The person this record is about
plans-who-named = A nurse, doctor or somebody else
plans-who-name = Their name
plans-who-name-hint = For example “Sam Okoro, asthma nurse”
plans-who-none = Choose who set it
plans-who-name-none = Write the name of who set it, so that it can be asked about
plans-set-when = When was it set?
plans-set-future = This day has not come yet. Enter the day on which it was set.
plans-set-by-me = you
plans-set-by-person = the person
plans-set-on = Set by { $who } on { $day }
plans-set = Set by { $who }

plans-green = Green
plans-amber = Amber
plans-red = Red
plans-mark-green = green in plan
plans-mark-amber = amber in plan
plans-mark-red = red in plan
plans-zone = { $part } in { $plan }
plans-zone-of = { $number }: { $zone }
plans-signs = What it is like
plans-do = What to do
plans-whom = Whom to call
plans-part-none = Nothing is written here yet
plans-change-part = Change { $part }
plans-signs-ask = What is it like for you?
plans-signs-hint = One sign on each line. A symptom that you write down with the same words is shown with this part.
plans-do-ask = What is to be done?
plans-do-hint = In the words of the plan. This is what you will read when you need it.
plans-whom-ask = Whom to call
plans-whom-hint = A name, such as your surgery, a nurse or somebody of your family
plans-number-ask = Their phone number
plans-number-not = A phone number has figures, such as 01632 960001. Check it, or leave it empty.
plans-part-text = Write it as you and your team agreed it. This changes the record, and tells nobody else.
plans-call = Call { $who }
plans-have = I have this now: { $sign }

plans-change = Change its name or who set it
plans-end = I no longer follow this plan
plans-again = I follow this plan again
plans-history = History, or cross it out
plans-differs = This plan was changed in two places at the same time. Both are shown; nobody has said yet which is right.
plans-look-at-both = Look at both and choose

# Numbers
plans-numbers = Numbers
plans-numbers-none = No numbers are set. Without them no reading falls in any part.
plans-numbers-add = Set numbers
plans-numbers-there = Set already. Open it to change it.
plans-choose = What do you want to set numbers for?
plans-choose-text = You only need numbers that your plan has.
plans-choose-follow = What you follow under Track stands here as well, and symptoms that you have written down.
plans-gauge-upper = upper number
plans-gauge-lower = lower number
plans-gauge-percent = per cent of personal best
plans-gauge-rise = rise over some days
plans-gauge-average = average at home, upper number
plans-gauge-average-lower = average at home, lower number
plans-gauge-severity = how bad it is, from 0 to 10
plans-before-meals = before meals
plans-after-meals = after meals
plans-night = at bedtime and in the night

plans-limits-text = Enter the numbers that your plan has, and leave the others empty. Everything between them is green.
plans-red-below = Red: below
plans-amber-below = Amber: below
plans-amber-from = Amber: this number or more
plans-red-from = Red: this number or more
plans-best = Personal best
plans-best-hint = The highest that you reached when you were well, as you agreed it with your team
plans-best-none = Enter your personal best, so that a reading can be compared with it
plans-best-zero = A personal best is a number above 0. Enter the highest that you reached when you were well.
plans-days = Over how many days?
plans-days-hint = A reading is compared with the lowest of these days before it
plans-days-unit = days
plans-days-not = Enter a whole number of days from 1 to { $most }
plans-limit-not = This is not a number. Enter figures, such as 4 or 6.5, or leave it empty.
plans-limit-none = Enter at least one number
plans-limit-zero = Enter a number above 0, or leave it empty
plans-limit-impossible = A reading is never { $number }. Check the number and its unit.
plans-severity-impossible = How bad it is goes from 0 to 10. Enter a number between them.
plans-order-low = Red is below { $lower }, so amber cannot be below { $upper }: nothing would be left for amber. Enter a higher number here, or a lower one for red.
plans-order-both = { $upper } or more is this part, and below { $lower } is another, so that some readings would be in both. Enter a higher number here.
plans-order-red-amber = Below { $lower } is red, so amber cannot begin at { $upper }: some readings would be in both. Enter a higher number here.
plans-order-red-in-amber = Below { $lower } is amber, so red cannot begin at { $upper }: some readings would be in both. Enter a higher number here.
plans-order-high = Amber begins at { $lower }, so red cannot begin at { $upper }: nothing would be left for amber. Enter a higher number here, or a lower one for amber.

plans-limit-red-below = Red below { $limit }.
plans-limit-amber-below = Amber below { $limit }.
plans-limit-amber-from = Amber from { $limit }.
plans-limit-red-from = Red from { $limit }.
plans-limit-best = The personal best is { $best }.
plans-limit-days = { $days ->
    [one] Compared with the day before.
   *[other] Compared with the lowest of { $days } days before.
}

# What is published. None of it is filled in.
plans-published = What is published, and why it may not be yours
plans-published-differ = Sources differ, and your numbers may be different again. Ask your team which are yours. Nothing here is filled in for you.
plans-published-peak-flow = A teaching article for lung specialists (Breathe, 2015) takes steps at 80%, 60% and 40% of personal best. The British Thoracic Society calls an attack severe from 50% down to 33%, and life-threatening below 33%.
plans-published-weight = Heart Failure Matters (European Society of Cardiology) says to tell your team about more than 2 kg in 3 days. The British Heart Foundation says more than 2 kg over a couple of days.
plans-published-pressure = Buckinghamshire Healthcare asks people to get help on the same day at 180/120 mmHg or more. Other places give other numbers.
plans-published-average = For people under 80 a review in the journal Heart gives an average at home below 135/85 mmHg as the aim. For people of 80 and over some sources print 145/85 and others 140/85.
plans-published-glucose = Bertie, a course for people with diabetes, calls anything below 4 mmol/L too low. What is too high, and the numbers around meals, differ from person to person.
plans-published-oxygen = One GP practice (GP Direct) prints 95% and more, 93% to 94%, and 92% or less as three steps. Durham’s health service adds: unless your team gave you another number.

# Where something falls
plans-why-percent = { $percent }% of the personal best of { $best }
plans-why-rise = { $rise } more than on { $day } ({ $earlier })
plans-row = Now in { $plan }
plans-row-by = Who and when
plans-today = Read what { $plan } says
plans-title-red = { $what }: red
plans-title-amber = { $what }: amber
plans-written = What was written down
plans-says-nothing = This part of the plan says nothing yet about what to do.
plans-two-words = Two people wrote this differently at the same time; nobody has said yet which is right.
plans-several = Not all numbers say the same. The part with the most to do is shown first.
plans-own-numbers = This compares what was written down with the plan’s own numbers and words. It is not a diagnosis, and nobody watches it for you.
plans-no-occasion = This plan has numbers for before or after meals. This reading does not say which it was, so it is not compared with them.
plans-no-unit = The numbers of this plan are in another unit. This reading is not compared with them.
plans-open-entry = Look at it, or correct it
plans-open = All of { $plan }
plans-left-empty = Left empty
plans-chart = In { $plan }: { $limits }
plans-chart-of = { $number } in { $plan }: { $limits }
plans-below = Below { $limit }

# The page to print
plans-sheet = A page to print
plans-sheet-of = { $plan } of { $name }
plans-sheet-correct = Printed from the record as it was on { $day }
plans-sheet-parts = What to do
plans-sheet-part = Part
plans-sheet-what = What is measured
plans-sheet-plan = Plan
plans-sheet-says = In an emergency call 999. If you need help soon, call 111; for a mental health crisis choose option 2.

# Blood pressure at home
plans-home = Blood pressure at home, step by step
plans-home-how = How to take it
plans-home-sit = Sit down before you take it, and stay seated
plans-home-two = Take two readings, at least a minute apart, and write both down
plans-home-twice = Do this twice a day, best in the morning and in the evening
plans-home-days = Go on for at least 4 days, best for 7. The first day is left out, and the rest are averaged
plans-home-source = This is how NICE’s guideline on high blood pressure (NG136) describes it. If your team told you to do it differently, do as they said.
plans-home-write = Write down a reading
plans-home-first = Day { $day }. Take the first of two readings.
plans-home-second = Day { $day }. One reading is written down. Wait at least a minute, then take the second.
plans-home-evening = Day { $day }. Both of this morning’s readings are written down. The next two are for this evening.
plans-home-tomorrow = Day { $day }. Both readings are written down. The next two are for tomorrow morning.
plans-home-table = Readings so far
plans-home-day = Day
plans-home-am = Before noon
plans-home-pm = After noon
plans-home-at = { $value } at { $time }
plans-home-none = None
plans-home-left-out = Left out of the average
plans-home-few = { $days ->
    [0] No day counts yet.
    [one] 1 day counts so far.
   *[other] { $days } days count so far.
} An average needs at least 4 days: the first, and 3 more that have two readings in the morning and two in the evening.
plans-home-lacks = What does not count, and why:
plans-home-lacks-morning = { $day }, morning
plans-home-lacks-evening = { $day }, evening
plans-home-lacks-day = { $day }: no readings
plans-home-lacks-none = { $half }: no readings
plans-home-lacks-one = { $half }: only one reading
plans-home-lacks-apart = { $half }: the readings are less than a minute apart
plans-home-lacks-correct = If you took them at least a minute apart, correct the time of one of them. The rest can stay as it is: what counts is averaged.
plans-home-apart = Day { $day }. The readings written down are less than a minute apart, and do not count yet. Wait at least a minute, then take another.
plans-home-counted = { $count ->
    [0] Not counted
    [one] 1 of them counted
   *[other] { $count } of them counted
}
plans-home-average = The average of { $count } readings on { $days } days is { $value }, to a whole number. The first day is left out.
plans-home-no-numbers = Your plans have no numbers for an average, so it is shown and nothing more.
plans-home-begun = The first day was
