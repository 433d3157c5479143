# The care and support plan. Asked and shown in words that fit whoever reads it: the
# person, somebody who helps, or the care team.

plan-title = Care and support plan
plan-line = What matters, what you want to reach, and the steps
plan-none = This is your plan, in your own words. Begin with what is going well, what worries you, or what you hope for. Write as little or as much as you like.
plan-not-shared = The care and support plan is not shared with you. That does not mean that there is none.
plan-nothing = Nothing is written here yet.
plan-add = Add
plan-open = Open
plan-more = Show more
plan-all-of = All { $count }: { $many }
plan-around = More of the plan
plan-something = Something that a newer app wrote
plan-the-person = the person
plan-empty = left empty
plan-of-ten = { $number } out of 10
plan-text-none = Write something here
plan-name = Name
plan-name-none = Write a name
plan-who-none = Write who
plan-reach = How to reach them
plan-role = Role and team
plan-role-hint = For example “community nurse, Riverside Practice”
plan-scale-not = Choose a number from { $from } to { $to }
plan-day-future = This day has not come yet. Enter a day up to today.

plan-strength = Strength
plan-strengths = Strengths
plan-strength-add = Add a strength
plan-strength-text = What is going well, and what and who helps.
plan-strength-hint = For example “I have good neighbours” or “I know when to rest”
plan-need = Need or concern
plan-needs = Needs and concerns
plan-need-add = Add a need or concern
plan-need-text = What is hard, or worries you.
plan-need-hint = For example “The stairs take my breath”
plan-goal = Goal or hope
plan-goals = Goals and hopes
plan-goal-add = Add a goal or hope
plan-goal-text = What you would like to be able to do, or to be different.
plan-goal-hint = For example “Walk to the allotment and back”
plan-goal-of = Which need it is about
plan-of-none = None of these
plan-importance = How much it matters
plan-importance-least = a little
plan-importance-most = more than anything
plan-why = Why it matters
plan-measure = How to know that it is reached
plan-measure-hint = In your own words. It need not be a number.
plan-outcome = What came of it
plan-outcome-hint = You can fill this in later
plan-status = How far it is
plan-not-begun = Not begun
plan-under-way = Under way
plan-paused = Paused
plan-done = Done
plan-reached = Reached
plan-dropped = No longer wanted
plan-action = Step
plan-actions = Steps
plan-action-add = Add a step
plan-action-text = What is done to get there: who does what, and by when.
plan-action-what = What is to be done
plan-action-hint = One step at a time. For example “Walk to the gate twice a week”
plan-action-of = For which goal
plan-action-of-none = Choose the goal. Where there is none yet, write the goal first.
plan-action-who = Who does it
plan-action-who-hint = You, or somebody else by name and role
plan-action-who-none = Write who does it. A step that is nobody’s is not done.
plan-action-on = By when
plan-action-review = When to look at it again
plan-confidence = How confident you are
plan-confidence-hint = Whoever does the step says how sure they are that they can do it
plan-confidence-least = not at all
plan-confidence-most = very
plan-barrier = What might get in the way
plan-strategy = What to do then
plan-step-line = Step: { $step }
plan-done-press = This is done
plan-reached-press = This is reached

plan-involved-one = Somebody who takes part
plan-involved = Who takes part
plan-involved-add = Add somebody who takes part
plan-involved-text = You choose who takes part in your plan: family, friends, people who help, people of the care team.
plan-relation = Who they are to you
plan-relation-hint = For example “my sister” or “physiotherapist”
plan-talk = Conversation
plan-talks = Conversations about what matters
plan-talk-add = Add a conversation
plan-talk-text = When you talked about what matters to you, and with whom.
plan-talk-what = What you talked about
plan-talk-who = With whom
plan-talk-who-none = Write with whom you talked
plan-talk-on = When
plan-talk-on-none = Enter the day
plan-key = Key worker
plan-key-add = Add a key worker
plan-key-text = The one person of the care team to turn to about this plan.
plan-funding = How care is paid for
plan-funding-add = Add how care is paid for
plan-funding-text = For example the council, the health service, a personal health budget, or yourself.
plan-funding-hint = For example “Personal health budget, Riverside ICB”
plan-other = Other plan
plan-others = Other plans
plan-other-add = Add another plan
plan-other-text = Plans that are kept elsewhere, such as an education plan or a hospital’s plan: what it is called, where it is, and who holds it.
plan-other-name = What it is called
plan-other-hint = For example “Hospital passport”
plan-other-place = Where it is
plan-other-who = Who holds it
plan-other-says = What it says, in short
plan-other-review = When it is looked at again
plan-formulation = How the team understands it
plan-formulation-add = Add how the team understands it
plan-formulation-text = A professional’s summary of what is difficult, why, and what may help (a formulation).
plan-formulation-who = Whose summary: name and role
plan-formulation-on = On which day

