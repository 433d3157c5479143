# The care and support plan, in Easy Read.

## plan

plan-title = My care plan
plan-none =
    This is your plan.
    Use your own words.
    What is going well?
    What worries you?
    What do you hope for?
    .picture = write
plan-not-shared =
    You cannot see this plan.
    There may still be a plan.
    .picture = lock
plan-nothing = Nothing is written here yet.
    .picture = paper
plan-add = Add
    .picture = add
plan-open = Open
    .picture = choose
plan-more = Show more
    .picture = add
plan-all-of = All { $count }: { $many }
plan-around = More of the plan
plan-something =
    A newer app wrote this.
    Please update your app.
    .picture = again
plan-the-person = the person
    .picture = person
plan-empty = left empty
    .picture = paper
plan-of-ten = { $number } out of 10
    .picture = numbers
plan-text-none = Write something here
    .picture = write
plan-name = Name
    .picture = sign
plan-name-none = Write a name
    .picture = sign
plan-who-none = Write who
    .picture = person
plan-reach = How to reach them
    .picture = phone
plan-role = Their job, their team
    .picture = doctor
plan-role-hint = For example, “nurse”.
    .picture = doctor
plan-scale-not = Choose a number from { $from } to { $to }
    .picture = numbers
plan-day-future =
    This day is not here yet.
    Write today or an earlier day.
    .picture = day

## strong

plan-strength = Going well
plan-strengths = What is going well
plan-strength-add = Add something that is going well
plan-strength-text =
    What is going well for you?
    Who helps you?
plan-strength-hint = For example, “My neighbours are good to me”.

## worry

plan-need = A worry
plan-needs = What worries me
plan-need-add = Add a worry
plan-need-text =
    What is hard for you?
    What worries you?
plan-need-hint = For example, “The stairs are hard for me”.

## goal

plan-goal = A goal
plan-goals = My goals
plan-goal-add = Add a goal
plan-goal-text =
    A goal is something you want.
    What do you want to do?
    What should be different?
plan-goal-hint = For example, “I want to walk to the garden”.
    .picture = walk
plan-goal-of = Which worry is it about?
    .picture = worry
plan-of-none = None of these
    .picture = no
plan-importance = How much does it matter?
    .picture = heart
plan-importance-least = a little
plan-importance-most = more than anything
    .picture = heart
plan-why = Why does it matter?
    .picture = question
plan-measure = How will you know you got there?
    .picture = tick
plan-measure-hint = Use your own words.
    .picture = write
plan-outcome = What happened in the end?
    .picture = tick
plan-outcome-hint = You can write this later.
    .picture = clock
plan-status = How far is it?
    .picture = chart
plan-not-begun = Not started
    .picture = wait
plan-under-way = Started
    .picture = walk
plan-paused = Stopped for now
    .picture = stop
plan-done = Done
    .picture = tick
plan-reached = Got there
    .picture = star
plan-dropped = Not wanted any more
    .picture = no

## steps

plan-action = A step
plan-actions = Steps
plan-action-add = Add a step
plan-action-text =
    A step is one thing to do.
    Steps help you to reach your goal.
    Who does what?
plan-action-what = What must be done?
    .picture = write
plan-action-hint = For example, “Walk to the gate on Mondays”.
    .picture = walk
plan-action-of = Which goal is it for?
    .picture = goal
plan-action-of-none =
    Choose the goal.
    Is there no goal yet?
    Then write a goal first.
    .picture = goal
plan-goal-who = Whose goal is it?
    .picture = person
plan-goal-who-hint = It can be yours or another person’s.
    .picture = people
plan-goal-who-none =
    Write whose goal it is.
    Every goal needs somebody.
    .picture = person
plan-goal-who-me = Me
    .picture = me
plan-action-who = Who does it?
    .picture = person
plan-action-who-hint = It can be you or another person.
    .picture = people
plan-action-who-none =
    Write who does it.
    Every step needs somebody.
    .picture = person
plan-action-on = Which day should it be done by?
    .picture = day
plan-action-review = When will you look at it again?
    .picture = day
plan-confidence = How sure are you?
    .picture = think
plan-confidence-hint = This is for the person who does the step.
    .picture = person
plan-confidence-least = not sure at all
    .picture = worry
plan-confidence-most = very sure
    .picture = good
plan-barrier = What could get in the way?
    .picture = warning
