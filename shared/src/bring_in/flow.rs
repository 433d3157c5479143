//! The way from a file to its preview.

use record::kinds::Tracker;

use super::health::{self, Health};
use super::labels::{self, Group};
use super::parse::meaning::{Meaning, Meanings, Thing};
use super::parse::plan::{self, Found, Plan, Reading};
use super::parse::table::{self, Columns, Facts};
use super::parse::text::NotADiary;
use super::parse::{self, Diary, Layout};
use super::{Screen, columns, known};
use crate::app::Cmd;
use crate::model::{Cx, Open};
use crate::nav;
use crate::words::{Words, say};

/// The form of the page that picks a file.
pub(super) const PICK: &str = "bring_in.pick";

/// The most bytes of a file.
pub(super) const MOST_BYTES: u64 = 10 * 1024 * 1024;

/// What is remembered between presses.
#[derive(Default)]
pub struct State {
    pub(super) loaded: Option<Box<Loaded>>,
    /// What Apple Health exported.
    pub(super) health: Option<Health>,
    /// How many exports have been begun.
    pub(super) runs: u32,
}

/// A diary on its way in.
pub(super) struct Loaded {
    /// The file's name.
    pub(super) name: String,
    /// What is in it.
    pub(super) diary: Diary,
    /// Which column holds what, as recognised or said.
    pub(super) columns: Columns,
    /// What the cells say of the order of days and the mark before decimals.
    pub(super) facts: Option<Facts>,
    /// What things are, as recognised or said.
    pub(super) meanings: Meanings,
    /// The zone that its times are taken to be in.
    pub(super) zone: String,
    /// What would be brought in.
    pub(super) plan: Plan,
    /// The same by what it becomes.
    pub(super) groups: Vec<Group>,
}

/// Reads the file that was picked.
pub(super) fn read(cx: &mut Cx<'_>) -> Cmd {
    let draft = cx.open.forms.get(PICK);
    let words = cx.words;
    let refuse = |cx: &mut Cx<'_>, sentence: String| {
        cx.open.forms.refuse(PICK, vec![("file", sentence)]);
        Cmd::done()
    };
    let Some(file) = draft.file() else {
        return refuse(cx, say!(words, "bring-in-no-file"));
    };
    if health::is_export(file) {
        return health::begin(file.size, cx);
    }
    let Some(content) = file.content.as_ref().filter(|_| file.size <= MOST_BYTES) else {
        let size = megabytes(file.size);
        let most = megabytes(MOST_BYTES);
        return refuse(cx, say!(words, "bring-in-too-large", size = size, most = most));
    };
    let diary = match parse::diary(content) {
        Ok(diary) => diary,
        Err(why) => return refuse(cx, not_a_diary(words, why)),
    };
    let trackers = trackers(cx.open);
    let mut loaded = Loaded {
        name: file.name.clone(),
        meanings: Meanings::knowing(&trackers),
        columns: match &diary.layout {
            Layout::Coded => Columns::default(),
            Layout::Table(table) => table.guess,
        },
        facts: None,
        diary,
        zone: cx.now.zone.clone(),
        plan: Plan::default(),
        groups: Vec::new(),
    };
    let sure = loaded.settle();
    cx.open.forms.forget(PICK);
    cx.open.bring_in.loaded = Some(Box::new(loaded));
    if sure {
        onward(cx);
    } else {
        columns::prefill(cx);
        forward(cx.open, Screen::Columns);
    }
    Cmd::done()
}

impl Loaded {
    /// Finds out what the cells say of what has to be known before they are
    /// read. True where nothing has to be asked about the columns.
    pub(super) fn settle(&mut self) -> bool {
        let Layout::Table(table) = &self.diary.layout else {
            return true;
        };
        let facts = table::facts(&self.diary.text, table, &self.columns);
        self.facts = Some(facts);
        self.columns.order = self.columns.order.filter(|_| facts.order.is_none()).or(facts.order);
        self.columns.mark = self.columns.mark.filter(|_| facts.mark.is_none()).or(facts.mark);
        table.sure
            && (self.columns.order.is_some() || !facts.order_matters)
            && (self.columns.mark.is_some() || !facts.mark_matters)
    }

