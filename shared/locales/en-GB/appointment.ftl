# A page for an appointment. Nothing is shared until the person does it.

appointment-title = Appointments
appointment-line = One page to take along, with what you want to ask
appointment-none = No page yet
appointment-none-text = Get ready for an appointment: what you most want to talk about, what you want to ask, and how you have been. You decide what stands on the page.
appointment-not-shared = Pages for appointments are not shared with you. That does not mean that there are none.
appointment-new = Get ready for an appointment
appointment-before = Before
appointment-page = A page for an appointment
appointment-with-whom = With { $who }
appointment-when = { $day } at { $time }

appointment-with = Who is it with?
appointment-with-hint = For example “Dr Reid”, or “the asthma nurse”
appointment-remind = Appointment with { $who }
appointment-remind-any = Appointment
appointment-on = On which day?
appointment-at = At which time?
appointment-most = What I most want to talk about
appointment-most-hint = If there were time for one thing only
appointment-since = How I have been since
appointment-since-hint = For example, the day of your last appointment
appointment-since-future = This day has not come yet. Enter an earlier one.
appointment-parts = What else shall stand on it?
appointment-parts-hint = The app fills in what you tick, from your record. You can change its words.
appointment-nothing = Tick at least one of these, or write above what you want to talk about
appointment-more = Anything else

appointment-readings = Readings
appointment-symptoms = Symptoms
appointment-medicines = Medicines and allergies
appointment-changes = Changes in medicines
appointment-scores = Questionnaires
appointment-matters = What matters most to me
appointment-notes = From my diary
appointment-from = { $part } since { $day }
appointment-own = { $part } (in my own words)

appointment-questions = Questions to ask
appointment-questions-none = None yet
appointment-suggested = Questions that many people ask
appointment-ask-benefits = What good could this do me, and how likely is it?
appointment-ask-risks = What could go wrong or feel worse, and how likely is it?
appointment-ask-else = What else could we try?
appointment-ask-nothing = What if we wait, or do nothing?
appointment-question-own = A question of your own
appointment-question-add = Add
appointment-question-none = Tick a question, or write one
appointment-question-there = This question is there already
appointment-question-many = There is room for { $most } questions. Take one away first.
appointment-up = Ask it earlier
appointment-up-what = Ask it earlier: { $question }
appointment-remove = Take away
appointment-remove-what = Take away: { $question }

appointment-readers-none = Nobody else can read this until you share it.
appointment-readers = { $who } can read this as you write it, because they can see your diary.
appointment-differs = This page was changed in two places at the same time. Nobody has said yet which is right.
appointment-change = Change what stands on it
appointment-see = See, print or share the page
appointment-change-words = Change the words
appointment-change-words-of = Change the words of { $part }
appointment-part-text = Change it as you like. From then on these words stay as they are: nothing new is added to them by itself.
appointment-part-words = In your words
appointment-again = Fill it in from my record again

appointment-none-since = Nothing was written down since { $day }.
appointment-part-not-shared = This part of the record is not shared with this device.
appointment-reading = { $name }: { $count ->
    [one] 1 reading, { $latest } ({ $latest_when }).
   *[other] { $count } readings. Lowest { $least } ({ $least_when }), highest { $most } ({ $most_when }), latest { $latest } ({ $latest_when }).
}
appointment-by-upper = Lowest and highest go by the upper number.
appointment-symptom = { $what }: { $count ->
    [one] once, { $when }
   *[other] { $count } times, last { $when }
}
appointment-symptom-from-to = { $symptom }, from { $least } to { $most } out of 10
appointment-symptom-at = { $symptom }, { $least } out of 10
appointment-changed-new = New on the list: { $now }
appointment-changed-stopped = Last day { $day }: { $what }
appointment-changed = Now: { $now }. Before: { $before }
appointment-score = { $title }, { $day }: { $scores }
appointment-not-written = Nothing is written down yet.
appointment-and-more = And { $count } more.

appointment-sheet-title = For my appointment
appointment-sheet-title-of = { $name }: for an appointment
appointment-sheet-correct = Correct when made: { $day } at { $time }, as far as it was written down
appointment-sheet-empty = Nothing stands on this page yet. Tick what shall stand on it, or write down what you want to talk about.
appointment-sheet-says = Prepared by the person from their own record. It is not a medical report.
appointment-share = Share it as a message
appointment-share-text = This puts the page into a message to your care team. You can change it there, and nothing is sent until you press “Send”.
appointment-share-none = To share it in the app, messages with a care team are needed. You can print it or save it as a file.
appointment-soon = Your appointment: { $when }
appointment-soon-line = Look at your page