plan-strategy = What will you do then?
    .picture = idea
plan-step-line = Step: { $step }
plan-done-press = This is done
    .picture = tick
plan-reached-press = I got there
    .picture = star

## people

plan-involved-one = Somebody who takes part
plan-involved = Who takes part
plan-involved-add = Add somebody
    .picture = add
plan-involved-text =
    You choose who takes part in your plan.
    It can be family.
    It can be friends.
    It can be people from your care team.
plan-relation = Who are they to you?
    .picture = family
plan-relation-hint = For example, “my sister”.
    .picture = family

## talk

plan-talk = A talk
plan-talks = Talks about what matters
plan-talk-add = Add a talk
plan-talk-text =
    When did you talk about what matters?
    Who did you talk to?
plan-talk-what = What did you talk about?
plan-talk-who = Who did you talk to?
    .picture = people
plan-talk-who-none = Write who you talked to
    .picture = people
plan-talk-on = When was it?
    .picture = day
plan-talk-on-none = Write the day
    .picture = day

## person

plan-key =
    Key worker
    Your key worker is the person to ask first.
plan-key-add =
    Add a key worker
    A key worker is the person to ask first.
plan-key-text = Who do you ask first about this plan?

## money

plan-funding = Who pays for care
plan-funding-add = Write who pays for care
plan-funding-text =
    For example, the council may pay.
    You may pay yourself.
plan-funding-hint = For example, “The council pays”.

## folder

plan-other = Another plan
plan-others = Other plans
plan-other-add = Add another plan
    .picture = add
plan-other-text =
    Do you have another plan somewhere?
    For example, a hospital may have one.
    .picture = hospital
plan-other-name = What is it called?
    .picture = sign
plan-other-hint = For example, “Hospital book about me”.
    .picture = hospital
plan-other-place = Where is it?
plan-other-who = Who has it?
    .picture = person
plan-other-says = What does it say?
    .picture = book
plan-other-review = When will somebody look at it again?
    .picture = day

## doctor

plan-formulation = What the team thinks
plan-formulation-add = Add what the team thinks
plan-formulation-text =
    The team writes what is hard for you.
    The team writes what may help.
plan-formulation-who = Who wrote this?
plan-formulation-on = Which day was that?
    .picture = day

## thumb

plan-agreement = Saying yes together
plan-agreements = Who said yes to this plan
plan-agreement-add = Write down who said yes
plan-agreement-text =
    Who said yes to this plan?
    Both sides must say yes.
    One side is you.
    The other side is your team.
plan-agreed-mine = Who said yes for the person?
    .picture = person
plan-agreed-mine-hint =
    It can be the person.
    It can be somebody who speaks for them.
    .picture = person
plan-agreed-on = Which day did they say yes?
    .picture = day
plan-agreed-other = Who said yes for the team?
    .picture = doctor
plan-agreed-other-hint = For example, “my nurse Amina”.
    .picture = doctor
plan-agreed-other-on = Which day did the team say yes?
    .picture = day
plan-agreed-one =
    Both sides must say yes.
    Write who said yes here.
    .picture = people
plan-agreed-same =
    This is the same name two times.
    Write who said yes for the other side.
    .picture = people
plan-agreed-on-none = Write the day they said yes
    .picture = day
plan-agreed-by = { $one } and { $other }
plan-agreed-when = { $who } said yes on { $day }.
plan-changed-since = { $count ->
    [one] One thing changed after that.
   *[other] { $count } things changed after that.
}
    .picture = changed
plan-changed-tag = changed after that
    .picture = changed

## again

plan-review = Looking at the plan again
plan-reviews = Looking at the plan again
plan-review-add = Add a day to look at the plan again
    .picture = day
plan-review-text =
    You look at the plan again together.
    You talk about what to change.
plan-review-due = When will you do it?
    .picture = day
plan-review-due-none = Write the day
    .picture = day
plan-review-who = Who makes sure it happens?
    .picture = person
plan-review-who-hint = Write their name and their job.
    .picture = sign
plan-review-who-none = Write who makes sure it happens
    .picture = person
plan-review-held = When did you do it?
    .picture = day
plan-review-held-hint = Write this after you did it.
    .picture = clock
plan-review-outcome = What came out of it?
    .picture = tick