    /// The thing with this id.
    #[must_use]
    pub(super) fn thing(&self, id: &str) -> Option<&Found> {
        self.plan.things.iter().find(|found| thing_id(&found.thing) == id)
    }
}

/// Makes the plan anew from what is known now.
pub(super) fn replan(cx: &mut Cx<'_>) {
    let trackers = trackers(cx.open);
    let zone = cx.now.zone.clone();
    let Some(mut loaded) = cx.open.bring_in.loaded.take() else {
        return;
    };
    if let Some(holding) = cx.open.holding() {
        let reading = Reading {
            words: cx.words,
            zone: &zone,
            now: cx.now.ms,
            columns: loaded.columns,
            meanings: &loaded.meanings,
            trackers: &trackers,
            known: &known::keys(&holding.record),
            may_add: &|scope| holding.may_write(scope),
        };
        loaded.plan = plan::plan(&loaded.diary, &reading);
    }
    loaded.groups = labels::groups(cx.words, &loaded.plan);
    loaded.zone = zone;
    cx.open.bring_in.loaded = Some(loaded);
}

/// The trackers that are there.
#[must_use]
pub(super) fn trackers(open: &Open) -> Vec<Tracker> {
    open.holding().map_or_else(Vec::new, |holding| {
        holding.record.current::<Tracker>().map(|entry| entry.value).collect()
    })
}

/// To the next thing that nobody has said the meaning of, else to the preview.
pub(super) fn onward(cx: &mut Cx<'_>) {
    replan(cx);
    let open = cx.open.bring_in.loaded.as_ref().and_then(|loaded| {
        loaded.plan.things.iter().find(|found| found.meaning.is_none()).map(|f| thing_id(&f.thing))
    });
    match open {
        Some(id) => forward(cx.open, Screen::Thing(id)),
        None => forward(cx.open, Screen::Preview),
    }
}

/// To a place further on; where the person has been there already, back to it.
pub(super) fn forward(open: &mut Open, screen: Screen) {
    let screen = nav::Screen::BringIn(screen);
    match open.stack.iter().position(|place| *place == screen) {
        Some(at) => open.stack.truncate(at + 1),
        None => open.go(screen),
    }
}

/// Takes what the person said about a thing.
pub(super) fn take_thing(id: &str, cx: &mut Cx<'_>) -> Cmd {
    let form = thing_form(id);
    let chosen = cx.open.forms.get(&form).choice("meaning").and_then(Meaning::from_code);
    let Some(meaning) = chosen else {
        let sentence = say!(cx.words, "bring-in-thing-choose");
        cx.open.forms.refuse(&form, vec![("meaning", sentence)]);
        return Cmd::done();
    };
    if let Some(loaded) = &mut cx.open.bring_in.loaded {
        let thing = loaded.thing(id).map(|found| found.thing.clone());
        if let Some(thing) = thing {
            loaded.meanings.say(&thing, meaning);
        }
    }
    onward(cx);
    Cmd::done()
}

/// Leaves this file.
pub(super) fn another(cx: &mut Cx<'_>) -> Cmd {
    super::left(cx.open);
    forward(cx.open, Screen::Pick);
    Cmd::done()
}

/// Names a thing on the device without saying what it is.
#[must_use]
pub(super) fn thing_id(thing: &Thing) -> String {
    let key = thing.key();
    hash(&format!("{}\u{1f}{}", key.what, key.unit))
}

/// The form of a thing's page.
#[must_use]
pub(super) fn thing_form(id: &str) -> String {
    format!("bring_in.thing.{id}")
}

/// A short name for words, the same in every run (FNV-1a).
#[must_use]
pub(super) fn hash(words: &str) -> String {
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn megabytes(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(usize::MAX)
}

fn not_a_diary(words: &Words, why: NotADiary) -> String {
    match why {
        NotADiary::Empty => say!(words, "bring-in-empty-file"),
        NotADiary::Spreadsheet => say!(words, "bring-in-spreadsheet"),
        NotADiary::NotText => say!(words, "bring-in-not-text"),
        NotADiary::NoColumns => say!(words, "bring-in-no-columns"),
        NotADiary::NoDates => say!(words, "bring-in-no-dates"),
    }
}
