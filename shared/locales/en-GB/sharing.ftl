# Who can see what.

# The parts of a record
scope-about = About me
scope-plan = Care plan
scope-health = Readings and symptoms
scope-medicines = Medicines
scope-diary = Diary
scope-support = Support from carers
scope-messages = Messages with the team
scope-decisions = Decisions
scope-community = Community groups
scope-budget = Personal budget
scope-sharing = Who can see what
scope-own = What only you see
scope-none = nothing

# Everybody
sharing-lede = You decide who sees which part of your record. You can change it at any time.
sharing-nobody = Nobody but you can see anything.
sharing-sees = Can see
sharing-adds = Can add to
sharing-until = Until
sharing-no-end = No end date
sharing-not-joined = { $name } has not used the invitation yet.
sharing-disputed-tag = Chosen twice
sharing-disputed = This was changed on two devices at the same time. Until you choose again, only what both allow is shared.
sharing-change-spoken = Change what { $name } can see
sharing-stop = Stop sharing with { $name }
sharing-nothing-title = Can see nothing
sharing-over = The time you chose has passed
sharing-stopped = You have stopped sharing
sharing-never = You have not shared anything yet
sharing-begin = Share
sharing-begin-spoken = Share with { $name }
sharing-of-another = Only { $name } chooses who sees this record. This is what you can see:
sharing-you-see = You can see this

# Changing
sharing-change-title = What { $name } can see
sharing-change-team = Everyone who works in this team can see it. Each time someone opens your record, you see it under “Who has looked”.
sharing-change-carer = They see it on their own devices.
sharing-see-q = What can { $name } see?
sharing-see-hint = What you need, such as large print or a quiet room, goes with “About me”. Without it they are not told.
sharing-add-q = What can { $name } add to?
sharing-add-hint = What they add is marked with their name
sharing-until-q = Until when?
sharing-until-hint = The last day. Leave it empty for no end.
sharing-see-none = Choose at least one part. To share nothing, use “Stop sharing”.
sharing-add-unseen = They can only add to what they see. Choose this above as well: { $parts }
sharing-until-past = Choose today or a later day
sharing-until-wrong = Enter a day, such as 27 3 2027
sharing-saved = What { $name } can see is saved
sharing-holds-soon = It is being sent to the server. It holds from then on.
sharing-holds-sent = It holds as soon as it has been sent to the server.

# Stopping
sharing-stop-title = Stop sharing with { $name }?
sharing-stop-team = Nobody in { $name } can open your record any more.
sharing-stop-carer = { $name } can no longer see your record. It is removed from their devices when they are next online.
sharing-stop-unread = What { $name } has read or copied already cannot be taken back.
sharing-stop-done = You have stopped sharing with { $name }

# Inviting a carer
sharing-invite-title = Someone who cares for you
sharing-invite-text = You can invite a relative, a friend or a paid carer. They use their own account.
sharing-invite = Invite someone
sharing-needs-account = To share your record with someone, you need an account.
sharing-invite-how = You get a code to give them. They see nothing until they have used it.
sharing-name-q = Their name
sharing-name-empty = Enter their name
sharing-name-long = Use 80 characters at most
sharing-relation-q = What are they to you?
sharing-relation-hint = For example: daughter, friend, paid carer
sharing-carer-see-q = What can they see?
sharing-carer-add-q = What can they add to?
sharing-carer-add-hint = For example readings they take for you. What they add is marked with their name.
sharing-invite-make = Make the invitation
sharing-signed-out = Sign in again first. What you entered is still here.
sharing-unreachable = There is no connection to the server. What you entered is still here. Try again when you are online.
sharing-code-title = Invitation for { $name }
sharing-code-text = Give { $name } this code:
sharing-code-how = { $name } opens What Matters, chooses “I have an invitation” and enters the code.
sharing-code-until = It works once, until { $day }.
sharing-code-secret = Write it down now: the code is shown only here. Give it to { $name } yourself, and to nobody else.
sharing-code-sees = Once the code is used, { $name } can see:
sharing-code-done = Done

# Who has looked
sharing-looks-title = Who has looked
sharing-looks-text = Each time someone in your care team opens your record, it is written here.
sharing-looks-none-title = Nobody has opened your record
sharing-looks-none = Nobody in a care team has opened your record.
sharing-looks-all = Show all
sharing-looks-older = Show older
sharing-look-why = Why: { $why }
sharing-look-saw = Could see: { $saw }

# Devices that have forgotten
sharing-forgot-title = Removed from their devices
sharing-forgot-text = When you stop sharing something, their devices remove it as soon as they are in touch. What somebody has read before, they may remember.
sharing-forgot = { $who }: removed from their device
