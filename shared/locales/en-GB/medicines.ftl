# Medicines. The app says what was written down and what the person's own limits
# are. It never says that a dose may, or should, be taken.

medicines-title = Medicines
medicines-line = What you take, when, and what you react badly to
medicines-none = No medicines yet
medicines-none-text = Write down what you take. You can then see it on Today, and show it to whoever has to know.
medicines-new = Add a medicine
medicines-not-shared = Medicines are not shared with you. That does not mean that there are none.
medicines-sheet = A page to show or print
medicines-allergies = Allergies and bad reactions
medicines-allergies-none = Nobody has written one down here. That does not mean that there are none.
medicines-stopped = No longer taken
medicines-stopped-on = Last day: { $day }
medicines-unnamed = A medicine
medicines-how-phone = Times come on this device’s screen, and stand on Today. A phone may bring them some minutes late.
medicines-how-browser = Times come while the app is open in your browser, and stand on Today. For times that matter, use another alarm as well.
medicines-how-today = This device cannot remind you by itself. Times stand on Today.

medicines-change = Change a medicine
medicines-change-text = Write down what was agreed with whoever prescribes it. This changes the record, and tells nobody else.
medicines-save-new = Save and set its times
medicines-name = What is it called?
medicines-name-hint = As it stands on the box, or in your own words. Type some letters to look for it.
medicines-name-none = Write what it is called
medicines-strength = Strength
medicines-strength-hint = As it stands on the box, for example “500 mg”
medicines-form = What does it come as?
medicines-form-tablet = Tablet
medicines-form-capsule = Capsule
medicines-form-liquid = Liquid
medicines-form-inhaler = Inhaler
medicines-form-injection = Injection or pen
medicines-form-patch = Patch
medicines-form-cream = Cream, ointment or gel
medicines-form-drops = Drops
medicines-form-spray = Spray
medicines-form-suppository = Suppository or pessary
medicines-form-powder = Powder
medicines-form-other = Something else
medicines-dose = How much at a time, in your own words
medicines-dose-hint = As it stands on the label, for example “one with breakfast”. It is kept as you write it.
medicines-amount = How much at a time, as a number
medicines-amount-hint = With a number, the app can count what is left. Leave it empty if it is not always the same.
medicines-amount-not = This is not a number. Enter a number, such as 2 or 0.5, or leave it empty and say it in words.
medicines-number-none = Enter a number above 0, or leave it empty
medicines-count-not = Enter a whole number from 1, or leave it empty
medicines-unit = A number of what?
medicines-unit-none = As the words say
medicines-unit-tablet = tablets or capsules
medicines-unit-unit = units
medicines-unit-puff = puffs
medicines-unit-ml = ml
medicines-unit-mg = mg
medicines-unit-microgram = micrograms
medicines-unit-drop = drops
medicines-unit-patch = patches
medicines-why = Why do you take it?
medicines-how = How do you take it?
medicines-by = Who prescribed it?
medicines-started = Since when?
medicines-beside = Show readings beside its doses
medicines-beside-hint = For example glucose beside insulin, or peak flow beside an inhaler
medicines-beside-none = No readings
medicines-beside-write = Write down: { $what }
medicines-date-early = Enter a day after 1969
medicines-date-far = Enter a day before the year 2200

