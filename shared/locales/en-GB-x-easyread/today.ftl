# Today, in Easy Read.

## sun

today-morning = Good morning
today-afternoon = Good afternoon
today-evening = Good evening
today-night = Hello
today-how = How are you?
    .picture = question
today-write = Write something down
    .picture = write
today-else = Something else
    .picture = add
today-all = Everything you track
    .picture = chart
today-so-far = What you wrote today
    .picture = write
today-nothing = You have not written anything today.
    .picture = paper
today-of-nothing =
    There is nothing here for you yet.
    { $name } can share things with you.
    Then you see them here.
    .picture = wait
today-messages = { $new } from your care team
    .picture = letter
today-messages-line = Read and answer
    .picture = letter
today-new =
    Start with one thing.
    You have lots of time.
    You can change everything later.
    .picture = good
today-new-choose = Choose what to track
    .picture = chart
today-new-choose-line = For example, your weight or your mood
    .picture = chart
today-new-diary = Write in your diary
    .picture = book
today-new-diary-line = A few words about your day
    .picture = book
today-new-bring = Bring in a diary
    .picture = book
today-new-bring-line = Numbers you wrote down before
    .picture = numbers

## heart

today-matters = What matters to me
today-matters-to = What matters to { $name }
today-matters-none = What matters most to you?
today-matters-none-line =
    You can write it here.
    You choose who can read it.
today-matters-none-of = What matters most to { $name }?
today-matters-none-of-line = In their own words.
today-matters-add = Write it down
    .picture = write
today-matters-button = { $button }: { $heading }
today-matters-settle = Make one out of both
    .picture = link
today-matters-two =
    Two people wrote this at the same time.
    Both texts are kept.
    Somebody must make one of them.
    .picture = changed
today-matters-ask = What matters most to me
today-matters-hint = For example, a walk in the park.
    .picture = walk
today-matters-empty =
    Write what matters to you.
    You can also go back.
    .picture = write

## bed

bad-day-switch = Today is a bad day
    .picture = bad
bad-day-lede =
    Take it easy.
    The app does not count anything today.
bad-day-ask = Is today a bad day too?
    .picture = question
bad-day-again = Yes, today too
    .picture = bad
bad-day-over = Back to a normal day
    .picture = sun
bad-day-medicines = I took my medicines
    .picture = pill
bad-day-medicines-none = No medicine to take now
    .picture = pill
bad-day-help = I need help
    .picture = sos
bad-day-help-line = Who you can call now
    .picture = phone
bad-day-right = I am all right for now
    .picture = good
bad-day-right-line =
    This goes in your diary.
    You choose who can read it.
    .picture = book
bad-day-right-note =
    Today is a bad day.
    I am all right for now.
    .picture = good
bad-day-note = Write a note
    .picture = write
bad-day-note-line = A few words in your diary
    .picture = book
bad-day-quiet =
    Today the app only reminds you of medicines.
    You may have chosen some other things too.
    The app does not tell anybody about your bad day.
    .picture = bell
bad-day-back =
    Good to see you.
    You do not have to catch up.
    .picture = good
bad-day-quiet-told =
    Today the app only reminds you of medicines.
    You may have chosen some other things too.
    The app tells the people you chose about your bad day.
    It needs the internet for that.
    .picture = bell
tell-bad-day-now =
    The app tells the people you chose.
    It needs the internet for that.
    .picture = people
tell-bad-day-stop = Who the app tells
    .picture = people
