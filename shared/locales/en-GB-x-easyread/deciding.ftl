# Deciding together, in Easy Read.

## balance

deciding-title = Choices to make
deciding-line = What you can choose, what matters to you
deciding-not-shared =
    You cannot see these choices.
    There may still be some.
    .picture = lock
deciding-empty = There is no choice here yet
deciding-empty-text =
    Write down something you want to choose.
    You can do it alone.
    You can do it with your team.
    .picture = write
deciding-new = Start a new choice
    .picture = add
deciding-change = Change what it is about
    .picture = write
deciding-about = What do you want to choose?
    .picture = question
deciding-about-hint = For example, go to breathing classes or not.
    .picture = think
deciding-about-none = Write what you want to choose
    .picture = write
deciding-problem = Which health problem is it about?
    .picture = ill
deciding-problem-hint = For example, my breathing.
    .picture = ill
deciding-status = How far is it?
    .picture = chart
deciding-in-progress = Not chosen yet
    .picture = think
deciding-decided = Chosen
    .picture = tick
deciding-cancelled = You do not need to choose any more
    .picture = no
deciding-reopened = You are choosing again
    .picture = again
deciding-else =
    A newer app wrote this.
    Please update your app.
    .picture = again
deciding-or = somebody else wrote:
    .picture = people

deciding-matters-ask = What matters to you here?
    .picture = heart
deciding-up = Move up
    .picture = choose
deciding-down = Move down
    .picture = choose
deciding-ready = Choose any of these
    .picture = choose
deciding-text-none = Write it in your own words
    .picture = write
deciding-nothing-said = Nothing is written here yet.
    .picture = paper
deciding-add = Add: { $what }
    .picture = add
deciding-more = You can also write down
    .picture = write

## choose

deciding-options = What you can choose from
deciding-options-none = There is nothing to choose from yet.
    .picture = paper
deciding-option = One thing you can choose
deciding-option-add = Add something you can choose
    .picture = add
deciding-option-ask = What can you choose?
    .picture = question
deciding-option-hint =
    Use a few words.
    Good things come next.
    Bad things come after that.
    .picture = write
deciding-option-change = Change this
    .picture = write
deciding-open-option = Look closer
    .picture = search
deciding-open-spoken = Look closer at { $name }
    .picture = search
deciding-nothing = Doing nothing
    .picture = wait
deciding-nothing-add = Add: going on as now
    .picture = add
deciding-nothing-ask = What happens when you do nothing?
    .picture = wait
deciding-nothing-hint = That has good and bad sides too.
    .picture = balance
deciding-fits = How it fits what matters to me
    .picture = heart
deciding-fits-is = How it fits: { $text }
    .picture = heart

## thumb

deciding-benefit = A good thing
deciding-benefits = Good things
deciding-benefit-add = Add a good thing
deciding-benefit-ask = What is good about it?
deciding-benefit-hint = For example, you are ill less often.
deciding-benefit-none = No good thing yet
deciding-benefit-needed =
    Write one good thing about this.
    Going on as now has one too.

## warning

deciding-risk = A bad thing that could happen
deciding-risks = Bad things that could happen
deciding-risk-add = Add a bad thing that could happen
deciding-risk-ask = What bad thing could happen?
deciding-risk-hint = For example, you get a sore throat.
deciding-risk-none = No bad thing yet
deciding-risk-needed =
    Write one bad thing that could happen.
    Going on as now has one too.
deciding-draft =
    This is not finished yet.
    Each choice needs a good thing.
    Each choice needs a bad thing.
    .picture = write
deciding-complete =
    You can choose from all of these.
    You said that there are no others.
    .picture = tick
deciding-complete-say = These are all the choices
    .picture = tick
deciding-none-complete =
    There is nothing to choose from yet.
    Add one thing you can choose.
    Add its good things.
    Add its bad things.
    .picture = add
deciding-not-complete =
    Something is not there yet.
    Look at each choice to see what.
    .picture = search

## numbers

deciding-of-them = How many people does it happen to?
deciding-of-them-hint =
    For “8 in 100 people”, write 8.
    You can leave it empty.
deciding-of-them-not =
    This number is too big.
    Look at both numbers again.
deciding-out-of = Out of how many people?
deciding-out-of-hint = For “8 in 100 people”, write 100.
deciding-out-of-not = Write a number from 1 to 1,000
deciding-number-not = Write a whole number, like 8
deciding-source = Where does this number come from?
    .picture = book
deciding-source-none =
    Where does this number come from?
    Write it here.
    You can also take the number out.
    .picture = book
deciding-source-is = It comes from: { $source }
    .picture = book
deciding-often = { $some } in { $all } people

## question

deciding-questions = Questions to ask
deciding-question-ask = What do you want to ask?
deciding-answer = The answer
    .picture = talk
deciding-ask-benefits = How could this help me?
    .picture = thumb
deciding-ask-risks = What could go wrong?
    .picture = warning
deciding-ask-others = What else could we do?
deciding-ask-nothing = What happens when we wait?
    .picture = wait
deciding-people = Who takes part
    .picture = people
deciding-person-ask = Who?
    .picture = person
deciding-person-more = Who are they to the person?
    .picture = family
deciding-agenda = What I want to talk about
    .picture = talk
deciding-agenda-ask = What do you want to talk about?
    .picture = talk
deciding-agenda-team = What the team wants to talk about
    .picture = doctor
deciding-agenda-team-ask = What do you want to talk about?
    .picture = talk
deciding-given = What you got to read
    .picture = book
deciding-given-ask = What did you get?
    .picture = book
