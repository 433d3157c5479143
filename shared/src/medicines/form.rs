//! Adding a medicine, and changing what is said of one.

use record::kinds::{Dosage, DoseUnit, Measure, Medicine, MedicineForm, Ref};
use record::{EntryId, Scope};

use super::wording::{form_text, full_name, unit_text};
use super::{Intent, Screen, names, nothing};
use crate::app::Cmd;
use crate::entry::change;
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{self, MAX_NAME, MAX_WORDS, Typed, ask, choice, one_of, optional};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page, SearchField};
use crate::track;
use crate::words::{Words, say};

/// The parts that are words alone, with the id of their question.
const TEXTS: [(&str, &str); 3] =
    [("why", "medicines-why"), ("how", "medicines-how"), ("by", "medicines-by")];

fn form(holding: &Holding, changing: Option<EntryId>) -> String {
    match changing {
        None => format!("medicines.new.{}", holding.index),
        Some(id) => super::form_of("change", holding, id),
    }
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return nothing() };
    let name = form(holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let medicine = entry.value;
        forms.set(&name, "name", medicine.name);
        forms.set(&name, "strength", medicine.strength.unwrap_or_default());
        if let Some(form) = medicine.form {
            forms.choose(&name, "form", form.code().to_string());
        }
        if let Some(dose) = medicine.dose {
            forms.set(&name, "dose", dose.words);
            let amount = dose.amount.map(|amount| amount.to_string());
            forms.set(&name, "amount", amount.unwrap_or_default());
            forms.choose(&name, "unit", dose.unit.code().to_string());
        }
        let texts = [medicine.why, medicine.how, medicine.prescriber];
        for ((field, _), text) in TEXTS.iter().zip(texts) {
            forms.set(&name, field, text.unwrap_or_default());
        }
        if let Some(started) = medicine.started {
            forms.set_date(&name, "started", started);
        }
        if let Some(measure) = medicine.beside {
            forms.choose(&name, "beside", measure.code().to_string());
        }
    }
    cx.open.go(Place::Medicines(Screen::Change(id)));
    nothing()
}

