# The parts of a record, in Easy Read.

## eye

scope-about = About me
    .picture = me
scope-budget = The money for my care
    .picture = money
scope-community = Groups near me
    .picture = people
scope-decisions = What I choose
    .picture = balance
scope-diary = Diary
    .picture = book
scope-health = Numbers and how I feel
    .picture = chart
scope-medicines = Medicines
    .picture = pill
scope-messages = Letters with the care team
    .picture = letter
scope-none = nothing
    .picture = no
scope-own = What only you see
    .picture = lock
scope-plan = Care plan
    .picture = plan
scope-sharing = Who can see what
scope-support = Help from helpers
    .picture = hands
