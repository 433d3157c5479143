//! Writing a dose down: part of one, one at another time, one that was taken as
//! needed; and correcting one.

use record::Scope;
use record::kinds::{Dosage, Dose, DoseUnit, Medicine, What};
use record::schedule::OccurrenceKey;
use record::state::Entry;
use record::time::Happened;

use super::dose::{answer, noticed, said, told_that, with};
use super::due::id_of;
use super::wording::{dose_outcome, full_name, how_much, unit_text};
use super::{Intent, Screen, Writing, facts, form, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{MAX_WORDS, Typed, ask};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::outcomes;
use crate::saving::{Act, Go};
use crate::screen::{Block, Button, Field, Inset, Page};
use crate::track::moment;
use crate::words::{Words, say};

/// What is being written down, as it stands now.
struct Subject {
    medicine: Entry<Medicine>,
    /// The time that it answers, where it answers one.
    key: Option<OccurrenceKey>,
    /// How much is offered, or was said.
    dosage: Option<Dosage>,
    what: What,
    happened: Happened,
    note: Option<String>,
    correcting: Option<Entry<Dose>>,
}

fn form_of(holding: &Holding, writing: &Writing) -> String {
    match writing {
        Writing::Time(key) => format!("medicines.write.{}.{key}", holding.index),
        Writing::Besides(id) => super::form_of("besides", holding, *id),
        Writing::Correct(id) => super::form_of("correct", holding, *id),
    }
}

fn subject(writing: &Writing, draft: &Draft, holding: &Holding, view: View<'_>) -> Option<Subject> {
    let record = &holding.record;
    let now = moment::present(view.now);
    match writing {
        Writing::Time(key) => with(holding, key, view.now, |one| {
            let dosage = how_much(view.words, one.medicine, one.schedule, &one.occurrence.key);
            // What is over is written down as of its time; else as of now.
            let at = if one.occurrence.late < now.at { one.occurrence.at } else { now.at };
            Subject {
                medicine: one.medicine.clone(),
                key: Some(one.occurrence.key),
                dosage: dosage.dosage,
                what: What::Done,
                happened: Happened { at, ..now.clone() },
                note: None,
                correcting: None,
            }
        }),
        Writing::Besides(id) => {
            let medicine = record.get::<Medicine>(*id)?;
            let differs = medicine.conflicts.iter().any(|c| c.field.number == Medicine::DOSE);
            let dosage = medicine.value.dose.clone().filter(|_| !differs);
            Some(Subject {
                medicine,
                key: None,
                dosage,
                what: What::Done,
                happened: now,
                note: None,
                correcting: None,
            })
        }
        Writing::Correct(id) => {
            let dose = draft.stood::<Dose>(record, *id)?;
            Some(Subject {
                medicine: record.get::<Medicine>(id_of(dose.value.medicine.0))?,
                key: dose.value.key(),
                dosage: dose.value.taken.clone(),
                what: dose.value.what,
                happened: dose.happened.clone(),
                note: dose.value.note.clone(),
                correcting: Some(dose),
            })
        }
    }
}

/// Opens the form, filled in with what is offered or stands.
pub(super) fn open(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(subject) = subject(&writing, &Draft::default(), holding, cx.view()) else {
        return told_that(cx, "medicines-gone");
    };
    let name = form_of(holding, &writing);
    let saw = subject.correcting.iter().map(Entry::sight).collect();
    let forms = &mut cx.open.forms;
    if forms.opens(&name, saw) {
        if let Some(dosage) = subject.dosage {
            let amount = dosage.amount.map(|amount| amount.to_string());
            forms.set(&name, "amount", amount.unwrap_or_default());
            forms.set(&name, "said", dosage.words);
        }
        if let Some(note) = subject.note {
            forms.set(&name, "note", note);
        }
        forms.choose(&name, "what", subject.what.code().to_string());
    }
    cx.open.go(Place::Medicines(Screen::Write(writing)));
    nothing()
}

fn unit(subject: &Subject) -> DoseUnit {
    let of_medicine = subject.medicine.value.dose.as_ref().map(|dose| dose.unit);
    let unit = subject.dosage.as_ref().map(|dosage| dosage.unit).or(of_medicine);
    unit.unwrap_or(DoseUnit::None)
}

/// The page.
pub(super) fn page(writing: &Writing, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let draft = view.open.forms.get(&form_of(holding, writing));
    let Some(subject) = subject(writing, &draft, holding, view) else { return gone(view) };
    let mut blocks = Vec::new();
    let facts = facts::sentences(view, holding, &subject.medicine);
    if subject.correcting.is_none() && !facts.is_empty() {
        blocks.push(Block::Inset(Inset { text: facts }));
    }
    let fields = questions(words, &subject);
    let save = Press::Medicines(Intent::SaveDose(writing.clone()));
    let save = vec![Button::primary(say!(words, "save"), save)];
    blocks.push(Block::form(form_of(holding, writing), fields, save));
    let name = full_name(&subject.medicine.value);
    Page {
        name: "medicines.write".into(),
        title: match writing {
            Writing::Correct(_) => say!(words, "medicines-correct-title", name = name),
            Writing::Time(_) | Writing::Besides(_) => {
                say!(words, "medicines-write-title", name = name)
            }
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn questions(words: &Words, subject: &Subject) -> Vec<Field> {
    let mut fields = Vec::new();
    if subject.key.is_some() || subject.correcting.is_some() {
        fields.push(outcomes::what_field(words, |what| dose_outcome(words, what)));
    }
    let unit = match unit(subject) {
        DoseUnit::None | DoseUnit::Unknown(_) => String::new(),
        unit => unit_text(words, unit),
    };
    let amount = ask(words, "amount", "medicines-how-much", "medicines-how-much-hint");
    fields.push(Field::number(amount.optional(), unit, true));
    let said = ask(words, "said", "medicines-how-much-words", "");
    fields.push(Field::text(said.optional()));
    fields.extend(outcomes::more_fields(words, &subject.happened));
    fields
}

/// What the form says, and when it was.
fn read(
    words: &Words,
    draft: &Draft,
    subject: &Subject,
    typed: &mut Typed<'_>,
) -> (What, Option<Dosage>, Option<String>) {
    let (what, note) = outcomes::read_what(draft, subject.what, typed);
    let amount = typed.some("amount", "medicines-amount-not");
    let said = typed.text("said", MAX_WORDS).unwrap_or_default();
    let taken = matches!(what, What::Done | What::DoneLate | What::Part);
    let some = taken && (amount.is_some() || !said.is_empty());
    if what == What::Part && !some {
        typed.wrong("amount", say!(words, "medicines-part-how-much"));
    }
    let dosage = Dosage { words: said, amount, unit: unit(subject) };
    (what, some.then_some(dosage), note)
}

/// Keeps it.
pub(super) fn save(writing: &Writing, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    let name = form_of(holding, writing);
    let draft = cx.open.forms.get(&name);
    let Some(subject) = subject(writing, &draft, holding, cx.view()) else {
        return told_that(cx, "medicines-gone");
    };
    if let (Writing::Time(_), Some(key)) = (writing, &subject.key)
        && !said(&holding.record, key).is_empty()
    {
        return told_that(cx, "reminders-answered");
    }
    let mut typed = Typed::new(words, &draft);
    let (what, taken, note) = read(words, &draft, &subject, &mut typed);
    let happened = outcomes::read_when(words, &draft, &subject.happened, cx.now, &mut typed);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let reference = form::reference(holding, subject.medicine.id);
    let dose = match (&subject.correcting, &subject.key) {
        (Some(before), _) => Dose { what, taken, note, ..before.value.clone() },
        (None, Some(key)) => answer(key, reference, what, taken, note),
        (None, None) => {
            Dose { medicine: reference, version: None, date: None, slot: None, what, taken, note }
        }
    };
    let mut act = Act::new(holding, cx.now);
    match &subject.correcting {
        Some(before) if before.value == dose && before.happened == happened => {}
        Some(before) => act.change(before.sight(), &before.value, &dose, happened),
        None => {
            act.create(&dose, happened);
        }
    }
    act.finish_form(&name);
    let changed = !act.is_empty();
    let text = full_name(&subject.medicine.value);
    let notice = changed.then(|| noticed(cx, holding, &subject.medicine, &dose, text));
    // From one time, its page says nothing new: back to where that was opened.
    let back = if matches!(writing, Writing::Time(_)) { 2 } else { 1 };
    act.save(cx, Go::BackBy(back), notice)
}
