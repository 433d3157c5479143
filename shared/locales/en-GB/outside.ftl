# Locking the app
lock-title = Locked
lock-text = What you wrote is safe. Unlock the app to go on.
lock-open = Unlock
lock-reason = To open your record
lock-heading = Lock
lock-what = With a lock, the app asks for your face, your finger or this device's code before it shows your record. Numbers to call in an emergency can always be seen.
lock-on = Lock it
lock-off = No lock
lock-on-now = The app locks from now on
lock-off-now = The app no longer locks
lock-about = While it is locked
lock-about-what = “About me” can be shown to whoever helps you, without unlocking: what you need, and what you wrote about yourself. Nothing else of your record.
lock-about-on = Show About me when asked
lock-about-off = Show nothing
lock-not-changed = The lock was not changed
lock-gone = The lock is off
lock-gone-text = This device has no lock that the app can ask for. Set a code in the device's own settings. Then you can turn the lock on here again.

# Links into the app
link-unknown = This link does not lead anywhere in the app
link-unknown-text = It may be cut off, or meant for a newer version. You can type an invitation's code by hand: choose “I have an invitation”.
link-staff = Sign out before you open this link

# What is said outside the app. Others see it: nothing of a person's health.
telling-heading = Notifications
telling-what = What your screen shows never says what a message is about, or who wrote it.
telling-on = Tell me about new messages
telling-off = Do not tell me
telling-on-now = You will be told about new messages
telling-off-now = You will no longer be told about new messages
telling-denied = Notifications are turned off for this app
telling-denied-text = Allow them in this device's own settings. Then turn them on here again.
telling-messages = { $count ->
    [one] You have a new message
   *[other] You have { $count } new messages
}

telling-reminder = It is time for something you wanted to do
telling-last = It is time for something you wanted to do. Open the app to keep the reminders coming.

# Reminders to the minute
exact-heading = Reminders to the minute
exact-what = This device may say a reminder some minutes late, to save its battery. If minutes matter to you, it can ring to the minute. You allow that in the device's own settings.
exact-on = To the minute
exact-off = A few minutes do not matter
exact-on-now = Reminders come to the minute from now on
exact-off-now = Reminders may come some minutes late from now on
exact-denied = This device does not allow it yet
exact-denied-text = Reminders still come, some perhaps a few minutes late. Allow alarms and reminders for this app in the device's own settings. Then choose it here again.
exact-gone = This device does not allow it any more, so a reminder may come some minutes late. Choose “To the minute” again to allow it.

# Quiet hours
quiet-heading = Quiet hours
quiet-what = In quiet hours this device says nothing by itself. Everything still stands on Today.
quiet-held = What comes in quiet hours is told once they are over, if it can still be done then. A reminder or medicine of yours can be told all the same: choose that where you set its times.
quiet-set = Set quiet hours
quiet-change = Change quiet hours
quiet-from = From
quiet-to = Until
quiet-none = No quiet hours
quiet-time-none = Enter a time
quiet-same = Enter an end that is not the same as the beginning
quiet-on = From now on it is quiet from { $from } to { $to }
quiet-no = None
quiet-off = There are no quiet hours any more
quiet-are = From { $from } to { $to } this device says nothing by itself, except what you want to be told all the same.

