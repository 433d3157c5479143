# Choice and rights in England, in Easy Read. The letter is plain as well: whoever reads
# it there understands it too.

## law

choice-title = Your rights to choose
choice-line = Waiting times, what you can choose
choice-empty =
    There is no referral here yet.
    A referral is when a doctor sends you to another team.
    Write one down to see your rights.
    .picture = hospital
choice-new =
    Write down a referral
    A referral is when a doctor sends you to another team.
    .picture = write
choice-change = Change this
    .picture = write
choice-rights = What you can choose
choice-england = These are the rules in England.
    .picture = map
choice-right = The law says you can
choice-no-right = The law does not say you can
    .picture = no
choice-is-it = Does the law say you can?
choice-in-force = Since { $day }
    .picture = day
choice-was-in-force =
    This was a rule from { $from } to { $until }.
    It is not a rule any more.
    .picture = day
choice-known-on =
    This was right on { $day }.
    We do not know which day it started.
    .picture = day
choice-source-of = Where this comes from
    .picture = book
choice-version =
    { $source }
    This was right on { $day }.
    .picture = book
choice-limits = When you cannot choose
    .picture = no
choice-how = How to do it
    .picture = steps
choice-say = What you can say
    .picture = talk
choice-no-advice =
    This app is not a lawyer.
    Rules can change.
    Ask somebody to check with you.
choice-read = Read more about this rule
    .picture = book

## hospital

choice-for = What do you need help with?
    .picture = question
choice-for-none = Choose what you need help with
    .picture = choose
choice-for-outpatient =
    A first visit to a consultant
    A consultant is a doctor who knows one thing very well.
    .picture = doctor
choice-for-cancer =
    The doctor thinks it could be cancer
    Cancer is a bad illness that can grow.
    .picture = worry
choice-for-mental = Help for my mind
    .picture = think
choice-for-other = Something else
    .picture = add
choice-service = Which team were you sent to?
choice-service-hint = For example, the lung clinic.
choice-service-none = Write which team you were sent to
choice-by = Who sent you there?
    .picture = doctor
choice-referred = Which day did they send you?
    .picture = day
choice-referred-hint = You see the rules of that day.
    .picture = law
choice-referred-on = Sent on { $day }
    .picture = day
choice-referred-none = Write the day they sent you
    .picture = day
choice-clock = Which day did your wait start?
    .picture = wait
choice-clock-hint =
    Often it is the day the hospital got your letter.
    You can ask the hospital.
    .picture = letter
choice-clock-before =
    Your wait cannot start before you were sent.
    Look at both days again.
    .picture = day
choice-over = Which day did your wait stop?
    .picture = day
choice-over-hint =
    It stopped when your care started.
    Are you still waiting?
    Then leave this empty.
    .picture = wait
choice-over-before =
    Your wait cannot stop before it started.
    Look at both days again.
    .picture = day
choice-future =
    This day is not here yet.
    Look at it again.
    .picture = day
choice-days = How long you wait
    .picture = wait
choice-no-clock =
    Nobody wrote down when your wait started.
    The app cannot count the days.
    .picture = question
choice-no-wait = No law says how long this can take.
    .picture = law
choice-counted =
    { $rule }
    Counting starts on { $clock }.
    The last day for this is { $day }.
    .picture = day
choice-is-today = That is today.
    .picture = day
choice-days-to = That is in { $days ->
    [one] 1 day
   *[other] { $days } days
}.
    .picture = wait
choice-days-since = That was { $days ->
    [one] 1 day
   *[other] { $days } days
} ago.
    .picture = clock
choice-paused =
    { $days ->
    [one] One day
   *[other] { $days } days
} may not count.
    Without them it is { $day }.
    Ask the hospital which day is right.
    .picture = question

## day

choice-reasons = Days that may not count
choice-reason-add = Add days that may not count
    .picture = add
choice-reason-text =
    Sometimes the rule of 18 weeks is different.
    Write down what happened.
    Write down which days.
