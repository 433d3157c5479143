//! What happened beside the readings of a chart, on its line of time: doses, what
//! stands in the diary, symptoms, and notes on the readings themselves.

use jiff::civil::DateTime;
use record::kinds::{DiaryNote, DiaryTopic, Dose, DoseTaken, Reading, Symptom};
use record::time::Happened;
use record::{EntryId, sort};

use super::points::{Taken, Thinned, minutes, moment};
use super::span::Window;
use super::symptom_text;
use crate::holding::Holding;
use crate::model::View;
use crate::screen::{Lane, LaneMark, TimelineItem};
use crate::words::{Words, say};
use crate::{diary, medicines, track, when};

/// The most marks of one lane; of more, each mark is for several.
const MOST: usize = 60;

/// The most doses of which one mark says each: what was taken is more than how often.
const EACH: usize = 4;

/// The lanes, from the top, with the ids of their names.
const NAMES: [&str; 7] = [
    "track-lane-taken",
    "track-lane-not-taken",
    "track-lane-meals",
    "track-lane-exercise",
    "track-lane-events",
    "track-lane-notes",
    "track-lane-symptoms",
];

#[derive(Clone, Copy)]
enum Of {
    Taken,
    NotTaken,
    Meals,
    Exercise,
    Events,
    Notes,
    Symptoms,
}

/// A lane, before it is drawn.
pub(super) struct Row {
    pub(super) name: String,
    /// How many things, whatever the number of marks.
    count: usize,
    pub(super) found: Vec<Found>,
}

/// One mark, with its words.
pub(super) struct Found {
    pub(super) x: f64,
    pub(super) what: String,
    pub(super) when: String,
}

/// The lanes that have something on them.
pub(super) fn rows(
    view: View<'_>,
    holding: &Holding,
    window: &Window<'_>,
    taken: &[Taken],
) -> Vec<Row> {
    let (record, reach) = (&holding.record, window.reach());
    let mut all: [Vec<(DateTime, EntryId)>; 7] = Default::default();
    let mut add = |lane: Of, id: EntryId, happened: &Happened| {
        let wall = when::wall(happened);
        if window.holds(wall)
            && let Some(lane) = all.get_mut(lane as usize)
        {
            lane.push((wall, id));
        }
    };
    for entry in record.between::<DoseTaken>(reach) {
        add(Of::Taken, entry.id, &entry.happened);
    }
    for entry in record.between::<Dose>(reach) {
        let lane = if entry.value.was_taken() { Of::Taken } else { Of::NotTaken };
        add(lane, entry.id, &entry.happened);
    }
    for entry in record.between::<DiaryNote>(reach) {
        let lane = match entry.value.topic {
            DiaryTopic::Meal => Of::Meals,
            DiaryTopic::Exercise => Of::Exercise,
            DiaryTopic::Event => Of::Events,
            DiaryTopic::Note | DiaryTopic::Unknown(_) => Of::Notes,
        };
        add(lane, entry.id, &entry.happened);
    }
    for entry in record.between::<Symptom>(reach) {
        add(Of::Symptoms, entry.id, &entry.happened);
    }
    for taken in taken.iter().filter(|taken| taken.entry.value.note.is_some()) {
        add(Of::Notes, taken.entry.id, &taken.entry.happened);
    }
    let lanes = NAMES.iter().zip(all).filter(|(_, lane)| !lane.is_empty());
    lanes.map(|(name, lane)| row(view, holding, window, (name, lane))).collect()
}

fn row(
    view: View<'_>,
    holding: &Holding,
    window: &Window<'_>,
    (name, mut lane): (&str, Vec<(DateTime, EntryId)>),
) -> Row {
    let words = view.words;
    sort::by_key(&mut lane, |(wall, _)| *wall);
    let walls: Vec<DateTime> = lane.iter().map(|(wall, _)| *wall).collect();
    let how = Thinned::least(MOST, &walls, window);
    let found = if how == Thinned::No {
        let one = |(wall, id): &(DateTime, EntryId)| Found {
            x: minutes(*wall),
            what: what(view, holding, *id),
            when: moment(words, *wall, window.today),
        };
        lane.iter().map(one).collect()
    } else {
        let mut found = Vec::new();
        let group = |(wall, _): &(DateTime, EntryId)| how.group(*wall, window);
        for several in lane.chunk_by(|a, b| group(a) == group(b)) {
            let Some(group) = several.first().map(group) else { continue };
            let times = say!(words, "track-lane-times", count = several.len());
            let each = several.iter().map(|(_, id)| what(view, holding, *id));
            let doses = name == "track-lane-taken" && several.len() <= EACH;
            found.push(Found {
                x: how.place(group, window),
                what: if doses {
                    format!("{times}: {}", each.collect::<Vec<_>>().join("; "))
                } else {
                    times
                },
                when: how.when(words, group, window.today),
            });
        }
        found
    };
    Row { name: words.get(name), count: lane.len(), found }
}

/// What it was, with what was noted about it and who wrote it.
fn what(view: View<'_>, holding: &Holding, id: EntryId) -> String {
    let (words, record) = (view.words, &holding.record);
    let item = |TimelineItem { title, lines, .. }: TimelineItem| {
        let mut parts = vec![title];
        parts.extend(lines);
        parts
    };
    let parts = if let Some(entry) = record.get::<Dose>(id) {
        item(medicines::dose_line(view, holding, &entry, track::When::Time))
    } else if let Some(entry) = record.get::<DoseTaken>(id) {
        item(diary::line(view, holding, entry).1)
    } else if let Some(entry) = record.get::<DiaryNote>(id) {
        item(diary::line(view, holding, entry).1)
    } else if let Some(entry) = record.get::<Symptom>(id) {
        let mut parts = vec![symptom_text(words, &entry.value)];
        parts.extend(entry.value.note);
        parts
    } else {
        record.get::<Reading>(id).and_then(|entry| entry.value.note).into_iter().collect()
    };
    diary::short(&parts.join(", "))
}

impl Row {
    /// As it is drawn.
    pub(super) fn lane(&self, words: &Words) -> Lane {
        let mark = |Found { x, what, when }: &Found| LaneMark {
            x: *x,
            label: say!(words, "track-point", value = what.as_str(), when = when.as_str()),
        };
        Lane { name: self.name.clone(), marks: self.found.iter().map(mark).collect() }
    }
}

/// "Marked beside: Doses taken (24), Meals (3)."
pub(super) fn said(words: &Words, rows: &[Row]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let lane = |row: &Row| format!("{} ({})", row.name, row.count);
    let lanes = rows.iter().map(lane).collect::<Vec<_>>().join(", ");
    Some(say!(words, "track-lanes-said", lanes = lanes))
}
