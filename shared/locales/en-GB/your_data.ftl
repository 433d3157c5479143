# Your data on this device, and the copy to keep.

your-data-none = There is no record on this device.
your-data-kept = What is written here is kept on this device, locked with a key that stays on it.
your-data-not-kept = Nothing is kept on this device. It is gone when you close the app, unless it has been sent.
your-data-here = What is on this device
your-data-entries = Entries
your-data-readings = Readings
your-data-symptoms = Symptoms
your-data-doses = Doses
your-data-notes = Diary notes
your-data-messages = Messages
your-data-trackers = Trackers
your-data-about = About me and cards
your-data-sharing = Sharing, and who has looked
your-data-unknown = Entries of a newer version
your-data-sent = What has been sent
your-data-alone = Nothing is sent. What Matters is used on this device alone, so this is the only place that has this record.
your-data-sent-count = Sent
your-data-unsent-count = Not sent yet
your-data-waiting = Waiting
your-data-writings = A correction counts as one more.
your-data-send-now = Send now
your-data-signed-out = It is sent when you sign in again.
your-data-refused = What was not accepted
your-data-refused-text = The server did not take these entries. They are safe on this device, and they are in the copy that you can save.
your-data-part = Part
your-data-why = Why
your-data-refused-share = This part is not shared with you, so you may not add to it
your-data-refused-key = This device’s key did not fit. Sign out and in again, and write it once more if it is needed
your-data-refused-unreadable = The server could not read it
your-data-refused-reserved = Only the server may write this
your-data-refused-aside = You may no longer write this: sharing has ended, or you no longer decide for the person. They have what you wrote, and decide
your-data-refused-lost = The server was restored from a backup and could not take this back
your-data-refused-theirs = Only the person, or somebody whom they let decide, may write this. You can propose it instead
your-data-refused-copied = A copy of this device wrote something else in its place
your-data-copy = A copy to keep
your-data-copy-text = You get one file with everything in it. It opens without this app: a page to read, tables for a spreadsheet, and every change that was ever made.
your-data-copy-holds = The copy you saved last has { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} and all { $operations ->
    [one] 1 change
   *[other] { $operations } changes
}, in { $files } files.
your-data-make-copy = Save a copy
your-data-copied = { $entries ->
    [one] A copy of 1 entry is saved
   *[other] A copy of all { $entries } entries is saved
}
your-data-copy-failed = The copy could not be saved. Nothing on this device has changed. Try again.
your-data-not-whole = The copy would not have been complete, so it was not made. Nothing on this device has changed.
your-data-remove = Remove it from this device
your-data-remove-signed-in = Signing out removes the record from this device. What has been sent stays with the server.
your-data-remove-text = This removes everything that you have written here. It cannot be undone.
your-data-remove-all = Remove everything
your-data-lost = { $count ->
    [one] 1 entry is on this device and nowhere else. It will be lost.
   *[other] { $count } entries are on this device and nowhere else. They will be lost.
}
your-data-copy-first = Save a copy first if you want to keep it.
your-data-confirm = Type: remove
your-data-confirm-hint = This is asked so that nothing is lost by accident
your-data-confirm-word = remove
your-data-confirm-wrong = To remove everything, type the word: remove
your-data-removed = Everything was removed. Nothing of the record is left on this device.

copy-title = My record
copy-title-of = The record of { $name }
copy-made = Saved from What Matters on { $when }
copy-counts = It holds { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} and { $operations ->
    [one] 1 change
   *[other] all { $operations } changes
} that made them.
copy-contents = What is in it
copy-file-html = record.html: everything on one page. Open it in any browser.
copy-file-entries = { $name }, { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}
copy-file-unreadable = { $entries ->
    [one] 1 of them was made by a newer version and is only in record.json.
   *[other] { $entries } of them were made by a newer version and are only in record.json.
}
copy-file-trackers = { $count ->
    [one] The same once more in the folder “readings”, in 1 file for what you follow.
   *[other] The same once more in the folder “readings”, in { $count } files, one for each thing that you follow.
}
copy-file-json = record.json: every change ever made, with who made it and when, for another program to read.
copy-unknown = { $entries ->
    [one] 1 entry was made by a newer version of What Matters. It is in record.json, exactly as it came.
   *[other] { $entries } entries were made by a newer version of What Matters. They are in record.json, exactly as they came.
}
copy-private = This is about somebody’s health. Keep it somewhere safe.
copy-date = Date
copy-time = Time
copy-zone = Time zone
copy-author = Written by
copy-written = Written on
copy-state = State
copy-me = Me
copy-somebody = Not known
copy-for-person = { $name } (for the person)
copy-for-other = { $name } (for somebody else)
copy-crossed-out = Crossed out by { $who }: { $why }
copy-corrected = Corrected by { $who }
copy-disputed = { $who } crossed it out while somebody else changed it: { $why }
copy-versions = Different versions: { $versions }
copy-what = What
copy-times = When
copy-answered = What became of reminders
copy-asked = Asked for
copy-value = Value
copy-unit = Unit
copy-out-of-10 = out of 10
copy-context = Circumstances
copy-note = Note
copy-severity = How bad, 0 to 10
copy-medicine = Medicine
copy-dose = Dose
copy-topic = Topic
copy-words = Words
copy-mood = Mood, 1 to 5
copy-about = About me
copy-about-important = What is most important to me
copy-about-people = People who are important to me
copy-about-communicate = How to communicate with me
copy-about-wellness = My wellness
copy-about-do = Please do
copy-about-dont = Please do not
copy-about-support = How and when to support me
copy-about-also = Also worth knowing about me
copy-about-helped = Who helped to write it
copy-people = People
copy-side = Side
copy-side-person = The person
copy-side-carer = Carer
copy-side-team = Care team
copy-name = Name
copy-role = Role
copy-phone = Telephone
copy-more = More
copy-shares = Who can see what
copy-see = Can see
copy-add = Can add to
copy-until = Until
copy-looks = Who has looked
copy-saw = What they could see
copy-forgot = What was removed
copy-reason = Reason

# What others wrote and might no longer add
aside-title = Kept for you to decide
aside-lead = Somebody wrote something for you after you stopped sharing that part with them. It is not in your record.
aside-open = Read it and decide
aside-text = This was written for you after you stopped sharing that part. It is not in your record, and nobody else can see it. You can add it, or put it away.
aside-none = There is nothing here to decide about.
aside-add = Add it to my record
aside-put-away = Put it away
aside-copy = Whatever you choose, it stays in the copy that you can save.
aside-added = { $count ->
    [one] 1 entry is in your record now
   *[other] { $count } entries are in your record now
}
aside-put-away-done = It is put away
