# One entry, in Easy Read.

## write

entry-when = When
    .picture = clock
entry-who = Who wrote this
    .picture = person
entry-by-me = You
    .picture = me
entry-by-you = you
    .picture = me
entry-by-unknown = The app does not know the name
    .picture = person
entry-correct = Put it right
entry-put-back = Put it back
    .picture = undo
entry-gone = This is not here
    .picture = search
entry-gone-text =
    Maybe it is not on this device yet.
    Maybe it is not shared with you now.
    .picture = search

## no

entry-cross-out = Cross it out
entry-cross-out-text =
    You can still see it after that.
    It has a line through it.
    The app does not count it any more.
entry-crossed-out = crossed out
entry-was-crossed-out =
    This is crossed out.
    The app does not count it any more.
entry-why = Why it was crossed out
    .picture = question
entry-why-ask = Why?
    .picture = question
entry-why-typed = I made a mistake
entry-why-twice = I wrote it two times
entry-why-other = Another reason
    .picture = think
entry-why-words = In your own words
    .picture = write
entry-why-none = Choose why
    .picture = choose
entry-why-words-none = Write why in a few words
    .picture = write

## clock

entry-history = What happened to this
entry-older = Show older
    .picture = back
entry-step-wrote = Written down: { $value }
    .picture = write
entry-step-corrected = Put right: { $value }
    .picture = write
entry-step-crossed = Crossed out: { $reason }
    .picture = no
entry-step-for = This is about { $when }

## changed

entry-compare = What changed
entry-compare-earlier = Before
entry-compare-later = After
entry-compare-in = New words:
    .picture = add
entry-compare-out = Words taken out:
    .picture = minus
entry-compare-same = Both say the same.
    .picture = tick
entry-compare-other = Look at another one
entry-differs = two answers
entry-conflict-title = Two people changed this at the same time
    .picture = people
entry-conflict-value = { $value }: { $who }, { $when }
entry-conflict-text =
    The app keeps both answers.
    Somebody must say which one is right.
    .picture = question
entry-keep-value = Keep { $value }
    .picture = tick
entry-disputed-title =
    Somebody crossed this out.
    Somebody else changed it at the same time.
    .picture = people
entry-disputed = { $who } crossed it out: { $reason }
    .picture = no
entry-disputed-ask = Should it still count?
    .picture = question
entry-keep = Yes, keep it
    .picture = tick
