# Bringing in a diary that was kept somewhere else.

bring-in-title = Bring in a diary
bring-in-intro = Readings and notes that you kept somewhere else can be part of this record.
bring-in-file = Choose the file
bring-in-file-hint = Up to 10 MB; what Apple Health exports can be larger. You see what is in it before anything is added.
bring-in-read = Look at the file
bring-in-formats = Which files can I bring in?
bring-in-formats-csv = A CSV file, as meters, spreadsheets and other apps make them. Each line has a date, a time, what was measured, the value and the unit.
bring-in-formats-coded = A diary with tabs. Each line has a date, a time, a code from 33 to 72 and a value.
bring-in-formats-health = What Apple Health exports: the file export.zip, of any size.
bring-in-formats-private = The file is read on this device. It is not sent anywhere.

bring-in-no-file = Choose a file first
bring-in-too-large = This file has { $size } MB. The largest that can be read is { $most } MB. Make a file of fewer months and try again.
bring-in-empty-file = There is nothing in this file
bring-in-spreadsheet = This file is a spreadsheet or document. Open it, save it as CSV, then choose the CSV file.
bring-in-not-text = This file is not a diary. It may be a picture, a document or a program. Choose a CSV file or a file with tabs.
bring-in-no-columns = This file is not a diary. Its lines have no columns. Choose a file that has a date and a value on each line.
bring-in-no-dates = This file is not a diary. No dates were found in it. Choose a file that has a date on each line.

bring-in-columns-title = Which column is which?
bring-in-columns-intro = Check what each column holds. If something was found for you, it is filled in.
bring-in-columns-sample = The first lines of { $name }
bring-in-column-number = Column { $number }
bring-in-columns-date = Which column has the date?
bring-in-columns-time = Which column has the time?
bring-in-columns-time-same = The same column as the date
bring-in-columns-time-midday = There are no times. Use 12:00 midday.
bring-in-columns-what = Which column says what was measured?
bring-in-columns-what-hint = For example “glucose” or “weight”
bring-in-columns-what-none = No column: every line is the same thing
bring-in-columns-value = Which column has the value?
bring-in-columns-unit = Which column has the unit?
bring-in-columns-note = Which column has notes?
bring-in-columns-none = None
bring-in-columns-order = Which comes first in the dates?
bring-in-columns-order-hint = The dates in this file can be read both ways
bring-in-columns-day-first = The day, as in 31/12/2026
bring-in-columns-month-first = The month, as in 12/31/2026
bring-in-columns-mark = How are decimals written?
bring-in-columns-mark-hint = The numbers in this file can be read both ways
bring-in-columns-point = With a point: 6.8
bring-in-columns-comma = With a comma: 6,8
bring-in-columns-date-needed = Choose the column that has the date
bring-in-columns-time-needed = Choose the column that has the time, or say that there is none
bring-in-columns-what-needed = Choose the column that says what was measured, or say that there is none
bring-in-columns-value-needed = Choose the column that has the value or the notes
bring-in-columns-order-needed = Choose whether the day or the month comes first
bring-in-columns-mark-needed = Choose how decimals are written

bring-in-thing-title = What is { $name }?
bring-in-thing-title-unnamed = What was measured?
bring-in-thing-unnamed = Every line
bring-in-thing-unnamed-unit = Every line in { $unit }
bring-in-thing-lines = { $lines ->
    [one] { $name } is on 1 line of the file.
   *[other] { $name } is on { $lines } lines of the file.
}
bring-in-thing-lines-unnamed = { $lines ->
    [one] 1 line of the file does not say what was measured.
   *[other] { $lines } lines of the file do not say what was measured.
}
bring-in-thing-unit = The unit is not given, or not one that is known here. The same number means something else in another unit, so please choose it.
bring-in-thing-question = Bring it in as
bring-in-thing-choose = Choose what this is, or leave it out

