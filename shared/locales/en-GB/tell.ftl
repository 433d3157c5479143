# Telling a carer whom the person chose. Nothing here may sound as if somebody watched.

tell-title = Let somebody know
tell-lede = You can let somebody know when a reminder that matters to you is not answered, or when you have a bad day.
tell-not-yours = Only the person whose record this is can choose this.
tell-nobody = First choose somebody who helps you, and what they can see. Then you can let them know here.
tell-new = Choose somebody
tell-limits = This is no alarm, and nobody watches it. They may not see it for hours. If this device has no network, they may hear although you have answered, or hear nothing. If you need help, call somebody.
tell-consent = They hear that something was not answered. What it was, they see only if you share it with them. You can stop this at any time. You see each time that they were told.
tell-what = What shall they hear of?
tell-what-none = Choose what they shall hear of
tell-who = Who?
tell-who-none = Choose who shall hear of it
tell-after = How long after its time?
tell-after-hint = Only if you have not answered by then. A bad day is told at once.
tell-bad-day = A bad day
tell-when-bad-day = When you say that today is a bad day
tell-when = { $minutes ->
    [30] Not answered within half an hour
    [60] Not answered within an hour
    [120] Not answered within 2 hours
    [240] Not answered within 4 hours
   *[other] Not answered within { $minutes } minutes
}
tell-card = { $who }: { $what }
tell-ended = { $who } is not told: nothing is shared with them any more
tell-stop = Stop
tell-stop-spoken = Stop telling { $who } of { $what }
tell-told-title = Who was told
tell-told = { $who } was told
tell-bad-day-now = The people you chose are told that you may like to hear from them, once this device has a network
tell-bad-day-stop = Who is told
bad-day-quiet-told = Today this device reminds you only of medicines, and of what you want to be told all the same. The people you chose are told that you may like to hear from them, once this device has a network.

# To the carer
tell-carer-unanswered = { $name } has not answered a reminder that matters
tell-carer-wanted = { $name } wanted you to know
tell-carer-unknown = A reminder that matters to { $name } was not answered, or they have a bad day. This app does not know which.
tell-carer-which = { $what }, { $time }
tell-carer-line = You may want to get in touch. It may also be that their device had no network.
tell-carer-when = You were told at { $time }
tell-carer-outside = Somebody you help wanted you to know something
