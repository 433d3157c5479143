# Today.

today-morning = Good morning
today-afternoon = Good afternoon
today-evening = Good evening
today-night = Hello
today-how = How are you?
today-write = Write something down
today-else = Something else
today-all = Everything you follow
today-so-far = Today so far
today-nothing = Nothing written down yet today.
today-of-nothing = There is nothing for you here yet. What { $name } shares with you comes here as it is written.
today-messages = { $new } from your care team
today-messages-line = Read and answer

today-new = Start with one thing. There is no hurry, and everything can be changed later.
today-new-choose = Choose what to follow
today-new-choose-line = Blood glucose, weight, mood and more
today-new-diary = Write in your diary
today-new-diary-line = A few words about the day
today-new-bring = Bring in a diary
today-new-bring-line = Readings you have kept somewhere else

today-matters = What matters to me
today-matters-to = What matters to { $name }
today-matters-none = What is most important to you?
today-matters-none-line = Your own words stand here, for you and for those you share them with.
today-matters-none-of = What is most important to { $name }?
today-matters-none-of-line = In their own words.
today-matters-add = Write it down
today-matters-button = { $button }: { $heading }
today-matters-settle = Put it into one
today-matters-two = This was written in two places at the same time. Both are kept until someone puts them into one.
today-matters-ask = What is most important to me
today-matters-hint = For example, walking to the allotment and back without stopping
today-matters-empty = Write what matters, or go back to leave it as it is

# A bad day. Nothing is counted, and nobody is told.
bad-day-switch = Today is a bad day
bad-day-lede = Take it easy. Nothing is counted today.
bad-day-ask = Is today a bad day too?
bad-day-again = Yes, today too
bad-day-over = Back to my usual day
bad-day-medicines = I took my medicines
bad-day-medicines-none = None to take right now
bad-day-help = I need help
bad-day-help-line = Whom to call, now
bad-day-right = I’m all right for now
bad-day-right-line = Puts this in your diary, for you and those you share it with
bad-day-right-note = A bad day. All right for now.
bad-day-note = Write a note
bad-day-note-line = A few words in your diary, if you feel like it
bad-day-quiet = Today this device reminds you only of medicines, and of what you want to be told all the same. The app tells nobody that today is a bad day.
bad-day-back = Good to see you. There is nothing to catch up on.