bring-in-symptoms = Symptoms
bring-in-a-symptom = A symptom
bring-in-doses = { $medicine }, { $unit }
bring-in-a-dose = A medicine taken, in { $unit }
bring-in-unit-units = units
bring-in-unit-tablets = tablets
bring-in-unit-puffs = puffs
bring-in-unit-none = its own measure
bring-in-score = { $name }, out of 10
bring-in-meals = Diary: meals
bring-in-exercise = Diary: exercise
bring-in-events = Diary: special events
bring-in-notes = Diary notes
bring-in-as-usual = { $topic }, as usual
bring-in-more = { $topic }, more than usual
bring-in-less = { $topic }, less than usual
bring-in-own = A tracker of your own called “{ $name }”
bring-in-own-unnamed = A tracker of your own
bring-in-leave-out = Leave it out
bring-in-low-sugar = Symptoms of low blood sugar
bring-in-insulin-regular = Regular insulin
bring-in-insulin-nph = NPH insulin
bring-in-insulin-ultralente = UltraLente insulin

bring-in-preview-title = Check before you bring it in
bring-in-not-yet = Nothing has been added yet
bring-in-would = { $entries ->
    [one] 1 entry can be brought in.
   *[other] { $entries } entries can be brought in.
}
bring-in-nothing = Nothing in this file can be brought in.
bring-in-all-there = Everything in this file is in the record already.
bring-in-sum = { $name } has { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}: { $taken } can be brought in, { $refused } cannot, { $there } in the record already{ $heading ->
    [0] { "." }
   *[other] , 1 with the names of the columns.
}
bring-in-groups = What can be brought in
bring-in-groups-what = What
bring-in-groups-entries = Entries
bring-in-groups-from = From
bring-in-groups-to = To
bring-in-how = How the file was read
bring-in-how-file = File
bring-in-how-days = Dates
bring-in-how-day-first = Day first, as in 31/12/2026
bring-in-how-month-first = Month first, as in 12-31-2026
bring-in-how-decimals = Decimals
bring-in-how-times = Times
bring-in-how-zone = Taken as the time in { $zone }, where this device is
bring-in-how-moved = { $times ->
    [one] 1 time was skipped when the clocks went forward. It is moved on by an hour.
   *[other] { $times } times were skipped when the clocks went forward. They are moved on by an hour.
}
bring-in-how-codes = What each code is taken to be
bring-in-how-codes-text = Lines with any other code are not brought in.
bring-in-how-columns = Columns
bring-in-how-columns-change = Change the columns
bring-in-how-date = Date: { $column }
bring-in-how-time = Time: { $column }
bring-in-how-time-same = Time: with the date
bring-in-how-midday = Time: none, 12:00 midday is used
bring-in-how-what = What: { $column }
bring-in-how-value = Value: { $column }
bring-in-how-unit = Unit: { $column }
bring-in-how-note = Notes: { $column }
bring-in-how-not-read = Not read: { $columns }
bring-in-how-not-known = Not known, so not brought in
bring-in-how-thing-change = Change what { $name } is
bring-in-quoted = “{ $words }”
bring-in-quoted-unit = “{ $words }” in { $unit }
bring-in-unusual = Please check these numbers
bring-in-unusual-text = { $count ->
    [one] 1 number is unusual. It is brought in as it is.
   *[other] { $count } numbers are unusual. They are brought in as they are.
}
bring-in-unusual-caption = Unusual numbers
bring-in-unusual-when = When
bring-in-unusual-value = Value
bring-in-refused = Lines that are not brought in
bring-in-refused-caption = Lines { $from } to { $to } of { $all } that are not brought in
bring-in-refused-line = Line
bring-in-refused-why = Why
bring-in-refused-text = What it says
bring-in-refused-all = Show all { $all } lines
bring-in-refused-more = Show the next { $next }
bring-in-confirm = { $entries ->
    [one] Bring in 1 entry
   *[other] Bring in { $entries } entries
}
bring-in-pick-another = Choose another file
bring-in-changed = Something has changed since you looked. Check again, then bring it in.

