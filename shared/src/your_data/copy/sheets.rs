//! The kinds of a record as sheets: the same rows for the CSV files and for the
//! page.

use record::Kind;
use record::fields::FieldNumber;
use record::kinds::{
    AboutMe, AccessNeeds, AdvancePaper, AdvanceWishes, Card, CardOf, Contingency, DiaryNote,
    DoseTaken, Forgotten, Look, Message, Outcome, OwnDay, Reading, Reminder, Share, Symptom, Tell,
    Told, Tracker, Unit,
};
use record::sort;
use record::state::{Entry, HAPPENED, Retraction, Version};
use record::time::Happened;
use record::{EntryId, Scopes, Writer};

use crate::entry::Told as _;
use crate::holding::Holding;
use crate::items::{Itemed, show};
use crate::words::{Words, say};
use crate::{diary, reminders, sharing, tell, track, when};

/// The entries of one kind.
pub(super) struct Sheet {
    /// The name of its file.
    pub(super) file: &'static str,
    /// What they are.
    pub(super) title: String,
    /// The names of the columns.
    pub(super) columns: Vec<String>,
    /// One a reading, note, …; in the order in which they happened.
    pub(super) rows: Vec<Vec<String>>,
    /// How many entries the record has.
    pub(super) entries: usize,
    /// How many of them this version of the app cannot read.
    pub(super) unreadable: usize,
    /// How many were written.
    written: usize,
}

impl Sheet {
    /// Whether every entry is in it, or said not to be.
    pub(super) fn is_whole(&self) -> bool {
        self.written + self.unreadable == self.entries
    }
}

/// An entry in words, its kind forgotten.
struct InWords {
    id: EntryId,
    /// Its own columns: for some kinds, in several rows.
    cells: Vec<Vec<String>>,
    created: Version,
    last: Version,
    happened: Happened,
    /// Fields with more than one value, and what each version says.
    conflicts: Vec<(FieldNumber, Vec<(Version, String)>)>,
    retracted: Option<Retraction>,
    disputed: Option<Retraction>,
    versions: usize,
}

/// When it was written down, by the writer's clock, where it happened.
fn written(version: &Version) -> String {
    let at = version.recorded.ms().div_euclid(1000);
    let zone = version.happened.zone.clone();
    let wall = when::wall(&Happened { at, zone });
    format!("{} {:02}:{:02}", wall.date(), wall.hour(), wall.minute())
}

/// What makes the sheets.
pub(super) struct Making<'a> {
    pub(super) holding: &'a Holding,
    pub(super) words: &'a Words,
}

/// All of them, in the order in which they stand in the archive.
pub(super) fn all(holding: &Holding, words: &Words) -> Vec<Sheet> {
    let making = Making { holding, words };
    vec![
        making.about(),
        making.about_media(),
        making.itemed::<AccessNeeds>("what-i-need.csv"),
        making.allergies(),
        making.medicines(),
        making.taken(),
        making.supplies(),
        making.plans(),
        making.thresholds(),
        making.decisions(),
        making.decision_parts(),
        making.decision_steps(),
        making.decision_media(),
        making.referrals(),
        making.referral_parts(),
        making.itemed::<Contingency>("if-something-happens.csv"),
        making.contingency_proposals(),
        making.itemed::<AdvanceWishes>("wishes-for-later.csv"),
        making.itemed::<AdvancePaper>("papers-for-later.csv"),
        making.plan(),
        making.plan_notes(),
        making.proxies(),
        making.own_notes(),
        making.readings(),
        making.symptoms(),
        making.experiments(),
        making.appointments(),
        making.doses(),
        making.notes(),
        making.messages(),
        making.trackers(),
        making.reminders(),
        making.answers(),
        making.questionnaires(),
        making.outcomes(),
        making.own_days(),
        making.people(),
        making.shares(),
        making.looks(),
        making.forgotten(),
        making.tells(),
        making.told(),
    ]
}

