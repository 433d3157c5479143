# One entry, whatever its kind

entry-when = When
entry-who = Written by
entry-by-me = You
entry-by-you = you
entry-by-unknown = somebody whose name is not known
entry-correct = Correct
entry-put-back = Put it back
entry-gone = This is not here
entry-gone-text = It may not be on this device yet, or it was shared with you before and is not any more.

# Crossing out

entry-cross-out = Cross it out
entry-cross-out-text = It stays in the record, crossed out, with the reason. It no longer counts in lists and charts.
entry-crossed-out = crossed out
entry-was-crossed-out = It is crossed out and no longer counts.
entry-why = Why it was crossed out
entry-why-ask = Why?
entry-why-typed = Typed by mistake
entry-why-twice = Written down twice
entry-why-other = Another reason
entry-why-words = In your own words
entry-why-none = Choose why
entry-why-words-none = Write the reason in a few words

# How it came about

entry-history = How it came about
entry-older = Show older
entry-step-wrote = Written down: { $value }
entry-step-corrected = Corrected to: { $value }
entry-step-crossed = Crossed out: { $reason }
entry-step-for = About { $when }

# Two versions

entry-compare = What changed
entry-compare-earlier = Earlier
entry-compare-later = Later
entry-compare-in = Added:
entry-compare-out = Taken out:
entry-compare-same = Both say the same.
entry-compare-other = Compare the later one with another

# What two people said at once

entry-differs = two answers
entry-conflict-title = This was changed in two places at the same time
entry-conflict-value = { $value }: { $who }, { $when }
entry-conflict-text = All of them are kept until someone says which is right.
entry-keep-value = Keep { $value }
entry-disputed-title = This was crossed out and changed at the same time
entry-disputed = { $who } crossed it out: { $reason }
entry-disputed-ask = Does it count?
entry-keep = Yes, keep it