plan-review-early =
    The plan starts on { $day }.
    Write a later day.
    .picture = day
plan-review-nothing =
    There is no plan yet.
    Write something in the plan first.
    .picture = write
plan-review-on = You looked at it on { $day }
plan-review-remind = Look at your plan again
plan-review-due-on = Look at it again on { $day }
    .picture = day
plan-prepare = What do you want to talk about?
    .picture = talk
plan-prepare-hint =
    What went well?
    What did not go well?
    .picture = think
plan-prepared = What I want to talk about
    .picture = talk
plan-since = What changed since { $day }
    .picture = changed
plan-since-none = Nothing changed since then.
    .picture = tick
plan-then = The plan as it was then
    .picture = plan
plan-then-text =
    This is what the plan said on { $day }.
    Some things are different now.
    They have a mark.
    .picture = book
plan-then-none = The plan was empty then.
    .picture = no
plan-then-changed = different now
    .picture = changed
plan-then-out = not in the plan now
    .picture = minus
plan-then-new = new
    .picture = add
plan-then-added = New things in the plan
    .picture = add
plan-others-here = Other plans in this app
    .picture = folder
plan-other-open = Open this link
    .picture = link
plan-today-review = Write down what you want to talk about
    .picture = write
plan-today-review-may = You can write what you want to talk about
    .picture = write

## chart

plan-went = How it went
plan-went-write = Write how it went
    .picture = write
plan-went-hint =
    Write what really happened.
    It is fine when it did not work.
    .picture = good
plan-went-day = Which day was it?
    .picture = day
plan-note = A note
    .picture = write
plan-remind = Remind me of this
    .picture = bell
plan-follow = Track this
plan-follow-change = Change how you track this
    .picture = settings
plan-reminded = The app reminds you
    .picture = bell
plan-followed = You track this

## idea

plan-proposal = An idea
plan-proposals = Ideas for you to look at
plan-proposals-waiting = Ideas that wait for an answer
    .picture = wait
plan-proposals-answered = Ideas that have an answer
    .picture = tick
plan-proposal-was = An idea: { $what }
plan-tag-yes = yes
    .picture = tick
plan-tag-adapted = yes, with changes
    .picture = changed
plan-tag-no = no
    .picture = no
plan-proposal-change = An idea to change this: { $what }
plan-proposed-by = { $who } had this idea, { $when }
plan-proposed-who = { $who } had this idea
plan-propose = Send this idea
plan-propose-change = Ask for a change
plan-propose-why = Why do you want this?
    .picture = question
plan-propose-text =
    This is only an idea.
    { $name } must say yes first.
    Then the plan changes.
plan-proposed = { $name } has to answer now.
    .picture = wait
plan-waits = Waiting for { $name } to answer
    .picture = wait
plan-now = Now: { $text }
    .picture = plan
plan-would-be = The idea: { $text }
plan-proposal-same = The plan already says this.
    .picture = tick
plan-changed-since-proposed =
    The plan changed after this idea came.
    Look at it with care.
    Then say yes or no.
    .picture = changed
plan-proposal-gone =
    This part is not in the plan now.
    Say yes to add it as new.
    .picture = add
plan-propose-nothing =
    The plan already says this.
    Change something first.
    .picture = write
plan-out = Taken out of the plan
    .picture = minus
plan-out-line = Take this out: { $what }
    .picture = minus
plan-out-propose = Ask to take this out
    .picture = minus
plan-out-why = Why take it out?
    .picture = question
plan-out-why-hint = They read this before they answer.
    .picture = book
plan-out-why-none = Write why in a few words
    .picture = write
plan-out-what = What would go
    .picture = minus
plan-out-gone =
    This is not in the plan now.
    A yes changes nothing more.
    .picture = tick
plan-out-accept = Yes, take it out
    .picture = tick
plan-out-accepted = It is out of the plan now.
    .picture = tick
plan-accept = Yes, put it in the plan
    .picture = tick
plan-adapt = Yes, but change it first
    .picture = write
plan-decline = No, not this
    .picture = no
plan-decline-why = Why not?
    .picture = question
plan-decline-hint = The person with the idea reads this.
    .picture = book
plan-decline-none = Write why in a few words
    .picture = write
plan-accepted = It is in the plan now.
    .picture = tick
plan-declined = The plan stays the same.
    .picture = plan
plan-take-back = Take it back
    .picture = undo
