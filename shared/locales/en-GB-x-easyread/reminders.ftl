# Reminders, in Easy Read: how one is made, and how it is said.

## bell

reminders-new = Make a reminder
reminders-change = Change a reminder
    .picture = write
reminders-change-spoken = Change the reminder of { $what }
    .picture = write
reminders-about = What should the app remind you of?
reminders-about-own = Something else
    .picture = add
reminders-about-none = Choose what the app should remind you of
    .picture = choose
reminders-for = { $what }, { $when }
reminders-offered =
    This is for: { $what }.
    The app chose a day and a time.
    You can change them.
    .picture = day
reminders-words = Your own words
    .picture = write
reminders-words-hint = For example, “Breathe slowly”.
    .picture = write
reminders-words-none = Write what the app should remind you of
    .picture = write
reminders-unnamed = A reminder
reminders-time = What time?
    .picture = clock
reminders-time-none = Write at least one time
    .picture = clock
reminders-time-twice =
    This time is there already.
    Write another time.
    You can also leave it empty.
    .picture = clock

## map

reminders-zone = When you travel
reminders-zone-here = Use the clock of the place where you are
reminders-zone-home = Always use the clock of { $place }
reminders-rule-pinned =
    { $rule }
    The clock of { $place } counts.

## lock

reminders-discreet = Other people may see your screen
reminders-discreet-yes = Do not show what the reminder says
reminders-discreet-no = Show what the reminder says
    .picture = eye

## bell

reminders-insist = If you do not answer
reminders-insist-no = Do not ask again
    .picture = quiet
reminders-insist-yes =
    Ask again after 10 minutes.
    Ask { $times } times at most.
    .picture = again
reminders-important = At quiet times and on bad days
    .picture = quiet
reminders-important-no =
    At quiet times, remind me later.
    On bad days, do not remind me.
    .picture = quiet
reminders-important-yes = Remind me anyway
reminders-from-tomorrow =
    This starts tomorrow.
    Nothing changes today.
    .picture = day

## warning

reminders-rule-not =
    The app cannot save this.
    Your device may have the wrong day.
    Look at the day in its settings.
reminders-trouble =
    The app cannot read the times.
    Make a new reminder.
reminders-trouble-newer =
    A newer app made this.
    Please update your app.
    Then it can remind you here.
reminders-trouble-zone =
    The app does not know the clock of that place.
    Change this reminder.
    Then it can remind you.

## clock

reminders-later = Later
reminders-now = Now
reminders-open = Not done yet
reminders-not-known = Nobody knows
    .picture = question
reminders-done = Done
    .picture = tick
reminders-done-late = Done later
    .picture = tick
reminders-part = Done a bit
    .picture = steps
reminders-skipped = Not this time
    .picture = no

## bell

reminders-today = To do today
reminders-none = You have no reminders yet
reminders-none-text =
    The app can remind you.
    For example, it can remind you to walk.
    .picture = walk
reminders-stop = Stop
    .picture = stop
reminders-stop-spoken = Stop the reminder of { $what }
    .picture = stop
reminders-again = Start again
    .picture = again
reminders-again-spoken = Start the reminder of { $what } again
    .picture = again
reminders-away = Stopped
    .picture = stop
reminders-both =
    Two people changed this at the same time.
    The app uses both times.
    You can change it.
    .picture = changed
reminders-how-phone =
    They come on the screen of this device.
    You see them on the page Today too.
    They may come some minutes late.
    .picture = mobile
reminders-how-exact =
    They come on the screen of this device.
    They come on time.
    You see them on the page Today too.
    .picture = mobile
reminders-how-choice =
    They come on the screen of this device.
    You see them on the page Today too.
    They may come some minutes late.
    Settings can change this.
    Look there for “To the minute”.
    .picture = mobile
reminders-how-push =
    They come in this browser.
    A browser is what you see web pages with.
    You see them on the page Today too.
    For things that matter, use another alarm too.
    .picture = computer
reminders-how-browser =
    They come when the app is open.
    You see them on the page Today too.
    For things that matter, use another alarm too.
    .picture = computer
reminders-how-today =
    This device cannot remind you.
    You see them on the page Today.
    .picture = home
reminders-by-reading =
    Done.
    You wrote down a number.
    .picture = tick
reminders-expired =
    This was some time ago.
    Do you know what happened?
    You can still write it down.
    .picture = clock
reminders-write = Write it down
    .picture = write
reminders-did = Done
    .picture = tick
reminders-skip = Not this time
    .picture = no
reminders-skip-title = Not this time: { $what }
    .picture = no
reminders-correct-title = Change what happened to { $what }
    .picture = write
reminders-part-or-else = Only a bit, something else
    .picture = steps
reminders-in-a-while = In 15 minutes
    .picture = wait
reminders-asked-again = The app asks you again at { $time }
    .picture = wait
reminders-answered = You have answered this
    .picture = tick
reminders-gone = This reminder is not there any more
    .picture = no
rules-next = The next one: { $when }
    .picture = day
rules-over = It is over.
    .picture = tick
rely-link = When do these come?
    .picture = question
tell-title = Tell somebody
    .picture = people
