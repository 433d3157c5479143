# What pages share that are made of questions, in Easy Read.

## paper

items-newer =
    This app does not know this yet.
    Please update the app.
    .picture = again
items-due = look at this again
    .picture = again
items-review =
    It is time to look at this again.
    Is it still right?
    Then only change the day.
    .picture = again
items-future =
    This day is not here yet.
    Write the day when it happened.
    .picture = day
items-past =
    This day is over.
    Write a later day.
    .picture = day
items-nothing =
    Write something here first.
    You can also go back.
    .picture = write
items-joined =
    You wrote on two devices.
    The app put both together.
    .picture = link
items-read-only =
    You can read this.
    You cannot change it.
    { $name } chooses who can change it.
    .picture = lock
items-not-shared =
    You cannot see this part.
    There may still be something in it.
    .picture = lock
items-about = About
items-said = In my own words
    .picture = talk
items-seen-by = These people can also see this: { $names }.
    .picture = eye
items-seen-none = Only you can see this now.
    .picture = eye
items-review-ask = When do you want to look at this again?
    .picture = day
items-review-hint = For example, after your next visit.
    .picture = day
sheet-correct = This was right on { $day } at { $time }
    .picture = clock
