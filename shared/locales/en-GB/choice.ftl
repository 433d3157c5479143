# Choice and rights, in England. Days and rights are stated; nobody is said to have
# broken a rule. Sources and dates: shared/src/choice/rules.tsv.

choice-title = Choice and rights
choice-line = Referrals, how long you wait, and what you can choose
choice-empty = No referral is written down yet. Write one down to see the days and rights that belong to it.
choice-new = Write down a referral
choice-change = Change this referral
choice-rights = What you can choose
choice-england = These are the rules in England.
choice-right = A legal right
choice-no-right = Not a legal right
choice-is-it = Is it a right?
choice-in-force = Since { $day }
choice-was-in-force = From { $from } to { $until }. It was removed after that.
choice-known-on = As known on { $day }. The source does not say when it began.
choice-source-of = Source
choice-version = { $source }; as known on { $day }
choice-limits = What it does not cover
choice-how = How to use it
choice-say = What you can say
choice-no-advice = This is no legal advice. Laws change: check the source.
choice-read = Read the source

choice-for = What is the referral for?
choice-for-none = Choose what the referral is for
choice-for-outpatient = A first appointment with a consultant or their team
choice-for-cancer = A suspected cancer
choice-for-mental = Mental health
choice-for-other = Something else
choice-service = Service
choice-service-hint = For example, the lung clinic
choice-service-none = Write to which service you were referred
choice-by = Who referred you?
choice-referred = Day of the referral
choice-referred-hint = The rules of that day are shown.
choice-referred-on = Referred on { $day }
choice-referred-none = Enter the day of the referral
choice-clock = Day on which the clock began
choice-clock-hint = Often the day on which the hospital had the referral, or on which you booked. The service can tell you.
choice-clock-before = The clock cannot begin before the referral. Check both days.
choice-over = Day on which treatment began, or cancer was ruled out or confirmed
choice-over-hint = Leave it empty while you wait.
choice-over-before = This is before the clock began. Check both days.
choice-future = This day has not come yet. Check it.
choice-days = Days from the clock
choice-no-clock = The day on which the clock began is not written down, so no days can be counted.
choice-no-wait = No longest wait is set by law for such a referral.
choice-counted = { $rule }, counted from { $clock }: { $day }.
choice-is-today = That is today.
choice-days-to = That is in { $days ->
    [one] 1 day
   *[other] { $days } days
}.
choice-days-since = That was { $days ->
    [one] 1 day
   *[other] { $days } days
} ago.
choice-paused = { $days ->
    [one] 1 day is
   *[other] { $days } days are
} written down that may not count. Without them it is { $day }. Ask the service which day it goes by.

choice-reasons = Reasons for which days may not count
choice-reason-add = Add a reason for which days may not count
choice-reason-text = The right to 18 weeks does not apply in some cases. Write down what fits, with its days.
choice-reason-more = More about it
choice-chose-to-wait = I chose to wait
choice-better-to-wait = Waiting is better for my health
choice-watched = My health is watched before treatment
choice-missed = I missed an appointment that I had chosen
choice-not-needed = Treatment is no longer needed
choice-from = From which day?
choice-from-none = Enter the first day
choice-until = Until which day?
choice-until-hint = Leave it empty if it goes on.
choice-until-before = The last day is before the first. Check both.
choice-span = { $from } to { $until }
choice-since = Since { $day }

choice-provider = Provider
choice-providers = Providers you were offered
choice-providers-none = None is written down yet.
choice-provider-add = Add a provider
choice-provider-name = What is it called?
choice-provider-none = Write what the provider is called
choice-distance = How far
choice-distance-hint = For example, 4 miles, or 20 minutes by bus
choice-wait = How long one waits
choice-wait-hint = For example, 6 weeks
choice-others-say = What others say
choice-source = Where that is from
choice-source-hint = For example, the booking website, 3 May
choice-choose = Choose a provider
choice-which = Which one?
choice-which-none = Choose one of them
choice-chosen = Chosen
choice-because = Why this one?
choice-bring-in = Bring in a list of providers
choice-file = Choose the file
choice-file-hint = A table (CSV) with a column called “provider”. Columns called “distance”, “wait” and “rating” are read too.
choice-file-none = Choose a file
choice-file-source = Where is the list from?
choice-file-source-none = Write where the list is from
choice-file-no-names = No column called “provider” was found. Save the list as CSV with the names of its columns in the first line.
choice-file-empty = There is no provider in this file.
choice-file-many = There are more than { $most } providers in this file. Keep only those you were offered.
choice-file-added = { $count ->
    [0] All of them were there already
    [one] 1 provider added
   *[other] { $count } providers added
}
choice-file-changed = { $count ->
    [one] 1 brought up to date
   *[other] { $count } brought up to date
}