bring-in-why-empty = The line is empty
bring-in-why-not-text = It has letters that cannot be read
bring-in-why-quote = A quotation mark is opened and never closed
bring-in-why-fields = It has { $found ->
    [one] 1 column
   *[other] { $found } columns
}, not { $wanted }
bring-in-why-not-a-day = There is no date that can be read
bring-in-why-no-such-day = There is no such day
bring-in-why-not-a-time = The time cannot be read
bring-in-why-no-time = There is no time
bring-in-why-code = “{ $code }” is not a code that is known
bring-in-why-what = It is not known what “{ $what }” is
bring-in-why-what-empty = It does not say what was measured
bring-in-why-unit = The unit of “{ $what }” is not known
bring-in-why-no-value = There is no value
bring-in-why-not-a-number = The value is not a number
bring-in-why-not-possible = The value is outside what is possible
bring-in-why-value-not-expected = There is a value where none is expected
bring-in-why-too-long = It is too long to keep
bring-in-why-future = It is in the future
bring-in-why-long-ago = It is before the year 1900
bring-in-why-same = It is the same as line { $line }
bring-in-why-already = It is in the record already
bring-in-why-left-out = You chose to leave it out
bring-in-why-not-allowed = You may not add this to the record

bring-in-done-title = Diary brought in
bring-in-done-notice = { $entries ->
    [one] Brought in 1 entry
   *[other] Brought in { $entries } entries
}
bring-in-done-text = { $entries ->
    [one] 1 entry is now part of the record.
   *[other] { $entries } entries are now part of the record.
}
bring-in-done-left-out = { $lines ->
    [one] 1 line of the file was not brought in.
   *[other] { $lines } lines of the file were not brought in.
}
bring-in-see-track = See the readings
bring-in-see-diary = See the diary
bring-in-another = Bring in another file

# What Apple Health exports.
health-reading-title = Reading the export
health-reading = Read so far
health-progress = { $done } of { $all } MB
health-stay = This can take a minute. Please stay on this page. Nothing is added before you have seen what there is.
health-stop = Stop
health-title = What is in the export
health-would = { $count ->
    [one] 1 reading can be brought in.
   *[other] { $count } readings can be brought in.
}
health-nothing = There are no readings in this export that can be followed here.
health-all-there = All readings of this export are in the record already.
health-left-out = { $count ->
    [one] 1 reading was left out: no meter shows such a number, its unit is not known, its time is still to come, or half of a blood pressure is missing.
   *[other] { $count } readings were left out: no meter shows such numbers, their units are not known, their times are still to come, or half of a blood pressure is missing.
}
health-others = { $count ->
    [one] 1 entry is of something that cannot be followed here, such as sleep. It stays in the export.
   *[other] { $count } entries are of things that cannot be followed here, such as sleep or workouts. They stay in the export.
}
health-too-many = { $count ->
    [one] 1 reading more was not read: it is too many for one time.
   *[other] { $count } readings more were not read: they are too many for one time.
}
health-too-many-at-once = That is more than { $most } readings. Choose fewer kinds, or a shorter time.
health-what = What do you want to bring in?
health-what-hint = A watch notes the heart rate every few minutes. So many readings make this app slower.
health-choose = Choose something that has new readings
health-count = { $count ->
    [one] 1 new reading
   *[other] { $count } new readings
}
health-five-years = The last five years
health-bring-in = Bring them in
health-how-units = Weights become kilograms and temperatures degrees Celsius. Glucose stays in the unit of the export.
health-how-steps = Steps are added up for each day: of a phone and a watch, the one that counted more. The day of the export is left out, because it was not over.
health-how-twice = A reading that is in the record already is not added again.
health-rate = Heart rate
health-resting-rate = Resting heart rate
health-beats = beats a minute

health-not = This file is not what Apple Health exports. In the Health app, press your picture, then “Export All Health Data”. If it is a spreadsheet, save it as CSV.
health-cut-off = The end of this file is missing. Export it again, or copy it again.
health-damaged = This file is damaged, or it was changed while it was read. Export it again, or copy it again.
health-encrypted = This file is locked with a password. Choose the file as Apple Health made it.
health-packing = This file is packed in a way that cannot be read here. Choose the file as Apple Health made it.
health-too-much = This file would unpack to far more than an export has. It is not read.
health-entities = This file has parts that an export of Apple Health never has. It is not read.
health-changed = This file has changed since you chose it. Choose it again.
health-gone = This file can no longer be read. Save it on this device, then choose it again.
