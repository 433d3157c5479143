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
sheet-pdf = Save this page for a printer
    .picture = print
sheet-pdf-making =
    The app makes your page now.
    You can go on.
    .picture = wait
sheet-pdf-offline =
    That did not work.
    The app cannot reach your care team.
    .picture = warning
sheet-pdf-signed-out =
    That did not work.
    Please sign in again.
    .picture = key
sheet-pdf-not-yours =
    That did not work.
    You cannot see this now.
    .picture = lock
sheet-pdf-long =
    That did not work.
    This page is too long.
    .picture = warning
sheet-pdf-busy =
    That did not work.
    Try again in a minute.
    .picture = again
sheet-pdf-instead =
    You can still print this page.
    You can also save it as a file.
    .picture = print
sheet-large = Large letters on paper
    .picture = large
sheet-normal = Normal letters on paper
    .picture = paper
sheet-large-on = The letters on paper are large now.
    .picture = large