choice-letter = Write a letter
choice-letter-lede = The words are a start. Change them as you like.
choice-letter-whom = To whom?
choice-letter-whom-hint = For example, the hospital’s patient advice service, the integrated care board, or the GP practice
choice-letter-whom-none = Write to whom the letter goes
choice-letter-address = Their address
choice-letter-address-none = Write the address. Without one the letter cannot be sent.
choice-letter-me = Your name
choice-letter-me-none = Write your name
choice-letter-mine = Your address
choice-letter-text = What the letter says
choice-letter-text-none = Write what the letter says
choice-letter-make = Make the letter
choice-letter-ready = Your letter
choice-letter-kept = The letter is not kept in your record. Print it, or save it as a file.
choice-letter-keep = Save the letter as a file
choice-letter-day = (day)
choice-letter-dear = Dear { $name },
choice-letter-made = I was referred to { $service } on { $day }.
choice-letter-first = I would like my first appointment to be with { $name }. Please arrange this, or tell me in writing why it cannot be done.
choice-letter-to = I am waiting, and I would like to be seen by { $name } instead if they can see me sooner. Please tell me whether that can be arranged.
choice-letter-move = I am waiting, and I would like to know which other providers could see me sooner. Please tell me which there are and how to choose one.
choice-letter-places = Please tell me which places I can choose from for my first appointment, and how long I would wait at each.
choice-letter-practice = I would like to join your practice. Please tell me how to do that. If you cannot take me, please tell me in writing why.
choice-letter-budget = I think that I have a right to a personal health budget. Please tell me whether I have, and who can tell me what I could spend it on.
choice-letter-others = Please tell me whether there is another place or time that would suit me better, and how to choose it.
choice-letter-changed = What is written down has changed since this letter was begun. What you typed is still here. With what is known now the letter would say:
choice-letter-end = Please also tell me from which day my wait is counted, and whom I can ask about it.
choice-letter-yours = Yours sincerely,
    { $name }

# Each choice: what it is, what it does not cover, how to use it, what to say.
choice-practice = Which GP practice you are with
choice-practice-limits = A practice can say no for good reasons, for example when its list is full or you live too far away. It has to tell you why.
choice-practice-how = Ask the practice you would like to join. You need not ask the one you leave.
choice-practice-words = I would like to join this practice. If you cannot take me, please tell me why.
choice-first = Where you go for your first appointment
choice-mental = Where you go for mental health care, and to which team
choice-first-limits = It does not cover urgent or emergency care, maternity, or a condition for which you are already looked after. It does not cover people who serve in the armed forces, are in prison, or are detained under the Mental Health Act.
choice-first-how = Whoever refers you shows you the places there are. You can choose one, also far away, and its team. You book through the NHS e-Referral Service, or ask to be booked.
choice-first-words = Which places can I choose from for this appointment? How long would I wait at each?
choice-weeks18 = Treatment led by a consultant begins within 18 weeks
choice-weeks18-limits = It does not apply if you choose to wait, waiting is better for your health, your health is watched before treatment, you missed appointments that you had chosen, or treatment is no longer needed.
choice-weeks2 = With a suspected cancer, you see a specialist within 2 weeks
choice-days28 = With a suspected cancer, you are told within 28 days whether you have it
choice-cancer-limits = It is for urgent referrals where cancer is suspected. If you think that you were not referred so, ask.
choice-move = To be seen elsewhere if you wait longer than the longest time
choice-move-how = Tell the hospital or the integrated care board that you wait longer, or are likely to. They have to take all reasonable steps to find others who can see you sooner.
choice-move-words = I am waiting longer than the longest time, or am likely to. Who else could see me sooner?
choice-budget = A personal health budget
choice-budget-limits = It is a right for continuing healthcare of adults, continuing care of children, after-care under section 117 of the Mental Health Act, and wheelchairs that are needed for long. Others may be offered one.
choice-budget-how = Ask the team that arranges this care, or the integrated care board.
choice-budget-words = I think that I have a right to a personal health budget. Who can tell me what I could spend it on?
choice-others = Other choices, such as where a test is done or who you see again
choice-others-limits = These are offers. Nobody has to make them.
choice-others-how = Ask when it is arranged. The team can often do what suits you.
choice-others-words = Is there another place or time that would suit me better?
