# Words that every feature shares.

app-name = What Matters

# Days
today = Today
yesterday = Yesterday
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December
day-month = { $day } { $month }
day-month-year = { $day } { $month } { $year }
day-time = { $day }, { $time }
list-and = { $first } and { $last }

# The main navigation
tab-today = Today
tab-plan = Plan
tab-track = Track
tab-diary = Diary
tab-messages = Messages
tab-more = More
tab-people = People

# Buttons and the like
back = Back
cancel = Cancel
continue = Continue
save = Save
change = Change
optional-label = { $label } (optional)
there-is-a-problem = There is a problem
saved = Saved
by-person = written by { $name }
by-for = { $name }, for { $person }
by-for-you = { $name }, for you
by-for-somebody = somebody else
by-the-person = The person

# Whose words a carer writes down
voice-ask = Whose words are these?
voice-mine = Mine
voice-persons = { $name }’s, as they told me
voice-the-persons = The person’s, as they told me

# When a device cannot keep things
store-full-title = There is no room left on this device
store-full-text = Nothing was lost, but this was not saved. Free some space and press the button again.
store-other-title = This could not be saved
store-other-text = Nothing was lost. Your answers are still here. Try again in a moment.
store-newer-title = This needs a newer version of What Matters
store-newer-text = What is saved on this device was made by a newer version. It is safe and has not been changed. Update the app, then open it again.
store-unreadable-title = What is saved on this device cannot be opened
store-unreadable-text = It has not been changed. If you use What Matters on another device, what you sent from here is there too.
aside-what = What you shared with your care team is still with them: sign in again to have it back on this device. What was never sent cannot be read here.
aside-again = Sign in again
aside-sure-title = Begin as new on this device?
aside-sure = What is on this device is put aside, not deleted, and the app starts as new. Then you can sign in. Anything that was never sent will not be there.
aside-now = Put it aside and start as new
aside-failed = It could not be put aside. Nothing has been changed. Free some space, then try again.
store-unavailable-title = What Matters could not start
store-unavailable-text = Close other windows of What Matters and open it again. Nothing has been changed.
starting = Opening your record
not-saved-title = Not saved on this device
not-saved-browser = This browser cannot keep anything, for example because it is a private window. What you write is lost when you close it, unless it has been sent.
not-saved-device = What you write is lost when you close the app, unless it has been sent.
update-to-answer = Update the app to answer this question.
press-unknown = That button no longer works. Please try again from this page.

# More
more-help = Get help now
more-help-line = Whom to call. Works offline.
more-sharing = Who can see what
more-sharing-line = Your team, your carers, and who has looked
more-diary-line = Your notes, and what was written each day
more-bring-in = Bring in a diary
more-bring-in-line = Readings you have kept somewhere else
more-your-data = Your data on this device
more-your-data-line = What is saved, what has been sent, and a copy to keep
more-settings = Settings
more-settings-line = Size of words, light or dark, signing out
more-whose-line = Change to another person’s record
more-mine = What matters to me
more-daily = Every day
more-people = Other people
more-app = This app

saved-here = Saved on this device
added = Added
too-long = Use { $most } characters or fewer
