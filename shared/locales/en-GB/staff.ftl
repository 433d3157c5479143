# The care team's side.

# Who needs you
staff-title = Who needs you
staff-caption = { $team } · { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $needing ->
    [0] nobody is waiting
    [one] 1 needs something
   *[other] { $needing } need something
} · each opening of a record is shown to the person
staff-fetching = Fetching the people of your team
staff-unreachable = There is no connection to the server. Try again in a moment.
staff-ended = You have been signed out. Sign in again to go on.
staff-again = Try again
staff-refresh = Look again
staff-nobody-title = Nobody shares anything with your team yet
staff-nobody = Invite a person, and they stand here once they have accepted.
staff-find = Find a person
staff-none-found = Nobody’s name has “{ $name }” in it.
staff-many = { $count } more. Type part of a name to find them.
staff-table = People of your team, as of { $time }
staff-person = Person
staff-what = What
staff-waiting = Waiting
staff-next = Next
staff-unanswered = Message not answered
staff-late = Answer is late
staff-red = A reading in the red of their own plan: { $when }
staff-review-due = A review of the plan is due: { $day }
staff-review-overdue = A review of the plan is overdue: { $day }
staff-red-note = This list is made when you look. Nobody is told of a reading when it comes.
staff-newer = Something new: update the app
staff-nothing = Nothing is waiting
staff-reply-by = Reply by { $by }
staff-was-due = Reply was due { $by }
staff-minutes = { $count ->
    [0] less than a minute
    [one] 1 minute
   *[other] { $count } minutes
}
staff-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
staff-days = { $count } days
staff-last = Last entry: { $when }

# Opening a record
staff-ask-title = Open { $name }’s record
staff-ask-text = { $name } will see that you opened it, when, and the reason you give.
staff-ask-closes = { $name }’s record closes when you open this one.
staff-ask-why = Why do you open it?
staff-ask-words = In your own words
staff-ask-words-hint = { $name } reads this. Keep it short.
staff-ask-open = Open the record
staff-why-message = To answer a message
staff-why-review = For a planned review
staff-why-asked = They asked us to look
staff-why-other = Something else
staff-why-empty = Choose why you open it
staff-why-words = Say why in your own words
staff-why-long = Use fewer words: 200 characters at most in all
staff-no-record = No record is open
staff-open-until = Opened { $since } · open until { $until }
staff-record-fetching = Fetching the record
staff-record-unfetched = The record could not be fetched.
staff-time-over = { $name }’s record is closed, because its time is over. You can open it again.
staff-closed = { $name }’s record is closed
staff-close = Close { $name }’s record
staff-close-lose = { $count ->
    [one] Close and lose 1 entry
   *[other] Close and lose { $count } entries
}
staff-unsent-title = Close { $name }’s record?
staff-unsent = { $count ->
    [one] 1 entry has not been sent yet. It is only on this screen, and is lost if you leave now.
   *[other] { $count } entries have not been sent yet. They are only on this screen, and are lost if you leave now.
}
staff-sending = Sending
staff-sent = All is sent
staff-not-sent = Not sent yet
staff-unsent-none = Everything you wrote has been sent.

# A record at a glance
staff-matters = What matters to them
staff-matters-none = They have not written about themselves yet.
staff-about-people = People who are important
staff-about-communicate = How to communicate
staff-about-wellness = Good days and bad days
staff-about-do = Please do
staff-about-dont = Please do not
staff-about-support = How and when to support
staff-about-also = Also worth knowing
staff-about-helped = Who helped them to write this
staff-latest = Latest readings
staff-no-trackers = They do not track anything yet.
staff-no-reading = No reading lately
staff-column-what = What
staff-column-value = Reading
staff-column-when = When
staff-more-of = More of the record
staff-messages-line = Read and answer
staff-readings-line = Charts and all readings
staff-medicines-line = What they take, and react badly to
staff-plan-line = Strengths, needs, goals and steps; propose a change
staff-plans-line = What they have agreed to do when things change
staff-decisions-line = Options, what matters to them, and what they decided
staff-choice-line = Referrals, waits, and the places that were offered
staff-diary-line = What they wrote, day by day
staff-hidden = Not shared with your team: { $parts }

# Inviting a patient
staff-invite = Invite a person
staff-invite-line = They get a code from you
staff-invite-text = Give the code to the person yourself. They choose what they share.
staff-invite-scopes = What do you ask them to share?
staff-invite-scopes-hint = They can say yes, and change it at any time
staff-invite-none = Choose at least one part
staff-code-asks = You ask them to share: { $parts }

# Signing out
staff-settings-line = Size of words, light or dark
staff-sign-out-line = Nothing stays on this device
staff-sign-out-text = Nothing of what you opened stays on this device.
staff-signed-out = You are signed out
