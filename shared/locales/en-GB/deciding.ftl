# Deciding together. Nothing here says what to choose, and what came after is never
# said to come from it.

deciding-title = Decisions
deciding-line = Options, what matters to you, and what was decided
deciding-not-shared = Decisions are not shared with you. That does not mean that there are none.
deciding-empty = No decision yet
deciding-empty-text = Write down something to decide, on your own or with your team: the options, their benefits and risks, and what matters to you.
deciding-new = Begin a decision
deciding-change = Change what it is about
deciding-about = What is to be decided?
deciding-about-hint = For example, whether to go to breathing classes
deciding-about-none = Write what is to be decided
deciding-problem = Which health problem is it about?
deciding-problem-hint = For example, my breathing
deciding-status = How far it is
deciding-in-progress = In progress
deciding-decided = Decided
deciding-cancelled = Not to be decided any more
deciding-reopened = Opened again
deciding-else = From a newer version of the app
deciding-or = or, as somebody else wrote:

deciding-matters-ask = What matters to you in this?
deciding-up = Move up
deciding-down = Move down
deciding-ready = Choose any of these
deciding-text-none = Write it in your own words
deciding-nothing-said = Nothing is written here yet.
deciding-add = Add: { $what }
deciding-more = You can also write down

deciding-options = Options
deciding-options-none = No option is written down yet.
deciding-option = Option
deciding-option-add = Add an option
deciding-option-ask = What is the option?
deciding-option-hint = In a few words. Its benefits and risks come next.
deciding-option-change = Change this option
deciding-open-option = Look closer
deciding-open-spoken = Look closer at { $name }
deciding-nothing = Doing nothing
deciding-nothing-add = Add: going on as now
deciding-nothing-ask = What is it to do nothing, or to go on as now?
deciding-nothing-hint = It has benefits and risks too.
deciding-fits = How it fits what matters to me
deciding-fits-is = How it fits: { $text }
deciding-benefit = Benefit
deciding-benefits = Benefits
deciding-benefit-add = Add a benefit
deciding-benefit-ask = What is the benefit?
deciding-benefit-hint = For example, fewer flare-ups in a year
deciding-benefit-none = No benefit yet
deciding-benefit-needed = Write at least one benefit of this option. Going on as now has one too.
deciding-risk = Risk
deciding-risks = Risks
deciding-risk-add = Add a risk
deciding-risk-ask = What is the risk?
deciding-risk-hint = For example, a sore throat, or what it costs or asks of you
deciding-risk-none = No risk yet
deciding-risk-needed = Write at least one risk of this option. Going on as now has one too.
deciding-draft = This is a draft: each option needs a benefit and a risk to be complete.
deciding-complete = You said that these are all the options.
deciding-complete-say = These are all the options
deciding-none-complete = There is no option yet. Add at least one, with a benefit and a risk.
deciding-not-complete = The options are not complete yet. What is missing stands at each option.

deciding-of-them = To how many does it happen?
deciding-of-them-hint = For “8 in 100 people”, enter 8. Leave it empty if you have no number.
deciding-of-them-not = This is more than all of them. Check both numbers.
deciding-out-of = Of how many?
deciding-out-of-hint = For “8 in 100 people”, enter 100
deciding-out-of-not = Enter a number from 1 to 1,000, so that it can be drawn
deciding-number-not = Enter a whole number, such as 8
deciding-source = Where is the number from?
deciding-source-none = Write where the number is from, or leave the number out
deciding-source-is = From: { $source }
deciding-often = { $some } in { $all }

