# What pages share that are made of questions and what is said of them.

items-newer = something that this version of the app does not know yet
items-due = look at it again
items-review = The day has come to look at this again. If it still holds, change only the day.
items-future = This day has not come yet. Enter the day on which it was.
items-past = This day is over. Enter a day that is still to come, or leave it empty.
items-nothing = Write at least one of these, or go back to leave it as it is
items-joined = Put into one with what was written on another device
items-read-only = You can read this, and not change it. { $name } decides who may.
items-not-shared = This part is not shared with you. That does not mean that there is nothing in it.
items-about = About
items-said = In my own words
items-seen-by = Besides you this is seen by: { $names }.
items-seen-none = Nobody but you sees this yet.
items-review-ask = When do you want to look at this again?
items-review-hint = For example in half a year, or after your next appointment
sheet-correct = Correct when printed: { $day }, { $time }
