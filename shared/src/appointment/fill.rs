//! What the app fills in: lines of plain words from the record, with counts and
//! dates and no judgement. What is not shared with this device is said not to be.

use jiff::civil::{Date, Time};
use record::kinds::{
    AppointmentSummary, DiaryNote, Measure, Medicine, QuestionnaireResponse, Reading, SummaryPart,
    Symptom,
};
use record::state::Entry;
use record::time::Happened;
use record::{Kind, Scope, sort};

use super::told::part_name;
use crate::about_me::{self, Item};
use crate::holding::Holding;
use crate::model::View;
use crate::words::{Words, say};
use crate::{diary, entry, letters, medicines, questionnaires, track, when};

/// The most lines of a part.
const MOST: usize = 12;

/// A part of the page.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) text: String,
    /// Which of the parts that the app can fill in, where it is one.
    pub(super) part: Option<SummaryPart>,
}

/// Everything that stands on the page, in its order.
pub(super) fn sections(of: &AppointmentSummary, holding: &Holding, view: View<'_>) -> Vec<Section> {
    let words = view.words;
    let mut all = Vec::new();
    let mut say = |id: &str, text: Option<String>| {
        all.extend(text.map(|text| Section { title: words.get(id), text, part: None }));
    };
    say("appointment-most", of.most.clone());
    let asked = of.questions.iter().enumerate();
    let asked: Vec<String> = asked.map(|(at, asked)| format!("{}. {asked}", at + 1)).collect();
    say("appointment-questions", (!asked.is_empty()).then(|| asked.join("\n")));
    for part in SummaryPart::ALL.iter().filter(|part| of.parts.contains(part)) {
        all.push(section(*part, of, holding, view));
    }
    let more = of.more.clone();
    all.extend(more.map(|text| Section {
        title: say!(words, "appointment-more"),
        text,
        part: None,
    }));
    all
}

/// One of the parts that the app can fill in.
fn section(
    part: SummaryPart,
    of: &AppointmentSummary,
    holding: &Holding,
    view: View<'_>,
) -> Section {
    let words = view.words;
    let name = words.get(part_name(part));
    if let Some(text) = own(of, part) {
        let title = say!(words, "appointment-own", part = name);
        return Section { title, text, part: Some(part) };
    }
    let timeless = matches!(part, SummaryPart::Medicines | SummaryPart::Matters);
    let title = match of.since.filter(|_| !timeless) {
        // Seen from another year, so that the year is always said.
        Some(since) => {
            let day = when::day(words, since, Date::ZERO);
            say!(words, "appointment-from", part = name, day = day)
        }
        None => name,
    };
    Section { title, text: filled(part, of, holding, view), part: Some(part) }
}

/// A part in words of the person's own.
pub(super) fn own(of: &AppointmentSummary, part: SummaryPart) -> Option<String> {
    of.clone().own(part).and_then(Option::take)
}

/// What the app says of a part.
pub(super) fn filled(
    part: SummaryPart,
    of: &AppointmentSummary,
    holding: &Holding,
    view: View<'_>,
) -> String {
    let words = view.words;
    let scope = match part {
        SummaryPart::Medicines | SummaryPart::Changes => Scope::Medicines,
        SummaryPart::Matters | SummaryPart::Unknown(_) => Scope::About,
        SummaryPart::Notes => Scope::Diary,
        _ => Scope::Health,
    };
    if !holding.sees(scope) {
        return say!(words, "appointment-part-not-shared");
    }
    let since = of.since.unwrap_or(view.today());
    let filling = Filling { words, holding, view, since };
    let mut lines = match part {
        SummaryPart::Readings => filling.readings(),
        SummaryPart::Symptoms => filling.symptoms(),
        SummaryPart::Medicines => return medicines::sheet_text(holding, view),
        SummaryPart::Changes => filling.changes(),
        SummaryPart::Scores => filling.scores(),
        SummaryPart::Notes => filling.notes(),
        SummaryPart::Matters | SummaryPart::Unknown(_) => {
            let said = about_me::said(&holding.record, Item::Important);
            let said: Vec<String> = said.into_iter().map(|said| said.text).collect();
            if said.is_empty() {
                return say!(words, "appointment-not-written");
            }
            said
        }
    };
    if lines.is_empty() {
        return say!(words, "appointment-none-since", day = filling.day(since));
    }
    // One page: what is left out is said to be.
    if lines.len() > MOST {
        let more = lines.len() - MOST;
        lines.truncate(MOST);
        lines.push(say!(words, "appointment-and-more", count = more));
    }
    lines.join("\n")
}

struct Filling<'a> {
    words: &'a Words,
    holding: &'a Holding,
    view: View<'a>,
    since: Date,
}