deciding-questions = Questions to ask
deciding-question-ask = What do you want to ask?
deciding-answer = The answer
deciding-ask-benefits = What could this do for me?
deciding-ask-risks = What could go wrong, and how often does it?
deciding-ask-others = What else could we do?
deciding-ask-nothing = What if we wait and see?
deciding-people = People involved
deciding-person-ask = Who?
deciding-person-more = What are they to the person?
deciding-agenda = What I want to talk about
deciding-agenda-ask = What do you want to talk about?
deciding-agenda-team = What the team wants to talk about
deciding-agenda-team-ask = What do you want to talk about?
deciding-given = Given to read before
deciding-given-ask = What was given?
deciding-where = Where can it be found?
deciding-tool = Decision aid used
deciding-tool-ask = What is it called?
deciding-tool-hint = Use one that your team trusts and that fits this decision.
deciding-tool-more = What is it? For example, a leaflet or a website
deciding-talks = Talks about it
deciding-talk-ask = With whom?
deciding-talk-hint = Their name and what they do
deciding-talk-more = Where, or how?
deciding-when = When?
deciding-recording = Recording of a talk
deciding-recording-ask = Who was there?
deciding-recording-hint = This app does not record. Write down who was there; the recording itself can then be kept on this device.
deciding-recording-more = Where is it kept?
deciding-recording-agreed = Did everybody agree to be recorded?
deciding-recording-all = Yes, everybody who was there
deciding-recording-none = A talk is recorded only if everybody agrees. If somebody did not, do not keep the recording.
deciding-mine = What I or a carer will do
deciding-theirs = What the team will do
deciding-action-ask = What is to be done?
deciding-action-who = Who will do it?
deciding-by-when = By when?
deciding-withheld = Something not told
deciding-withheld-ask = Why is something not told?
deciding-withheld-hint = The person can read this. Write why, and not what it is.
deciding-withheld-more = Was legal advice sought?
deciding-delayed = Something to be told later
deciding-delayed-ask = What is to be told later?
deciding-delayed-more = Why not now?

deciding-sure = How sure I am
deciding-sure-say = Say how sure you are
deciding-sure-text = There is no right answer. A “no” is something to talk about.
deciding-sure-understand = Do you understand the options well enough?
deciding-sure-matters = Do you know what matters most to you in this?
deciding-sure-support = Have you had the help and time that you want, with nobody pressing you?
deciding-sure-ready = Do you know what you want to do?
deciding-sure-none = Choose yes or no
deciding-yes = Yes.
deciding-no = No.

deciding-decision = The decision
deciding-decide = Write down the decision
deciding-decide-draft = Some option has no benefit or no risk yet. You can decide all the same.
deciding-open-text = Nothing is decided yet.
deciding-theirs-to-say = Nothing is decided yet. The person says when it is.
deciding-cancelled-text = This is not to be decided any more.
deciding-which = What was decided?
deciding-which-none = Choose what was decided
deciding-chosen-gone = Something that you chose was changed or crossed out. Look at what you can choose now.
deciding-reads-now = This option now says: { $text }
deciding-other = Something else
deciding-text = In your own words
deciding-text-needed = Write what was decided
deciding-reason = Why?
deciding-because = Why: { $text }
deciding-doubts = Do you have doubts about it?
deciding-doubts-hint = They are kept beside the decision.
deciding-doubts-are = Doubts: { $text }
deciding-again = When will you look at it again?
deciding-again-hint = You can open a decision again at any time.
deciding-again-past = This day is over. Enter today or a later day.
deciding-again-on = Look again on { $day }
deciding-recorded-by = Written down by: { $who }
deciding-remind = Remind me to look again
deciding-remind-words = Look again: { $about }
deciding-reopen = Open it again
deciding-cancel = It is not to be decided any more
deciding-so-far = What was done so far

deciding-diary = See what happened since
deciding-then = Before and after
deciding-then-text = What you wrote down in the { $days ->
    [one] day
   *[other] { $days } days
} before { $day }, and from that day on. Many things change readings and symptoms. This does not say why they changed.
deciding-then-hidden = Readings and symptoms are not shared with you.
deciding-then-none = No readings or symptoms were written down before or after.
deciding-then-what = What
deciding-before = Before
deciding-after = From that day on
deciding-readings = { $count ->
    [0] No readings
    [one] 1 reading
   *[other] { $count } readings
}
deciding-range = lowest { $low }, highest { $high }
deciding-times = { $count ->
    [0] Not written down
    [one] Once
   *[other] { $count } times
}
deciding-severity = lowest { $low }, highest { $high } out of 10
deciding-drawn = The numbers, drawn
deciding-said = What was said
deciding-sheet-says = Who wrote what is named where it was not the person. Numbers are as written down, with where they are from.
deciding-of = About what
