# Words that pages share, in Easy Read. Days and months are the same in both.

today = Today
    .picture = day
yesterday = Yesterday
    .picture = day
tab-today = Today
    .picture = home
tab-plan = Plan
    .picture = plan
tab-track = Track
    .picture = chart
tab-diary = Diary
    .picture = book
tab-messages = Messages
    .picture = letter
tab-more = More
    .picture = add
tab-people = People
    .picture = people

back = Back
    .picture = back
cancel = Stop
    .picture = stop
continue = Go on
    .picture = choose
save = Save
    .picture = save
change = Change
    .picture = write
optional-label =
    { $label }
    You can leave this empty.
there-is-a-problem = Something is not right yet
    .picture = warning
saved = Saved
    .picture = tick
saved-here = Saved on this device
    .picture = tick
added = Added
    .picture = tick
by-person = Who wrote this: { $name }
    .picture = write
by-for = { $name }, for { $person }
    .picture = hands
by-for-you = { $name }, for you
    .picture = hands
by-for-somebody = somebody else
    .picture = person
by-the-person = The person
    .picture = person
voice-ask = Whose words are these?
    .picture = talk
voice-mine = My own words
    .picture = me
voice-persons = { $name } told me this
    .picture = person
voice-the-persons = The person told me this
    .picture = person
too-long =
    This is too long.
    Write { $most } letters at most.
    .picture = warning
press-unknown =
    That button does not work now.
    Please try again from this page.
    .picture = again
update-to-answer = Update the app to answer this question.
    .picture = again

## warning

store-full-title = This device is full
store-full-text =
    The app could not save this.
    Nothing is lost.
    Delete something else on this device.
    Then press the button again.
store-other-title = The app could not save this
store-other-text =
    Nothing is lost.
    Your words are still here.
    Wait a little.
    Then press the button again.
store-newer-title = Please update What Matters
store-newer-text =
    Your things are safe.
    A newer app saved them.
    Update this app first.
    Then open it again.
store-unreadable-title = The app cannot open what is saved here
store-unreadable-text =
    Nothing was changed.
    Do you use another device?
    What you sent is there too.
store-unavailable-title = What Matters could not start
store-unavailable-text =
    Nothing was changed.
    Close all windows of What Matters.
    Then open it again.
not-saved-title = This is not saved on this device
not-saved-browser =
    This browser cannot save anything.
    A browser is what you see web pages with.
    Your words are lost when you close it.
    What you sent is safe.
not-saved-device =
    Your words are lost when you close the app.
    What you sent is safe.
aside-what =
    What you shared is with your care team.
    Sign in again to get it back.
    What you never sent is not there.
aside-again = Sign in again
    .picture = key
aside-sure-title = Start as new on this device?
    .picture = question
aside-sure =
    The app keeps the old things.
    You do not see them any more.
    Then you can sign in.
    What you never sent is not there.
aside-now = Start as new
    .picture = tick
aside-failed =
    This did not work.
    Nothing was changed.
    Delete something else on this device.
    Then try again.
starting = The app is opening your record
    .picture = wait

## choose

more-help = Get help now
    .picture = sos
more-help-line =
    Who you can call.
    This works with no internet.
    .picture = phone
more-sharing = Who can see what
    .picture = eye
more-sharing-line = Your team, your helpers
    .picture = people
more-diary-line = What you wrote each day
    .picture = write
more-bring-in = Bring in a diary
    .picture = book
more-bring-in-line = Numbers you wrote down before
    .picture = numbers
more-your-data = What is saved here
    .picture = save
more-your-data-line = See it, keep a copy
    .picture = save
more-settings = Settings
    .picture = settings
more-settings-line = Big words, dark colours
    .picture = settings
more-whose-line = Look at another person’s record
    .picture = people
more-mine = What matters to me
    .picture = star
more-daily = Every day
    .picture = day
more-people = Other people
    .picture = people
more-app = This app
    .picture = settings