/// The page.
pub(super) fn page(changing: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    if changing.is_some_and(|id| holding.record.get::<Medicine>(id).is_none()) {
        return gone(view);
    }
    let name = form(holding, changing);
    let draft = view.open.forms.get(&name);
    let intent = changing.map_or(Intent::Save, Intent::SaveChange);
    let label = match changing {
        None => say!(words, "medicines-save-new"),
        Some(_) => say!(words, "save"),
    };
    let mut blocks = Vec::new();
    if changing.is_some() {
        blocks.push(Block::inset(say!(words, "medicines-change-text")));
    }
    let save = vec![Button::primary(label, Press::Medicines(intent))];
    blocks.push(Block::form(name, questions(words, &draft, holding), save));
    Page {
        name: "medicines.edit".into(),
        title: match changing {
            None => say!(words, "medicines-new"),
            Some(_) => say!(words, "medicines-change"),
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn questions(words: &Words, draft: &Draft, holding: &Holding) -> Vec<Field> {
    let text = |id, label, hint| Field::text(optional(words, id, label, hint));
    let forms = MedicineForm::ALL
        .iter()
        .map(|form| choice(form.code().to_string(), form_text(words, *form)))
        .collect();
    let units = DoseUnit::ALL
        .iter()
        .map(|unit| choice(unit.code().to_string(), unit_text(words, *unit)))
        .collect();
    let mut fields = vec![
        name_field(words, draft),
        text("strength", "medicines-strength", "medicines-strength-hint"),
        one_of(optional(words, "form", "medicines-form", ""), forms, false),
        text("dose", "medicines-dose", "medicines-dose-hint"),
        Field::number(
            optional(words, "amount", "medicines-amount", "medicines-amount-hint"),
            "",
            true,
        ),
        one_of(ask(words, "unit", "medicines-unit", ""), units, true),
    ];
    fields
        .extend(TEXTS.iter().map(|(field, label)| Field::text(optional(words, field, label, ""))));
    fields.push(fields::date(optional(words, "started", "medicines-started", ""), None));
    fields.extend(beside_field(words, holding));
    fields
}

/// The name: typed, or picked from those that fit what is typed.
fn name_field(words: &Words, draft: &Draft) -> Field {
    let picked = draft.choice("name");
    // Once picked, that one stays, so that what has the focus does not go.
    let found = picked.map_or_else(|| names::find(draft.text("name")), |picked| vec![picked]);
    Field::Search(SearchField {
        question: ask(words, "name", "medicines-name", "medicines-name-hint"),
        value: picked.unwrap_or_default().to_owned(),
        found: found.into_iter().map(|name| choice(name, name.to_owned())).collect(),
    })
}

/// What is measured because of it, among what is followed.
fn beside_field(words: &Words, holding: &Holding) -> Option<Field> {
    let (shown, _) = track::trackers(&holding.record);
    let measures = shown.iter().map(|entry| entry.value.measure);
    let mut choices = vec![choice("", say!(words, "medicines-beside-none"))];
    for measure in measures.filter(|measure| *measure != Measure::Own) {
        let value = measure.code().to_string();
        if !choices.iter().any(|known| known.value == value) {
            choices.push(choice(value, track::measure_name(words, measure)));
        }
    }
    if choices.len() == 1 {
        return None;
    }
    let question = ask(words, "beside", "medicines-beside", "medicines-beside-hint");
    Some(one_of(question, choices, true))
}

fn code(draft: &Draft, field: &str) -> Option<u64> {
    draft.choice(field)?.parse().ok()
}

/// The medicine that the form says; what it does not ask for stays as it is.
fn read(
    words: &Words,
    draft: &Draft,
    typed: &mut Typed<'_>,
    before: Option<&Medicine>,
) -> Medicine {
    let typed_name = typed.text("name", MAX_NAME).unwrap_or_default();
    let name = draft.choice("name").map_or(typed_name, str::to_owned);
    if name.is_empty() {
        typed.wrong("name", say!(words, "medicines-name-none"));
    }
    let said = typed.text("dose", MAX_WORDS).unwrap_or_default();
    let amount = typed.some("amount", "medicines-amount-not");
    let unit = code(draft, "unit").map_or(DoseUnit::None, DoseUnit::from_code);
    let dose =
        (!said.is_empty() || amount.is_some()).then_some(Dosage { words: said, amount, unit });
    let [why, how, prescriber] = TEXTS.map(|(field, _)| typed.text(field, MAX_WORDS));
    Medicine {
        name,
        strength: typed.text("strength", MAX_NAME),
        form: code(draft, "form").map(MedicineForm::from_code),
        dose,
        why,
        how,
        prescriber,
        started: typed.date("started"),
        stopped: before.and_then(|before| before.stopped),
        stop_reason: before.and_then(|before| before.stop_reason.clone()),
        rule: before.and_then(|before| before.rule.clone()),
        discreet: before.and_then(|before| before.discreet),
        silent: before.and_then(|before| before.silent),
        important: before.and_then(|before| before.important),
        insist: before.and_then(|before| before.insist),
        beside: code(draft, "beside").map(Measure::from_code),
    }
}

/// Keeps what the form says.
pub(super) fn save(changing: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    let name = form(holding, changing);
    let draft = cx.open.forms.get(&name);
    let before = match changing.map(|id| draft.stood::<Medicine>(&holding.record, id)) {
        Some(None) => return nothing(),
        found => found.flatten(),
    };
    let mut typed = Typed::new(words, &draft);
    let medicine = read(words, &draft, &mut typed, before.as_ref().map(|entry| &entry.value));
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    if let Some(before) = &before {
        return change::keep(before, &medicine, Some(&name), Go::Back, cx);
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let id = act.create(&medicine, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding).text(full_name(&medicine));
    act.save(cx, Go::Instead(Place::Medicines(Screen::Times(id))), Some(notice))
}

/// The name of an entry in a field of another.
pub(super) fn reference(holding: &Holding, id: EntryId) -> Ref {
    Ref(holding.record.own(id).created_by())
}