plan-taken-back = The person with the idea took it back.
    .picture = undo
plan-answer-yes = { $who } said yes on { $day }
    .picture = tick
plan-answer-adapted = { $who } said yes with changes on { $day }
    .picture = write
plan-answer-no = { $who } said no on { $day }
    .picture = no
plan-came =
    { $who } had this idea.
    { $answer }.
plan-copy-yes = The answer was yes
    .picture = tick
plan-copy-adapted = The answer was yes, with changes
    .picture = write
plan-copy-no = The answer was no
    .picture = no
plan-today = { $count ->
    [one] An idea to look at
   *[other] { $count } ideas to look at
}
plan-today-line =
    It is from { $who }.
    Nothing changes before you say yes.

## help

plan-proxies = Who chooses for me
plan-proxies-text =
    You can ask somebody to choose for you.
    They can change your plan.
    Their name stands with each change.
    You can stop this at any time.
plan-proxies-none =
    Nobody else can change your plan now.
    You choose who can see it.
    .picture = eye
plan-proxy-who = Who chooses for you?
plan-proxy-who-none = Choose who
    .picture = choose
plan-proxy-until-ask = What is the last day?
    .picture = day
plan-proxy-until-hint = Leave it empty for no last day.
    .picture = day
plan-proxy-why = Why?
    .picture = question
plan-proxy-open = They choose until you stop it
plan-proxy-until = They choose until { $day }
    .picture = day
plan-proxy-over = This stopped on { $day }
    .picture = stop
plan-proxy-ended = This has stopped
    .picture = stop
plan-proxy-end = Stop it
    .picture = stop
plan-no-right =
    You cannot change this plan any more.
    Nothing was changed.
    Your words are still here.
    { $name } chooses who can change it.
    .picture = lock
plan-right-ended-on =
    You chose for { $name } until { $day }.
    That time is over.
    Nothing was changed.
    Your words are still here.
    You can send them as an idea.
    .picture = lock
plan-proposal-changed =
    Somebody changed this while you read it.
    Nothing was put in your plan.
    Please read it again.
    .picture = changed
plan-right-ended =
    You do not choose for { $name } any more.
    Nothing was changed.
    Your words are still here.
    You can send them as an idea.
    .picture = lock
plan-stranger = not by the person
    .picture = person

## changed

plan-differs =
    Two people changed this at the same time.
    You can see both.
    Nobody has said which is right.
plan-look-at-both = Look at both, then choose
    .picture = choose
plan-history = What happened to this
plan-crossed-out = What you crossed out
    .picture = no
plan-crossed-out-text =
    This does not count now.
    Open one to read it.
    You can put it back.
    .picture = undo

## tick

plan-missing = What is not there yet
    .picture = search
plan-missing-text =
    A plan like this has five things.
    Something is not there yet.
    That is fine.
    You do not have to write anything.
    .picture = numbers
plan-missing-source =
    People in England count these five things.
    They do this for every plan.
    .picture = numbers
plan-there = Written down
plan-still-missing = Not there yet
    .picture = search
plan-criterion-central = You choose who takes part
    .picture = me
plan-criterion-talk = You talked about what matters to you
    .picture = talk
plan-criterion-agreed = You said yes to the goals together
    .picture = thumb
plan-criterion-records = Everything is in one plan
    .picture = plan
plan-criterion-review = You look at the plan again
    .picture = again
plan-lacks-involved = Write who takes part in the plan
    .picture = people
plan-lacks-talk = Write when you talked about what matters
    .picture = talk
plan-lacks-goal = Write one goal
    .picture = goal
plan-lacks-agreement = Write who said yes, on both sides
    .picture = thumb
plan-lacks-again =
    Something changed after you said yes.
    Say yes again when you are ready.
    .picture = changed
plan-lacks-matters =
    Write what matters most to you.
    You do this under About me.
    .picture = heart
plan-lacks-step =
    One goal has no step.
    Add a step.
    .picture = steps
plan-lacks-review = Write when you look at the plan again
    .picture = day
plan-lacks-review-passed =
    The day to look at the plan has gone.
    Write when you looked at it.
    You can also write a new day.
    .picture = day
plan-sheet-of = What it is about
    .picture = plan
plan-sheet-correct =
    This was right on { $day }.
    The plan may have changed after that.
    .picture = clock