choice-reason-more = Say more about it
    .picture = write
choice-chose-to-wait = I wanted to wait
    .picture = wait
choice-better-to-wait = Waiting is better for my health
    .picture = good
choice-watched = They check my health before my care starts
    .picture = eye
choice-missed = I was not at a visit I had chosen
choice-not-needed = I do not need this care any more
    .picture = no
choice-from = What is the first day?
choice-from-none = Write the first day
choice-until = What is the last day?
choice-until-hint = Leave it empty when it goes on.
choice-until-before =
    The last day is before the first day.
    Look at both again.
choice-span = { $from } to { $until }
choice-since = Since { $day }

## building

choice-provider = A place that can care for you
choice-providers = Places they offered you
choice-providers-none = No place is written down yet.
    .picture = paper
choice-provider-add = Add a place
    .picture = add
choice-provider-name = What is the place called?
choice-provider-none = Write what the place is called
choice-distance = How far is it?
    .picture = map
choice-distance-hint = For example, 20 minutes by bus.
    .picture = bus
choice-wait = How long do people wait there?
    .picture = wait
choice-wait-hint = For example, 6 weeks.
    .picture = wait
choice-others-say = What other people say
    .picture = talk
choice-source = Where did you find this out?
    .picture = search
choice-source-hint = For example, on the website.
    .picture = computer
choice-choose = Choose a place
    .picture = choose
choice-which = Which place?
    .picture = question
choice-which-none = Choose one place
    .picture = choose
choice-chosen = You chose this
    .picture = tick
choice-because = Why this place?
    .picture = question
choice-bring-in = Bring in a list of places
    .picture = paper
choice-file = Choose the file
    .picture = folder
choice-file-hint =
    The file must be a table.
    One part of it is called “provider”.
    A provider is a place that cares for you.
    .picture = folder
choice-file-none = Choose a file
    .picture = folder
choice-file-source = Where does this list come from?
    .picture = search
choice-file-source-none = Write where the list comes from
    .picture = write
choice-file-no-names =
    The app cannot find any places in this file.
    One part must be called “provider”.
    A provider is a place that cares for you.
    Ask somebody to help you.
    .picture = help
choice-file-empty = There is no place in this file.
    .picture = paper
choice-file-many =
    There are more than { $most } places in this file.
    Keep only the places they offered you.
    .picture = numbers
choice-file-added = { $count ->
    [0] All of them were there before
    [one] 1 place added
   *[other] { $count } places added
}
    .picture = tick
choice-file-changed = { $count ->
    [one] 1 place changed
   *[other] { $count } places changed
}
    .picture = changed

## letter

choice-letter = Write a letter
choice-letter-lede =
    Here are some words to start with.
    You can change them.
choice-letter-whom = Who is the letter for?
    .picture = person
choice-letter-whom-hint = For example, the help desk of the hospital.
    .picture = hospital
choice-letter-whom-none = Write who the letter is for
    .picture = person
choice-letter-address = What is their address?
    .picture = home
choice-letter-address-none =
    Write their address.
    A letter needs an address.
    .picture = home
choice-letter-me = Your name
    .picture = me
choice-letter-me-none = Write your name
    .picture = me
choice-letter-mine = What is your address?
    .picture = home
choice-letter-text = What the letter says
    .picture = write
choice-letter-text-none = Write what the letter says
    .picture = write
choice-letter-make = Make the letter
    .picture = print
choice-letter-ready = Your letter
choice-letter-kept =
    The app does not keep this letter.
    Print it now.
    You can also save it as a file.
    .picture = print
choice-letter-keep = Save the letter as a file
    .picture = save
choice-letter-day = the day
    .picture = day
choice-letter-dear = Dear { $name },
choice-letter-made = I was sent to { $service } on { $day }.
choice-letter-first =
    I want my first visit to be with { $name }.
    Please make this happen.
    Please write to me if you cannot.