medicines-times = Change its times
medicines-times-title = When do you take { $name }?
medicines-times-not-now = Not now
medicines-times-newer = This form cannot say all that its times say, so it does not change them.
medicines-how-needed = When I need it
medicines-how-elapsed = Some hours after the last one
medicines-how-none = It has no times
medicines-time = First time
medicines-gap = At least how long between two?
medicines-gap-hint = As your label or your team says. The app shows it back to you, and never says when to take one.
medicines-gap-not = Enter at most 24 hours, or leave it empty
medicines-hours-not = Enter hours as a number, such as 4 or 0.5
medicines-most = At most how many in a day?
medicines-most-hint = As your label or your team says
medicines-elapsed = How many hours after the last one?
medicines-elapsed-hint = Counted from when the last one was taken, whatever the clock says. That is not the same as a time of day.
medicines-elapsed-not = Enter a number of hours, at most 168
medicines-unit-hours = hours
medicines-unit-a-day = a day
medicines-unit-doses = doses
medicines-last-day-hint = The last day of a course. Leave it empty if it goes on.
medicines-count = Or after how many doses?
medicines-count-hint = For a course that is counted
medicines-steps = Is the dose always the same?
medicines-steps-no = Yes, always
medicines-steps-yes = No, it goes up or down over the days
medicines-steps-times = No, it depends on the time of day
medicines-time-dose = How much the first time
medicines-time-dose-also = How much at time { $number }
medicines-time-dose-none = Write how much at this time, or choose that the dose is always the same
medicines-rule-time-dose = { $time } ({ $dose })
medicines-step-dose = Step { $number }: how much each time
medicines-step-days = Step { $number }: for how many days
medicines-step-days-hint = Leave the last one empty if it goes on
medicines-steps-none = Write how much to take in the first step
medicines-steps-endless = Each step but the last needs a number of days
medicines-tell = At its times
medicines-tell-yes = Remind me
medicines-tell-no = Only show it on Today
medicines-important = In quiet hours
medicines-important-no = Wait until they are over
medicines-trouble = Its times cannot be read. Set them anew.

medicines-as-needed = As needed
medicines-rule-gap = at least { $gap } between two
medicines-rule-most = { $count ->
    [one] at most 1 a day
   *[other] at most { $count } a day
}
medicines-rule-elapsed = { $every } after the last one
medicines-rule-count = { $rule }, for { $count ->
    [one] 1 dose
   *[other] { $count } doses
}
medicines-step = { $count ->
    [one] { $dose } for 1 day
   *[other] { $dose } for { $count } days
}
medicines-step-last = then { $dose }
medicines-minutes = { $count ->
    [0] less than a minute
    [one] 1 minute
   *[other] { $count } minutes
}
medicines-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
medicines-days = { $count } days

medicines-limit-gap = You set at least { $gap } between two.
medicines-limit-gap-theirs = At least { $gap } between two is set here.
medicines-limit-most = You set at most { $count } a day.
medicines-limit-most-theirs = At most { $count } a day is set here.
medicines-last = Last taken { $ago } ago: { $when }.
medicines-last-none = Nothing is written down yet.
medicines-last-ahead = The last one was written down for { $when }, which is later than this device’s clock says. Check the clock before you go by it.
medicines-ahead-title = Check the date: { $name }
medicines-ahead = The last dose was written down for { $last }. This device’s clock says { $now }, which is before that.
medicines-ahead-silent = This medicine goes by the hours since the last dose, so the app cannot say when the next one is due, and does not ask for it.
medicines-ahead-do = Look at the date and time in this device’s own settings first. If they are right, correct when that dose was.
medicines-ahead-look = Look at that dose
medicines-today-count = { $count ->
    [0] None written down today.
    [one] 1 written down today.
   *[other] { $count } written down today.
}

medicines-differs = Two people wrote this differently at the same time. Both are shown, and nothing was chosen for you.
medicines-look-at-both = Look at both and choose
medicines-write = Write down a dose
medicines-stock = What is left
medicines-stop = I no longer take it
medicines-again = I take it again
medicines-history = History, or cross it out
medicines-open = All about this medicine
medicines-doses = Doses
medicines-doses-none = No doses are written down yet.
medicines-supplies = What is left of medicines

medicines-row-dose = Dose
medicines-row-when = Times
medicines-row-form = Comes as
medicines-row-why = For
medicines-row-how = How
medicines-row-by = Prescribed by
medicines-row-started = Since
medicines-row-stopped = Last day
medicines-row-stop-why = Why it was stopped
medicines-row-left = Left
medicines-row-amount = How much
medicines-row-sort = What sort
medicines-row-reaction = What happens
medicines-row-noticed = When it was noticed

medicines-all = All medicines
medicines-all-morning = Taken: all of this morning’s
medicines-all-afternoon = Taken: all of this afternoon’s
medicines-all-evening = Taken: all of this evening’s
medicines-take = Taken
medicines-took-at = I took it at { $time }
medicines-skip = Not taken
medicines-part-or-else = Part of it, or at another time
medicines-expired = This was a while ago, and is not asked for any more. If you know what became of it, you can still say so.
medicines-gone = This medicine, or this time of it, is no longer there
medicines-taken = Taken
medicines-taken-late = Taken later
medicines-taken-part = Part taken
medicines-not-taken = Not taken