impl Making<'_> {
    /// A sheet of a kind: what `cells` gives for each entry (for some, several
    /// rows), between its day and time and who wrote it. For each kind only what
    /// needs its type: the rest is [`Self::rows`].
    pub(super) fn sheet<K: Kind>(
        &self,
        file: &'static str,
        title: String,
        columns: Vec<String>,
        cells: impl Fn(&Entry<K>) -> Vec<Vec<String>>,
        text: impl Fn(&K) -> String,
    ) -> Sheet {
        let record = &self.holding.record;
        let mut told = Vec::new();
        for entry in record.all::<K>() {
            let cells = cells(&entry);
            let mut conflicts = Vec::new();
            for conflict in entry.conflicts {
                let mut values = Vec::new();
                for (version, value) in conflict.values {
                    values.push((version, text(&value)));
                }
                conflicts.push((conflict.field.number, values));
            }
            told.push(InWords {
                id: entry.id,
                cells,
                created: entry.created,
                last: entry.last,
                happened: entry.happened,
                conflicts,
                retracted: entry.retracted,
                disputed: entry.disputed,
                versions: entry.versions,
            });
        }
        let (mut entries, mut unreadable) = (0, 0);
        for id in record.ids::<K>() {
            entries += 1;
            unreadable += usize::from(record.get::<K>(id).is_none());
        }
        let (columns, written) = (self.columns(columns), told.len());
        Sheet { file, title, columns, rows: self.rows(told), entries, unreadable, written }
    }

    /// A sheet of a kind that is made of items.
    fn itemed<K: Itemed>(&self, file: &'static str) -> Sheet {
        let words = self.words;
        let cells = |value: &K| show::cells(words, &K::OF, &value.payload(Writer::ME));
        self.sheet::<K>(
            file,
            words.get(K::TITLE),
            K::OF.items().map(|item| words.get(item.ask)).collect(),
            |entry| vec![cells(&entry.value)],
            |value| value.text(words, &self.holding.record),
        )
    }

    fn columns(&self, columns: Vec<String>) -> Vec<String> {
        let words = self.words;
        let mut names = vec![say!(words, "copy-date"), say!(words, "copy-time")];
        names.extend(columns);
        names.extend([
            say!(words, "copy-zone"),
            say!(words, "copy-author"),
            say!(words, "copy-written"),
            say!(words, "copy-state"),
        ]);
        names
    }

    /// In the order in which they happened.
    fn rows(&self, mut told: Vec<InWords>) -> Vec<Vec<String>> {
        sort::by_key(&mut told, |entry| (entry.happened.at, entry.id));
        let mut rows = Vec::new();
        for entry in told {
            let wall = when::wall(&entry.happened);
            for cells in &entry.cells {
                let mut row = vec![
                    wall.date().to_string(),
                    format!("{:02}:{:02}", wall.hour(), wall.minute()),
                ];
                row.extend_from_slice(cells);
                row.extend([
                    entry.happened.zone.name().to_owned(),
                    self.author(&entry.created),
                    written(&entry.created),
                    self.state(&entry),
                ]);
                rows.push(row);
            }
        }
        rows
    }

    fn author(&self, version: &Version) -> String {
        let words = self.words;
        let author = self.holding.author(version.id.writer);
        let name = match (author.me, author.name.trim()) {
            (true, "") => say!(words, "copy-me"),
            (false, "") => say!(words, "copy-somebody"),
            (_, name) => name.to_owned(),
        };
        let name = match author.role.trim() {
            "" => name,
            role => format!("{name}, {role}"),
        };
        match version.on_behalf {
            Some(member) if member == record::Member::PERSON => {
                say!(words, "copy-for-person", name = name)
            }
            Some(_) => say!(words, "copy-for-other", name = name),
            None => name,
        }
    }

    /// What became of it: corrected, crossed out and why, or in two versions.
    fn state(&self, entry: &InWords) -> String {
        let words = self.words;
        let mut parts = Vec::new();
        if let Some(retraction) = &entry.retracted {
            let who = self.author(&retraction.by);
            let why = retraction.reason.as_str();
            parts.push(say!(words, "copy-crossed-out", who = who, why = why));
        } else if entry.versions > 1 {
            parts.push(say!(words, "copy-corrected", who = self.author(&entry.last)));
        }
        if let Some(disputed) = &entry.disputed {
            let (who, why) = (self.author(&disputed.by), disputed.reason.as_str());
            parts.push(say!(words, "copy-disputed", who = who, why = why));
        }
        for (field, values) in &entry.conflicts {
            parts.push(self.versions(*field, values));
        }
        parts.join("; ")
    }

    fn versions(&self, field: FieldNumber, values: &[(Version, String)]) -> String {
        let said = values.iter().map(|(version, text)| {
            let author = self.author(version);
            if field == HAPPENED.number {
                let wall = when::wall(&version.happened);
                format!("{author}: {} {:02}:{:02}", wall.date(), wall.hour(), wall.minute())
            } else {
                format!("{author}: {text}")
            }
        });
        let all = said.collect::<Vec<_>>().join(" / ");
        say!(self.words, "copy-versions", versions = all)
    }

    fn readings(&self) -> Sheet {
        let words = self.words;
        let record = &self.holding.record;
        let tracker = |reading: &Reading| record.get::<Tracker>(track::tracker_id(reading));
        let value = |reading: &Reading| {
            let parts = [Some(reading.value), reading.second, reading.third];
            let parts: Vec<String> =
                parts.into_iter().flatten().map(|part| part.to_string()).collect();
            parts.join("/")
        };
        self.sheet::<Reading>(
            "readings.csv",
            say!(words, "your-data-readings"),
            vec![
                say!(words, "copy-what"),
                say!(words, "copy-value"),
                say!(words, "copy-unit"),
                say!(words, "copy-context"),
                say!(words, "copy-note"),
            ],
            |entry| {
                let reading = &entry.value;
                let tracker = tracker(reading).map(|entry| entry.value);
                let unit = match &tracker {
                    Some(tracker) if tracker.unit == Unit::Score => say!(words, "copy-out-of-10"),
                    Some(tracker) => track::unit_text(words, tracker),
                    None => String::new(),
                };
                let name = tracker.map_or_else(String::new, |t| track::tracker_name(words, &t));
                let context = reading.context.map(|c| track::context_text(words, c));
                vec![vec![
                    name,
                    value(reading),
                    unit,
                    context.unwrap_or_default(),
                    reading.note.clone().unwrap_or_default(),
                ]]
            },
            |reading| match tracker(reading) {
                Some(tracker) => track::value_text(words, &tracker.value, reading),
                None => value(reading),
            },
        )
    }

    fn symptoms(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Symptom>(
            "symptoms.csv",
            say!(words, "your-data-symptoms"),
            vec![say!(words, "copy-what"), say!(words, "copy-severity"), say!(words, "copy-note")],
            |entry| {
                let Symptom { what, severity, note } = entry.value.clone();
                let severity = severity.map(|severity| severity.to_string());
                vec![vec![what, severity.unwrap_or_default(), note.unwrap_or_default()]]
            },
            |symptom| track::symptom_text(words, symptom),
        )
    }

    fn doses(&self) -> Sheet {
        let words = self.words;
        self.sheet::<DoseTaken>(
            "doses.csv",
            say!(words, "your-data-doses"),
            vec![say!(words, "copy-medicine"), say!(words, "copy-dose"), say!(words, "copy-note")],
            |entry| {
                let dose = &entry.value;
                let text = diary::dose_text(words, dose);
                let amount = text.strip_prefix(dose.medicine.as_str()).unwrap_or(&text);
                vec![vec![
                    dose.medicine.clone(),
                    amount.trim_start_matches(", ").to_owned(),
                    dose.note.clone().unwrap_or_default(),
                ]]
            },
            |dose| diary::dose_text(words, dose),
        )
    }

    fn notes(&self) -> Sheet {
        let words = self.words;
        self.sheet::<DiaryNote>(
            "diary.csv",
            say!(words, "your-data-notes"),
            vec![say!(words, "copy-topic"), say!(words, "copy-words"), say!(words, "copy-mood")],
            |entry| {
                let note = &entry.value;
                let mood = note.mood.map(|mood| mood.to_string()).unwrap_or_default();
                vec![vec![diary::note_title(words, note), note.text.clone(), mood]]
            },
            |note| format!("{} {}", diary::note_title(words, note), note.text),
        )
    }

    fn messages(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Message>(
            "messages.csv",
            say!(words, "your-data-messages"),
            vec![say!(words, "copy-words")],
            |entry| vec![vec![entry.value.text.clone()]],
            |message| message.text.clone(),
        )
    }

    fn trackers(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Tracker>(
            "trackers.csv",
            say!(words, "your-data-trackers"),
            vec![say!(words, "copy-what"), say!(words, "copy-unit")],
            |entry| {
                let name = track::tracker_name(words, &entry.value);
                vec![vec![name, track::unit_text(words, &entry.value)]]
            },
            |tracker| track::tracker_name(words, tracker),
        )
    }

    fn reminders(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<Reminder>(
            "reminders.csv",
            say!(words, "reminders-title"),
            vec![say!(words, "copy-what"), say!(words, "copy-times")],
            |entry| {
                let what = reminders::label(words, record, &entry.value);
                vec![vec![what, reminders::times(words, &entry.value)]]
            },
            |reminder| reminders::times(words, reminder),
        )
    }

    fn outcomes(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let what = |outcome: &Outcome| outcome.text(words, record);
        self.sheet::<Outcome>(
            "reminders-answered.csv",
            say!(words, "copy-answered"),
            vec![
                say!(words, "copy-what"),
                say!(words, "copy-asked"),
                say!(words, "copy-state"),
                say!(words, "outcomes-row-note"),
            ],
            |entry| {
                let outcome = &entry.value;
                let asked = format!("{} {}", outcome.date, reminders::slot_text(outcome.slot));
                let state = reminders::outcome_text(words, outcome.what);
                let note = outcome.reason.clone().unwrap_or_default();
                vec![vec![reminders::of_outcome(words, record, outcome), asked, state, note]]
            },
            what,
        )
    }

    fn about(&self) -> Sheet {
        let words = self.words;
        let answers = |about: &AboutMe| {
            let about = about.clone();
            [
                (say!(words, "copy-about-important"), about.most_important),
                (say!(words, "copy-about-people"), about.people),
                (say!(words, "copy-about-communicate"), about.communicate),
                (say!(words, "copy-about-wellness"), about.wellness),
                (say!(words, "copy-about-do"), about.please_do),
                (say!(words, "copy-about-dont"), about.please_dont),
                (say!(words, "copy-about-support"), about.support),
                (say!(words, "copy-about-also"), about.also),
                (say!(words, "copy-about-helped"), about.helped_by),
                (say!(words, "about-me-helped-on"), about.helped_on.map(|day| day.to_string())),
            ]
            .into_iter()
            .filter_map(|(what, text)| Some(vec![what, text?]))
            .collect::<Vec<_>>()
        };
        self.sheet::<AboutMe>(
            "about-me.csv",
            say!(words, "copy-about"),
            vec![say!(words, "copy-what"), say!(words, "copy-words")],
            |entry| answers(&entry.value),
            |about| answers(about).into_iter().map(|a| a.join(": ")).collect::<Vec<_>>().join(", "),
        )
    }

    fn people(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Card>(
            "people.csv",
            say!(words, "copy-people"),
            vec![
                say!(words, "copy-side"),
                say!(words, "copy-name"),
                say!(words, "copy-role"),
                say!(words, "copy-phone"),
                say!(words, "copy-more"),
            ],
            |entry| {
                let card = &entry.value;
                let side = match card.of {
                    CardOf::Person => say!(words, "copy-side-person"),
                    CardOf::Carer => say!(words, "copy-side-carer"),
                    CardOf::Team | CardOf::Unknown(_) => say!(words, "copy-side-team"),
                };
                let more = card.reply.iter().chain(&card.conditions).cloned().collect::<Vec<_>>();
                vec![vec![
                    side,
                    card.name.clone(),
                    card.role.clone().unwrap_or_default(),
                    card.phone.clone().unwrap_or_default(),
                    more.join("; "),
                ]]
            },
            |card| card.name.clone(),
        )
    }

    fn shares(&self) -> Sheet {
        let words = self.words;
        let names = |scopes: Scopes| sharing::scope_names(words, scopes);
        self.sheet::<Share>(
            "sharing.csv",
            say!(words, "copy-shares"),
            vec![
                say!(words, "copy-name"),
                say!(words, "copy-see"),
                say!(words, "copy-add"),
                say!(words, "copy-until"),
            ],
            |entry| {
                let share = &entry.value;
                let zone = entry.happened.zone.clone();
                let until = share.until.map(|at| when::wall(&Happened { at, zone }).date());
                vec![vec![
                    share.name.clone(),
                    names(share.see),
                    names(share.add),
                    until.map(|day| day.to_string()).unwrap_or_default(),
                ]]
            },
            |share| format!("{} / {}", names(share.see), names(share.add)),
        )
    }

    fn looks(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Look>(
            "who-looked.csv",
            say!(words, "copy-looks"),
            vec![say!(words, "copy-name"), say!(words, "copy-saw"), say!(words, "copy-reason")],
            |entry| {
                let look = &entry.value;
                vec![vec![
                    look.who.clone(),
                    sharing::scope_names(words, look.saw),
                    look.reason.clone().unwrap_or_default(),
                ]]
            },
            |look| look.who.clone(),
        )
    }

    fn forgotten(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Forgotten>(
            "removed-from-devices.csv",
            say!(words, "sharing-forgot-title"),
            vec![say!(words, "copy-name"), say!(words, "copy-forgot")],
            |entry| {
                let said = &entry.value;
                vec![vec![said.who.clone(), sharing::scope_names(words, said.parts)]]
            },
            |said| said.who.clone(),
        )
    }

    fn own_days(&self) -> Sheet {
        let words = self.words;
        let text = |day: &OwnDay| format!("{}:{:02}", day.start / 60, day.start % 60);
        self.sheet::<OwnDay>(
            "my-day.csv",
            say!(words, "day-heading"),
            vec![say!(words, "day-start")],
            |entry| vec![vec![text(&entry.value)]],
            text,
        )
    }

    fn tells(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Tell>(
            "who-is-told.csv",
            say!(words, "tell-title"),
            vec![say!(words, "copy-name"), say!(words, "copy-what")],
            |entry| {
                let (who, what) = tell::in_words(&entry.value, self.holding, words);
                vec![vec![who, what]]
            },
            |said| tell::in_words(said, self.holding, words).1,
        )
    }

    fn told(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Told>(
            "who-was-told.csv",
            say!(words, "tell-told-title"),
            vec![say!(words, "copy-name")],
            |entry| vec![vec![entry.value.who.clone()]],
            |said| said.who.clone(),
        )
    }
}
