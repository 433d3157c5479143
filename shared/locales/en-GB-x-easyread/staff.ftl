# What a care team reads of a person, in Easy Read.

## me

staff-matters = What matters to them
    .picture = heart
staff-matters-none = They have not written about themselves yet.
    .picture = paper
staff-about-also = What else is good to know
    .picture = idea
staff-about-communicate = How to talk with them
    .picture = talk
staff-about-do = Please do this
    .picture = thumb
staff-about-dont = Please do not do this
    .picture = stop
staff-about-helped = Who helped them to write this
    .picture = help
staff-about-people = People who matter to them
    .picture = people
staff-about-support = How to help them
    .picture = hands
staff-about-wellness = Good days and bad days
    .picture = sun

## folder

staff-more-of = More about this person
staff-choice-line = Visits, places to choose from
    .picture = wait
staff-decisions-line = What they can choose, what they chose
    .picture = balance
staff-diary-line = What they wrote each day
    .picture = book
staff-medicines-line = What they take, what makes them ill
    .picture = pill
staff-messages-line = Read and answer
    .picture = letter
staff-plan-line = What they want, what to do
    .picture = plan
staff-plans-line = What to do when things change
    .picture = changed
staff-readings-line = All their numbers
    .picture = chart
staff-latest = The newest numbers
    .picture = chart
staff-column-what = What
    .picture = question
staff-column-value = Number
    .picture = numbers
staff-column-when = When
    .picture = clock
staff-no-reading = No new number
    .picture = numbers
staff-no-trackers = They do not track anything yet.
    .picture = chart
staff-hidden = They do not share this with your team: { $parts }
    .picture = lock
staff-open-until =
    You opened this at { $since }.
    It closes at { $until }.
    .picture = clock
staff-close = Close what { $name } shares
    .picture = lock
staff-no-record = No record is open
    .picture = folder
staff-record-fetching = The app is getting the record
    .picture = wait
staff-record-unfetched = The app could not get the record.
    .picture = warning
staff-again = Try again
    .picture = again
