//! An entry in words, with its kind forgotten, so that the pages are made once
//! for all kinds.

use record::fields::FieldNumber;
use record::kinds::{
    AboutMe, AboutMedia, AccessNeeds, ActionPlan, AdvancePaper, AdvanceWishes, Allergy,
    AppointmentSummary, Contingency, ContingencyProposal, Decision, DecisionMedia, DecisionPart,
    DecisionStep, DiaryNote, Dose, DoseTaken, Experiment, Medicine, Outcome, OwnNote, PlanItem,
    PlanNote, QuestionnaireResponse, Reading, Referral, ReferralPart, Symptom, Threshold,
};
use record::state::{Conflict, Entry, HAPPENED, Version};
use record::time::{Happened, Hlc};
use record::{EntryId, Kind, Record};

use super::Said;
use super::by::By;
use super::settle::{self, Settle};
use super::steps;
use crate::forms::voice::Voice;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::saving::Act;
use crate::screen::SummaryRow;
use crate::when;
use crate::words::Words;

/// Why an entry may be crossed out: a value, and the id of its words.
pub(crate) type Reason = (&'static str, &'static str);

/// The reasons that fit an entry of any kind.
pub(crate) const REASONS: &[Reason] = &[("typed", "entry-why-typed"), ("twice", "entry-why-twice")];

/// A kind whose entries have these pages.
pub(crate) trait Told: Kind {
    /// Why one may be crossed out, besides a reason in the person's own words.
    const REASONS: &'static [Reason] = REASONS;

    /// What it is, in a few words: the heading of its page.
    fn title(&self, words: &Words, record: &Record) -> String;
    /// All of it in one line.
    fn text(&self, words: &Words, record: &Record) -> String;
    /// Its parts, each under its name.
    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow>;
    /// What begins a correction; none where it cannot be corrected here.
    fn correct(id: EntryId) -> Option<Press>;

    /// What it says in one field, where two people said it otherwise at once.
    fn field(&self, _field: FieldNumber, words: &Words, record: &Record) -> String {
        self.text(words, record)
    }

    /// Whether this side may change it, cross it out or settle it, where it may write
    /// to its stream at all (seconds since 1970).
    fn may(_entry: &Entry<Self>, _holding: &Holding, _now: i64) -> bool {
        true
    }

    /// What it is and all of it, where the page has another heading.
    fn named(&self, words: &Words, record: &Record) -> String {
        self.text(words, record)
    }
}

/// An entry in words.
pub(super) struct Sight {
    pub(super) id: EntryId,
    pub(super) title: String,
    pub(super) named: String,
    pub(super) rows: Vec<SummaryRow>,
    pub(super) correct: Option<Press>,
    pub(super) reasons: &'static [Reason],
    pub(super) happened: Happened,
    pub(super) created: By,
    /// Whose words a change of it is.
    pub(super) voice: Voice,
    /// Who crossed it out, and why, where it no longer holds.
    pub(super) crossed_out: Option<(By, String)>,
    pub(super) doubt: Option<Doubt>,
    /// How many operations made it.
    pub(super) versions: usize,
    /// Whether this side may change it.
    pub(super) may: bool,
}

/// What is in doubt about an entry that holds.
pub(super) enum Doubt {
    /// Somebody crossed it out while somebody else changed it.
    CrossedOut { by: By, reason: String },
    /// Several values stand at once.
    Differs(Vec<Stands>),
}

/// A value that stands beside others.
pub(super) struct Stands {
    pub(super) said: Said,
    pub(super) text: String,
    pub(super) by: By,
    pub(super) recorded: Hlc,
}

/// What these pages do with a kind.
pub(super) struct Of {
    sight: fn(View<'_>, &Holding, EntryId) -> Option<Sight>,
    pub(super) said: steps::Said,
    pub(super) settle: fn(&mut Act, &Settle<'_>),
}

impl Of {
    const fn kind<K: Told>() -> Self {
        Self { sight: sight::<K>, said: steps::said::<K>, settle: settle::settle::<K> }
    }
}

/// The kinds that have these pages.
const KINDS: &[Of] = &[
    Of::kind::<Reading>(),
    Of::kind::<Symptom>(),
    Of::kind::<DiaryNote>(),
    Of::kind::<DoseTaken>(),
    Of::kind::<Medicine>(),
    Of::kind::<Dose>(),
    Of::kind::<Outcome>(),
    Of::kind::<Allergy>(),
    Of::kind::<QuestionnaireResponse>(),
    Of::kind::<ActionPlan>(),
    Of::kind::<Threshold>(),
    Of::kind::<Decision>(),
    Of::kind::<DecisionPart>(),
    Of::kind::<DecisionStep>(),
    Of::kind::<Referral>(),
    Of::kind::<ReferralPart>(),
    Of::kind::<AboutMe>(),
    Of::kind::<AccessNeeds>(),
    Of::kind::<AboutMedia>(),
    Of::kind::<DecisionMedia>(),
    Of::kind::<AdvanceWishes>(),
    Of::kind::<AdvancePaper>(),
    Of::kind::<Contingency>(),
    Of::kind::<ContingencyProposal>(),
    Of::kind::<PlanItem>(),
    Of::kind::<PlanNote>(),
    Of::kind::<OwnNote>(),
    Of::kind::<Experiment>(),
    Of::kind::<AppointmentSummary>(),
];

/// An entry in words, and what is done with its kind; none for one that is not
/// here, or is of a kind without these pages.
pub(super) fn find(view: View<'_>, holding: &Holding, id: EntryId) -> Option<(Sight, &'static Of)> {
    KINDS.iter().find_map(|of| (of.sight)(view, holding, id).map(|sight| (sight, of)))
}

fn sight<K: Told>(view: View<'_>, holding: &Holding, id: EntryId) -> Option<Sight> {
    let (words, record) = (view.words, &holding.record);
    let now = view.now.ms.div_euclid(1000);
    let entry = record.get::<K>(id)?;
    let value = &entry.value;
    Some(Sight {
        id: entry.id,
        title: value.title(words, record),
        named: value.named(words, record),
        rows: value.rows(words, record),
        correct: K::correct(entry.id),
        reasons: K::REASONS,
        doubt: doubt(view, record, &entry),
        may: K::may(&entry, holding, now),
        created: By::from(&entry.created),
        voice: Voice::kept(holding, &entry.created),
        crossed_out: entry.retracted.map(|it| (By::from(&it.by), it.reason)),
        happened: entry.happened,
        versions: entry.versions,
    })
}

/// One question after the other: when it happened first.
fn doubt<K: Told>(view: View<'_>, record: &Record, entry: &Entry<K>) -> Option<Doubt> {
    if let Some(disputed) = &entry.disputed {
        return Some(Doubt::CrossedOut {
            by: By::from(&disputed.by),
            reason: disputed.reason.clone(),
        });
    }
    let conflict: &Conflict<K> =
        entry.conflicts.iter().min_by_key(|conflict| conflict.field.number)?;
    let field = conflict.field.number;
    let text_of = |version: &Version, value: &K| {
        if field == HAPPENED.number {
            when::near(view.words, &version.happened, view.today())
        } else {
            value.field(field, view.words, record)
        }
    };
    let stands = conflict.values.iter().map(|(version, value)| Stands {
        said: Said { field, writer: version.id.writer, counter: version.id.counter },
        text: text_of(version, value),
        by: By::from(version),
        recorded: version.recorded,
    });
    Some(Doubt::Differs(stands.collect()))
}