# Agreement
plan-agreement = Agreement
plan-agreements = Agreements
plan-agreement-add = Write down an agreement
plan-agreement-text = Who agreed to the plan as it is. An agreement has two sides.
plan-agreed-mine = Who agreed for the person
plan-agreed-mine-hint = Name and role: the person themselves, or who speaks for them
plan-agreed-on = When they agreed
plan-agreed-other = Who agreed for the other side
plan-agreed-other-hint = Name and role, for example “Amina Khan, practice nurse”
plan-agreed-other-on = When the other side agreed
plan-agreed-one = An agreement has two sides. Write who agreed here, with their role.
plan-agreed-same = This is the same name on both sides. Write who agreed for the other side.
plan-agreed-on-none = Enter the day on which they agreed
plan-agreed-by = { $one } and { $other }
plan-agreed-when = Agreed by { $who } on { $day }.
plan-changed-since = { $count ->
    [one] One thing has changed since this was agreed.
   *[other] { $count } things have changed since this was agreed.
}
plan-changed-tag = changed since agreed

# Reviews
plan-review = Review
plan-reviews = Reviews
plan-review-add = Add a review
plan-review-text = When the plan is looked at together again, and by whom.
plan-review-due = When it is due
plan-review-due-none = Enter the day on which it is due
plan-review-who = Who is responsible for it
plan-review-who-hint = Name and role
plan-review-who-none = Write who is responsible for it
plan-review-held = When it was held
plan-review-held-hint = Fill this in afterwards
plan-review-outcome = What came of it
plan-review-early = The plan begins on { $day }, so a review cannot be before that. Enter a later day.
plan-review-nothing = There is no plan to review yet. Write something in the plan first.
plan-review-on = Review held on { $day }
plan-review-due-on = Review due on { $day }
plan-prepare = What you want to talk about
plan-prepare-hint = For example what went well, what did not, and what should change
plan-prepared = Prepared for the review
plan-since = Changed since the review on { $day }
plan-since-none = Nothing in the plan has changed since.
plan-today-review = Write down what you want to talk about

# How it went
plan-went = How it went
plan-went-write = Write how it went
plan-went-hint = As it was. A step that did not work says something too.
plan-went-day = On which day?
plan-note = Note
plan-remind = Remind me
plan-review-remind = Review of your care and support plan
plan-follow = Make it something to follow
plan-follow-change = Change how it is followed
plan-reminded = Reminder
plan-followed = Followed under Track