# Can I rely on these?
rely-title = Can I rely on these?
rely-link = Can I rely on these?
rely-browser = A browser cannot be relied on for reminders. They come only while this app is open in it. For times that matter, use another alarm as well.
rely-push = A browser may bring reminders late, or not at all. For times that matter, use another alarm as well.
rely-android = Some phones stop apps to save their battery, and then nothing comes. In the device's own settings, let this app run without limits on its battery. For times that matter, use another alarm as well.
rely-ios = Nothing comes while this device is off, and a focus or silent mode can hide or mute it. For times that matter, use another alarm as well.
rely-other = This device may not show reminders on time. For times that matter, use another alarm as well.
rely-allowed = Allowed for this app
rely-not-asked = This app has not asked yet
rely-not-known = Not known yet
rely-exact = Allowed, as you chose
rely-exact-not-chosen = Not chosen. They may come some minutes late. You can change this under Settings.
rely-exact-denied = You chose this, but the device does not allow it. They may come some minutes late.
rely-battery = Battery
rely-battery-free = This app may run without limits
rely-battery-saved = This device may stop this app to save its battery
rely-battery-warning = This device may stop your reminders
rely-battery-what = It may stop this app to save its battery, and then nothing comes. Open this device's own settings, find this app, and let it use the battery without limits.
rely-open = Does the app have to be open?
rely-open-browser = Yes, all the time
rely-open-push = No. The server says when, without knowing what. It needs a network, and the browser itself must be running.
rely-open-phone = No. But the device keeps only the next 30, so open the app every few days.
rely-came = When one last came
rely-came-shown = This device showed one: { $when }. Whether you saw it is not known.
rely-came-at = You pressed on one: { $when }. This device does not say when it showed one.
rely-came-not-known = None that the app knows of
rely-pressed = When you last pressed on one
rely-came-now = It came. Reminders can reach you on this device.
rely-test = Send a test now
rely-allow = Allow notifications
rely-test-says = This is a test. Press here to say that you saw it.
rely-tested = A test was sent
rely-tested-text = It should be on your screen now. Press on it. If nothing came, look at notifications for this app in the device's own settings.
rely-waiting = What comes next
rely-waiting-text = These are the words that a locked screen shows.
rely-waiting-none = Nothing is waiting on this device.
rely-waiting-more = { $count ->
    [one] And one more: { $last }.
   *[other] And { $count } more. The last one: { $last }.
}

# While the app is closed
push-heading = When the app is closed
push-what = Your care team’s server can wake this browser when it is time. The server is told when, and never what for. What your screen then shows is made on this device.
push-account = With an account, the server can wake this browser when it is time. Without one, reminders come only while the app is open.
push-on = Wake this browser
push-off = Only while the app is open
push-on-now = This browser is woken when it is time
push-off-now = Reminders come only while the app is open
push-unable = This browser cannot be woken by the server
push-unable-text = Reminders come while the app is open in it. For times that matter, use another alarm as well.
push-unreachable = The server could not be asked
push-unreachable-text = Nothing has changed. Try again when you have a network.
push-says = Something is waiting for you in the app

# A calendar file
calendar-heading = In your calendar
calendar-what = You can put the times of the next three months into a calendar that reminds you. It says only that it is time for something you wanted to do. What you change here later is not changed there: save a new file then.
calendar-save = Save as a calendar file
calendar-saved = Your calendar file was saved
calendar-saved-text = Open it to add the times to your calendar.
calendar-failed = The calendar file could not be saved. Try again.

# Another zone
travel-title = This device now goes by the clock of { $here }
travel-line = Your reminders still go by the clock of { $there }. See what would change.
travel-same = Your reminders go by this clock. Nothing changes.
travel-what = Until you choose, your reminders go on by the clock of { $there }, here and on this device's screen.
travel-table = The next 48 hours, by the clock of { $here }
travel-column-what = What
travel-column-before = By the clock of { $there }
travel-column-after = By the clock of { $here }
travel-unchanged = Unchanged
travel-passed = { $when }, which has passed
travel-ask = If you are not sure how to take a medicine while you travel, ask a pharmacist or your care team first.
travel-agree = Go by the clock of { $here }
travel-leave = Keep the clock of { $there } for now
travel-agreed = Your reminders go by the clock of { $here } from now on

# The widget
widget-reading = Add a reading
widget-diary = Write in the diary

# An address that a calendar follows
follow-heading = A calendar that follows
follow-account = With an account, you can make an address that your calendar follows, so that it hears of changes too.
follow-what = Your calendar can follow your times by itself. The server then keeps when something is due for the next three months, and never what.
follow-sees = Whoever has the address sees at which times something is due, but not what. Give it to nobody.
follow-makers = A calendar often passes such an address on to the company that makes it.
follow-late = The calendar decides how often it looks. Changes may show hours later, and some calendars do not ring for what they follow. Use it as a fallback.
follow-stays = It serves until you stop it here or change your password, also after you sign out.
follow-make = Make an address that your calendar can follow
follow-copy = Copy this address into your calendar, where it asks for one to subscribe to:
follow-elsewhere = A calendar can follow your times. The address is shown only on the device that made it.
follow-stop = Stop: the address serves no longer
follow-again = Make another address instead of this one
follow-on-now = The address is made
follow-off-now = No calendar follows your times any more