impl Filling<'_> {
    fn day(&self, date: Date) -> String {
        when::day(self.words, date, self.view.today())
    }

    fn on(&self, happened: &Happened) -> String {
        self.day(when::wall(happened).date())
    }

    /// Entries of a kind that happened since, newest first.
    fn entries<K: Kind>(&self) -> Vec<Entry<K>> {
        let all = self.holding.record.current::<K>();
        let mut all: Vec<Entry<K>> =
            all.filter(|entry| when::wall(&entry.happened).date() >= self.since).collect();
        sort::by_key(&mut all, |entry| std::cmp::Reverse((entry.happened.at, entry.id)));
        all
    }

    /// Of each tracker that is followed: how many, the lowest, the highest, the latest.
    fn readings(&self) -> Vec<String> {
        let words = self.words;
        let (shown, _) = track::trackers(&self.holding.record);
        let mut lines = Vec::new();
        let mut pressure = false;
        for tracker in shown {
            let all = track::readings_since(self.view, self.holding, tracker.id, self.since);
            let by = |a: &&Entry<Reading>, b: &&Entry<Reading>| {
                a.value.value.to_f64().total_cmp(&b.value.value.to_f64())
            };
            let (Some(least), Some(most)) = (all.iter().min_by(by), all.iter().max_by(by)) else {
                continue;
            };
            let Some(latest) = all.first() else { continue };
            let text =
                |entry: &Entry<Reading>| track::value_text(words, &tracker.value, &entry.value);
            pressure |= tracker.value.measure == Measure::BloodPressure && all.len() > 1;
            lines.push(say!(
                words,
                "appointment-reading",
                name = track::tracker_name(words, &tracker.value),
                count = all.len(),
                least = text(least),
                least_when = self.on(&least.happened),
                most = text(most),
                most_when = self.on(&most.happened),
                latest = text(latest),
                latest_when = self.on(&latest.happened)
            ));
        }
        if pressure {
            lines.push(say!(words, "appointment-by-upper"));
        }
        lines
    }

    /// Each symptom once, the newest first: how often, when last, and how bad.
    fn symptoms(&self) -> Vec<String> {
        let words = self.words;
        let mut found: Vec<(String, Vec<Entry<Symptom>>)> = Vec::new();
        for entry in self.entries::<Symptom>() {
            let what = letters::small(&entry.value.what);
            match found.iter_mut().find(|(known, _)| *known == what) {
                Some((_, all)) => all.push(entry),
                None => found.push((what, vec![entry])),
            }
        }
        let line = |(_, all): (String, Vec<Entry<Symptom>>)| {
            let latest = all.first()?;
            let text = say!(
                words,
                "appointment-symptom",
                what = latest.value.what.as_str(),
                count = all.len(),
                when = self.on(&latest.happened)
            );
            let bad = || all.iter().filter_map(|entry| entry.value.severity);
            let (Some(least), Some(most)) = (bad().min(), bad().max()) else { return Some(text) };
            let (least, more) = (least.to_string(), most > least);
            Some(if more {
                let most = most.to_string();
                say!(
                    words,
                    "appointment-symptom-from-to",
                    symptom = text,
                    least = least,
                    most = most
                )
            } else {
                say!(words, "appointment-symptom-at", symptom = text, least = least)
            })
        };
        found.into_iter().filter_map(line).collect()
    }

    /// What is new on the list, what was changed, and what was stopped.
    fn changes(&self) -> Vec<String> {
        let words = self.words;
        let record = &self.holding.record;
        let from = when::happened(self.since, Time::midnight(), &self.view.now.zone).at;
        let line = |entry: Entry<Medicine>| {
            let medicine = &entry.value;
            if let Some(last) = medicine.stopped.filter(|last| *last >= self.since) {
                let parts = [Some(medicines::full_name(medicine)), medicine.stop_reason.clone()];
                let what = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
                let day = self.day(last);
                return Some(say!(words, "appointment-changed-stopped", day = day, what = what));
            }
            match entry::since::<Medicine>(words, record, entry.id, from)? {
                // It was taken before it was written down.
                (None, _) if medicine.started.is_some_and(|day| day < self.since) => None,
                (None, now) => Some(say!(words, "appointment-changed-new", now = now)),
                (Some(before), now) if before == now => None,
                (Some(before), now) => {
                    Some(say!(words, "appointment-changed", now = now, before = before))
                }
            }
        };
        record.current::<Medicine>().filter_map(line).collect()
    }

    /// Scores as numbers; of a questionnaire without one its answers.
    fn scores(&self) -> Vec<String> {
        let words = self.words;
        let line = |entry: Entry<QuestionnaireResponse>| {
            let rows = questionnaires::score_rows(words, &self.holding.record, &entry.value);
            let rows = rows.into_iter().map(|row| format!("{}: {}", row.key, row.value.join(" ")));
            say!(
                words,
                "appointment-score",
                title = entry.value.title.as_str(),
                day = self.on(&entry.happened),
                scores = rows.collect::<Vec<_>>().join("; ")
            )
        };
        self.entries::<QuestionnaireResponse>().into_iter().map(line).collect()
    }

    fn notes(&self) -> Vec<String> {
        let words = self.words;
        let line = |entry: Entry<DiaryNote>| {
            let (title, note) = (diary::note_title(words, &entry.value), &entry.value.text);
            format!("{}: {title}. {}", self.on(&entry.happened), note.replace('\n', " "))
        };
        self.entries::<DiaryNote>().into_iter().map(line).collect()
    }
}
