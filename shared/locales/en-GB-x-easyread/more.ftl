# What else stands on these pages, in Easy Read.

## choose

medicines-title = Medicines
    .picture = pill
medicines-line = What you take, when you take it
    .picture = pill
plans-title = Plans for getting better or worse
    .picture = plan
plans-line = What to do when things change
    .picture = changed
reminders-title = Reminders
    .picture = bell
reminders-line = What the app should ask you
    .picture = bell
questions-title = Question sheets
    .picture = question
questions-line = Answer some questions
    .picture = question
appointment-title = Visits
    .picture = doctor
appointment-line = A page to take with you
    .picture = paper
experiments-title = Try something out
    .picture = idea
experiments-line = See what changes
    .picture = chart
welcome-create = Make an account
    .picture = key
welcome-create-line = See your record on all your devices
    .picture = mobile
welcome-invitation = Somebody invited me
    .picture = letter
welcome-invitation-line = You got a code from them
    .picture = letter
welcome-sign-in = Sign in
    .picture = key
welcome-sign-in-line = You have an account already
    .picture = key
welcome-whose = Whose record?
    .picture = people

## print

plans-sheet = A page to print
plans-sheet-of = { $plan } of { $name }
plans-sheet-correct = This was right on { $day }
    .picture = clock
plans-sheet-says =
    Is somebody in great danger?
    Call 999.
    Do you need help soon?
    Call 111.
    Do you feel very bad in your mind?
    Call 111.
    Then choose number 2.
    .picture = sos
medicines-sheet-keep = Save this page as a file
    .picture = save
medicines-sheet-kept = The page is saved as a file
    .picture = save
medicines-sheet-failed =
    The app could not save this page.
    Try again.
    You can also show it on this device.
    .picture = warning
medicines-sheet-how = How to print it
medicines-sheet-print-browser =
    Look for “Print” in your browser.
    A browser is what you see web pages with.
medicines-sheet-print =
    Save it as a file first.
    Then you can print it.

## phone

plans-call = Call { $who }
plans-number-ask = What is their phone number?
plans-number-not =
    A phone number has numbers in it.
    Look at it again.
    You can also leave it empty.
plans-whom-hint = Write a name, for example your nurse.
    .picture = person
plans-history = What happened to this
    .picture = clock
plans-look-at-both = Look at both, then choose
    .picture = choose
plans-left-empty = Left empty
    .picture = paper
track-date-none = Write a day, like 22 11 2026
    .picture = day
sharing-until-past = Choose today or a later day
    .picture = day

## files

questions-too-large =
    This file is too big.
    Choose a smaller one.
    .picture = folder