medicines-skip-title = Not taken: { $name }
medicines-why-effects = Side effects
medicines-why-none-left = There was none left

medicines-write-title = A dose of { $name }
medicines-correct-title = Correct a dose of { $name }
medicines-how-much = How much was taken?
medicines-how-much-hint = As a number. Leave it empty if you do not know.
medicines-how-much-words = Or in words
medicines-part-how-much = Write how much of it was taken, as a number here or in words below

medicines-stock-title = What is left of { $name }
medicines-stock-left = How much is there now?
medicines-stock-left-hint = Count it. Doses that are taken after this are taken off.
medicines-stock-not = Enter a number, such as 28, or leave it empty
medicines-stock-below = There cannot be less than nothing left. Count what there is and enter that, or 0 if it has run out.
medicines-stock-none = Enter how much there is now, so that it can be counted down
medicines-stock-on = On which day shall we remind you to order?
medicines-stock-on-hint = For example a week before it runs out
medicines-stock-at = Or when how much is left?
medicines-stock-at-hint = It then stands on Today
medicines-stock-words = The dose of this medicine is not kept as a number, so the app cannot count down what is left. Enter a number under “Change”, or count it yourself now and then.
medicines-uncounted = { $count ->
    [one] 1 dose since the last count had no number, and was not taken off.
   *[other] { $count } doses since the last count had no number, and were not taken off.
}
medicines-left = { $amount } left
medicines-order-on = Order on { $day }
medicines-order-at = Order when { $amount } are left
medicines-order-now = Time to order
medicines-ordered = I have ordered it
medicines-short = More doses are written down than there were. Count what is left and put it right.
medicines-put-right = Put it right
medicines-card-order = Order more: { $name }
medicines-card-short = What is left does not add up: { $name }
telling-order = It is time to order something. Open the app to see what.

medicines-stop-title = No longer taking { $name }
medicines-stop-text = Talk to whoever prescribed it before you stop a medicine. Here you only write down that it was stopped.
medicines-stop-last = What was the last day?
medicines-stop-why = Why was it stopped?
medicines-stop-early = This is before it was started. Enter a later day.

medicines-allergy = Allergy
medicines-bad-reaction = Bad reaction or side effect
medicines-not-sure = Not sure
medicines-allergy-new = Add an allergy or bad reaction
medicines-allergy-change = Change an allergy or bad reaction
medicines-allergy-to = To what?
medicines-allergy-to-hint = For example “Penicillin”, or “Nuts”
medicines-allergy-to-none = Write what it is a reaction to
medicines-allergy-sort = What sort of reaction is it?
medicines-allergy-sort-none = Choose what sort it is. “Not sure” is an answer too.
medicines-allergy-reaction = What happens?
medicines-allergy-reaction-hint = For example “A rash, and my lips swell”
medicines-allergy-noticed = When was it noticed?
medicines-allergy-noticed-hint = As well as you know, for example “as a child”

medicines-sheet-title = Medicines
medicines-sheet-title-of = Medicines of { $name }
medicines-sheet-correct = Correct on { $day } at { $time }, as far as it was written down
medicines-sheet-regular = Taken regularly
medicines-sheet-needed = Taken when needed
medicines-sheet-stopped = Stopped in the last three months
medicines-sheet-none = Nobody has written one down here.
medicines-sheet-what = Medicine
medicines-sheet-dose = How much
medicines-sheet-when = When and how
medicines-sheet-why = For, since, from whom
medicines-sheet-no-dose = Not written down
medicines-sheet-since = Since { $day }
medicines-sheet-by = From { $who }
medicines-sheet-differs = Two people wrote this differently; nobody has said yet which is right
medicines-sheet-says = Written by the person and those they chose. It is not a prescription record.
medicines-sheet-keep = Save this page as a file
medicines-sheet-kept = The page is saved as a file
medicines-sheet-failed = The page could not be saved. Try again, or show it on this device.
medicines-sheet-how = How to print it
medicines-sheet-print-browser = To print it, use your browser’s own “Print”. Menus and buttons are left out.
medicines-sheet-print = To print or send it, save it as a file first.