choice-letter-to =
    I am waiting.
    Maybe { $name } can see me sooner.
    Then I want to go there.
    Please tell me if I can.
choice-letter-move =
    I am waiting.
    Who else could see me sooner?
    Please tell me how to choose.
choice-letter-places =
    Where can I go for my first visit?
    How long is the wait at each place?
    Please tell me.
choice-letter-practice =
    I would like to come to your surgery.
    How can I do this?
    If you cannot take me, please tell me why.
choice-letter-budget =
    I think I can have a personal health budget.
    A budget is money that is kept for my care.
    Please tell me if I can have this money.
    Who can tell me more?
choice-letter-others =
    Is there another place or time for me?
    Please tell me how to choose.
choice-letter-changed =
    Something is different now.
    Your own words are still here.
    With what we know now, the letter would say:
    .picture = changed
choice-letter-end =
    Which day did my wait start?
    Who can I ask about it?
choice-letter-yours =
    Yours sincerely,
    { $name }

## doctor

choice-practice = Which doctor’s surgery you go to
choice-practice-limits =
    A surgery can say no.
    For example, it may be full.
    It must tell you why.
    .picture = no
choice-practice-how =
    Ask the surgery you want to go to.
    You do not have to ask your old one.
    .picture = talk
choice-practice-words =
    I would like to come to this surgery.
    If you cannot take me, please tell me why.
    .picture = talk
choice-first = Where you go for your first visit
    .picture = hospital
choice-mental = Who helps you with your mind
    .picture = think
choice-first-limits =
    You cannot choose in an emergency.
    An emergency means that you need help at once.
    You cannot choose when you have a baby.
    You cannot choose when you are in prison.
    You cannot choose when you are in the army.
    You cannot choose when a team already helps you with this.
    You cannot choose when the law keeps you in hospital.
    .picture = no
choice-first-how =
    Your doctor shows you the places.
    You choose a place.
    It can be far away.
    You can ask somebody to book it.
    .picture = choose
choice-first-words =
    Which places can I choose from?
    How long would I wait there?
    .picture = talk
choice-weeks18 =
    Treatment starts within 18 weeks
    Treatment is care to make you better.
    .picture = day
choice-weeks18-limits =
    The rule is different when you want to wait.
    The rule is different when waiting is better for you.
    The rule is different when they check your health first.
    The rule is different when you were not at your visits.
    The rule is different when you need no care.
    .picture = no
choice-weeks2 =
    You see a special doctor within 2 weeks
    This is when it could be cancer.
    Cancer is a bad illness that can grow.
    .picture = day
choice-days28 =
    You are told within 28 days
    You are told if it is cancer.
    Cancer is a bad illness that can grow.
    .picture = day
choice-cancer-limits =
    This is for when your doctor said it is urgent.
    Urgent means that it must be quick.
    Do you not know?
    Then ask your doctor.
    .picture = question
choice-move = To go to another place when you wait too long
    .picture = bus
choice-move-how =
    Tell the hospital that you wait too long.
    They must look for another place for you.
    .picture = phone
choice-move-words =
    I am waiting too long.
    Who else could see me sooner?
    .picture = talk
choice-budget =
    A personal health budget
    A budget is money that is kept for your care.
    .picture = money
choice-budget-limits =
    The law gives this to people who need a lot of care.
    It gives this to people who need a wheelchair for long.
    It gives this to people after some hospital stays.
    Other people can ask for it.
    .picture = money
choice-budget-how = Ask the team that plans your care.
    .picture = talk
choice-budget-words =
    I think I can have a personal health budget.
    A budget is money that is kept for my care.
    Who can tell me more?
    .picture = talk
choice-others = Other things you can choose
    .picture = star
choice-others-limits =
    People may offer you these.
    They do not have to.
    .picture = no
choice-others-how =
    Ask when somebody plans your visit.
    Often they can help.
    .picture = talk
choice-others-words =
    Is there another place for me?
    Is there another time for me?
    .picture = talk