deciding-where = Where can you find it?
    .picture = search
deciding-tool = A guide that helps you choose
    .picture = book
deciding-tool-ask = What is the guide called?
    .picture = book
deciding-tool-hint = Ask your team for a good guide.
    .picture = doctor
deciding-tool-more =
    What is it?
    For example, a small book.
    .picture = book

## talk

deciding-talks = Talks about this
deciding-talk-ask = Who did you talk to?
    .picture = people
deciding-talk-hint = Write their name and their job.
    .picture = sign
deciding-talk-more = Where did you talk?
    .picture = map
deciding-when = When was it?
    .picture = day
deciding-recording =
    A recording of a talk
    A recording is when somebody keeps the sound.
    .picture = microphone
deciding-recording-ask = Who was there?
    .picture = people
deciding-recording-hint =
    This app does not keep the sound.
    Write who was there.
    .picture = microphone
deciding-recording-more = Where is the sound kept?
    .picture = microphone
deciding-recording-agreed = Did everybody say yes to it?
    .picture = thumb
deciding-recording-all = Yes, everybody said yes
    .picture = thumb
deciding-recording-none =
    Everybody must say yes first.
    Did somebody say no?
    Then do not keep the sound.
    .picture = no
deciding-mine = What I will do
    .picture = me
deciding-theirs = What the team will do
    .picture = doctor
deciding-action-ask = What must be done?
    .picture = write
deciding-action-who = Who will do it?
    .picture = person
deciding-by-when = Which day should it be done by?
    .picture = day
deciding-withheld = Something you were not told
    .picture = quiet
deciding-withheld-ask = Why is something not told?
    .picture = quiet
deciding-withheld-hint =
    The person can read this.
    Only write why.
    Do not write what it is.
    .picture = eye
deciding-withheld-more = Did you ask a lawyer?
    .picture = law
deciding-delayed = Something you will be told later
    .picture = wait
deciding-delayed-ask = What will you tell later?
    .picture = wait
deciding-delayed-more = Why not now?
    .picture = question

## think

deciding-sure = How sure I am
deciding-sure-say = Say how sure you are
deciding-sure-text =
    There is no wrong answer.
    You can talk about a “no”.
    .picture = talk
deciding-sure-understand = Do you understand what you can choose?
deciding-sure-matters = Do you know what matters most to you?
    .picture = heart
deciding-sure-support =
    Did you have enough help?
    Did you have enough time?
    .picture = help
deciding-sure-ready = Do you know what you want?
    .picture = choose
deciding-sure-none = Choose yes or no
    .picture = choose
deciding-yes = Yes.
    .picture = tick
deciding-no = No.
    .picture = no

## tick

deciding-decision = What was chosen
deciding-decide = Write down what you choose
    .picture = write
deciding-decide-draft =
    Something is not finished yet.
    You can still choose now.
    .picture = choose
deciding-open-text = Nothing is chosen yet.
    .picture = think
deciding-theirs-to-say =
    Nothing is chosen yet.
    The person says when it is.
    .picture = person
deciding-cancelled-text = Nobody needs to choose this any more.
    .picture = no
deciding-which = What did you choose?
deciding-which-none = Pick what you chose
    .picture = choose
deciding-chosen-gone =
    Something you ticked is different now.
    Look again.
    Pick what you choose.
    .picture = changed
deciding-reads-now = Now this says: { $text }
    .picture = changed
deciding-other = Something else
    .picture = think
deciding-text = In your own words
    .picture = write
deciding-text-needed = Write what you chose
    .picture = write
deciding-reason = Why?
    .picture = question
deciding-because = Why: { $text }
    .picture = question
deciding-doubts = Are you not sure about something?
    .picture = worry
deciding-doubts-hint = The app keeps this with your choice.
    .picture = save
deciding-doubts-are = Not sure about: { $text }
    .picture = worry
deciding-again = When will you look at it again?
    .picture = day
deciding-again-hint = You can always choose again.
    .picture = again
deciding-again-past =
    This day is over.
    Write today or a later day.
    .picture = day
deciding-again-on = Look at it again on { $day }
    .picture = day
deciding-recorded-by = Written down by: { $who }
    .picture = write
deciding-remind = Remind me to look again
    .picture = bell
deciding-remind-words = Look again: { $about }
    .picture = bell
deciding-reopen = Choose again
    .picture = again
deciding-cancel = I do not need to choose any more
    .picture = no
deciding-so-far = What was done before
    .picture = clock

## chart

deciding-diary = See what happened after that
deciding-then = Before and after
deciding-then-text =
    This shows { $days ->
    [one] one day
   *[other] { $days } days
} before { $day }.
    It also shows the days after that.
    Many things change your numbers.
    This does not say why they changed.
deciding-then-hidden = You cannot see what was written down.
    .picture = lock
deciding-then-none = Nobody wrote anything down.
    .picture = paper
deciding-then-what = What
deciding-before = Before
deciding-after = After that day
deciding-readings = { $count ->
    [0] No numbers
    [one] 1 number
   *[other] { $count } numbers
}
    .picture = numbers
deciding-range = lowest { $low }, highest { $high }
    .picture = numbers
deciding-times = { $count ->
    [0] Never
    [one] 1 time
   *[other] { $count } times
}
    .picture = numbers
deciding-severity = lowest { $low }, highest { $high } out of 10
    .picture = numbers
deciding-drawn = The numbers as pictures
    .picture = chart
deciding-said = What was said
    .picture = talk
deciding-sheet-says =
    The person wrote most of this.
    You see a name where somebody else did.
    .picture = write
deciding-of = What it is about
    .picture = question