# Proposals
plan-proposal = Proposal
plan-proposals = Proposals to look at
plan-proposals-waiting = Proposals waiting for an answer
plan-proposals-answered = Proposals that were answered
plan-proposal-was = Proposal: { $what }
plan-tag-yes = yes
plan-tag-adapted = yes, with changes
plan-tag-no = no
plan-proposal-change = A change: { $what }
plan-proposed-by = Proposed by { $who }, { $when }
plan-proposed-who = Proposed by { $who }
plan-propose = Propose this
plan-propose-change = Propose a change
plan-propose-why = Why you propose it
plan-propose-text = This is a proposal. Nothing in the plan changes until { $name } says yes.
plan-proposed = It waits for { $name } to answer.
plan-waits = Waiting for { $name } to answer
plan-by-you = you
plan-by-somebody = somebody whose name is not known
plan-now = Now: { $text }
plan-would-be = Proposed: { $text }
plan-proposal-same = The plan says this already.
plan-changed-since-proposed = The plan was changed here after this was proposed. Look at what would change before you say yes.
plan-proposal-gone = What this would change is no longer in the plan. Saying yes adds it as something new.
plan-accept = Yes, put it in the plan
plan-adapt = Yes, with changes
plan-decline = No, not this
plan-decline-why = Why not?
plan-decline-hint = Whoever proposed it reads this
plan-decline-none = Write the reason in a few words, so that whoever proposed it understands
plan-accepted = It is in the plan now.
plan-declined = The plan stays as it is.
plan-take-back = Take it back
plan-taken-back = This was taken back by whoever proposed it.
plan-answer-yes = { $who } said yes on { $day }
plan-answer-adapted = { $who } said yes with changes on { $day }
plan-answer-no = { $who } said no on { $day }
plan-came = Proposed by { $who }. { $answer }.
plan-copy-yes = Answer: yes
plan-copy-adapted = Answer: yes, with changes
plan-copy-no = Answer: no
plan-today = { $count ->
    [one] A proposal to look at
   *[other] { $count } proposals to look at
}
plan-today-line = From { $who }. Nothing changes until you say yes.

# Who decides
plan-proxies = Who decides for me
plan-proxies-text = Somebody you choose can say yes or no to proposals and change the plan as you can. Each of their changes carries their name. You can end it at any time.
plan-proxies-none = Nobody else can write in your plan now. Under “Who can see what” you choose who can see it and add to it.
plan-proxy-who = Who decides for you?
plan-proxy-who-none = Choose who
plan-proxy-until-ask = The last day
plan-proxy-until-hint = Leave it empty for no end
plan-proxy-why = Why
plan-proxy-open = Decides until you end it
plan-proxy-until = Decides up to { $day }
plan-proxy-over = Ended on { $day }
plan-proxy-ended = Ended
plan-proxy-end = End it
plan-no-right = You can no longer write in this plan, so nothing was changed. What you wrote is still here. { $name } decides who can write.
plan-right-ended-on = Your right to decide for { $name } ended on { $day }, so nothing was changed. What you wrote is still here, and you can propose it.
plan-right-ended = Your right to decide for { $name } has ended, so nothing was changed. What you wrote is still here, and you can propose it.
plan-stranger = not by the person

# What two wrote at once
plan-differs = This was changed in two places at the same time. Both are shown; nobody has said yet which is right.
plan-look-at-both = Look at both and choose
plan-history = History, or cross it out
plan-crossed-out = What was crossed out
plan-crossed-out-text = What is crossed out no longer counts. Open one to read it, or to put it back.

# What is still missing
plan-missing = What is still missing
plan-missing-text = A plan of this kind has five things. What is missing is no fault, and you need not fill in anything.
plan-missing-source = The five are those by which personalised care and support plans are counted in England.
plan-there = Written down
plan-still-missing = Still missing
plan-criterion-central = You are at the centre, and choose who takes part
plan-criterion-talk = You talked about what matters to you
plan-criterion-agreed = Goals are agreed
plan-criterion-records = What matters, the goals and the steps are in one plan that can be shared
plan-criterion-review = The plan is looked at again
plan-lacks-involved = Write who takes part in the plan
plan-lacks-talk = Write when you talked about what matters, and with whom
plan-lacks-goal = Write at least one goal or hope
plan-lacks-agreement = Write down who agreed to the plan, on both sides
plan-lacks-again = Something has changed since it was agreed. Agree again when you are ready.
plan-lacks-matters = Write what is most important to you, under About me
plan-lacks-step = A goal has no step yet. Add one.
plan-lacks-review = Write when the plan is looked at again
plan-lacks-review-passed = The day of the review has passed. Write when it was held, or a new day.

# The page to print
plan-sheet-of = What it is about
plan-sheet-correct = Correct when printed on { $day }. The plan may have changed since.
