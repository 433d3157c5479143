# Messages with the care team.

messages-new = { $count } new
messages-you = You
messages-somebody = Someone who helps
messages-record-of = { $name }’s record
messages-your-team = your care team
messages-and = { $first } and { $last }
messages-team = { $name } reads these messages. They say they answer within { $within }.
messages-team-hours = { $name } reads these messages. { $reply }
messages-within-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
messages-within-days = { $days } days
messages-not-emergency = Messages are not for emergencies.
messages-not-watched = Nobody watches them all the time. If you cannot wait, get help now.
messages-older = Show older messages
messages-write = Write to { $to }
messages-write-hint-team = They will see your name and role
messages-send = Send to { $to }
messages-empty = Write your message first
messages-too-long = Your message has { $count } characters. It can have { $most } at most. Send it in two parts.
messages-saved = Saved on this device. It is sent as soon as it can be.
messages-on-its-way = Your message is on its way
messages-waiting = Waiting on this device
messages-sent = Sent
messages-unsent = Not sent yet
messages-read = Read by { $name }, { $day }
messages-refused = Not sent: the server did not take it
messages-expected = { $when } · reply expected by { $by }
messages-was-expected = { $when } · reply was expected by { $by }
messages-overdue = The time in which { $team } said they answer has passed. If you need an answer, phone them.
messages-only-read = You can read these messages. You have not been asked to write any.
messages-not-shared = { $name } does not share messages with you.
messages-none-title = No messages yet
messages-none-text = What is written here can be read on both sides. Nothing can be taken out again.
messages-no-team-title = Messages are between you and your care team
messages-no-account-text = For this you need an account, and a care team that uses What Matters. Your team gives you an invitation with a code.
messages-no-team-text = Your account has no care team yet. Ask your team for an invitation with a code.
messages-invitation = I have an invitation
messages-account = Create an account
messages-sign-in = Sign in
messages-unshared-title = Your care team cannot see messages now
messages-unshared-text = You can let them see and write messages under “Who can see what”.

# A moment in the middle of a sentence
moment-today = today, { $time }
moment-yesterday = yesterday, { $time }
moment-tomorrow = tomorrow, { $time }
