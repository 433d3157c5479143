//! Medicines, doses and allergies in words.

use record::Record;
use record::kinds::{Allergy, Dosage, DoseUnit, Medicine, MedicineForm, Reacts, Ref, What};
use record::schedule::{Amount, OccurrenceKey, Schedule, State};
use record::state::Entry;

use super::due::id_of;
use crate::diary;
use crate::screen::{Tag, Tone};
use crate::words::{Words, say};

/// "Metformin 500 mg".
#[must_use]
pub(crate) fn full_name(medicine: &Medicine) -> String {
    match &medicine.strength {
        Some(strength) => format!("{} {strength}", medicine.name),
        None => medicine.name.clone(),
    }
}

/// What the medicine is called that an entry names.
#[must_use]
pub(crate) fn name_of(words: &Words, record: &Record, medicine: Ref) -> String {
    record
        .get::<Medicine>(id_of(medicine.0))
        .map_or_else(|| say!(words, "medicines-unnamed"), |entry| full_name(&entry.value))
}

/// "1 tablet", "one with food (1 tablet)".
#[must_use]
pub(crate) fn dosage_text(words: &Words, dosage: &Dosage) -> String {
    let amount = dosage.amount.map(|amount| diary::amount_text(words, amount, dosage.unit));
    match (dosage.words.as_str(), amount) {
        ("", amount) => amount.unwrap_or_default(),
        (said, Some(amount)) => format!("{said} ({amount})"),
        (said, None) => said.to_owned(),
    }
}

/// What it comes as.
#[must_use]
pub(crate) fn form_text(words: &Words, form: MedicineForm) -> String {
    words.get(match form {
        MedicineForm::Tablet => "medicines-form-tablet",
        MedicineForm::Capsule => "medicines-form-capsule",
        MedicineForm::Liquid => "medicines-form-liquid",
        MedicineForm::Inhaler => "medicines-form-inhaler",
        MedicineForm::Injection => "medicines-form-injection",
        MedicineForm::Patch => "medicines-form-patch",
        MedicineForm::Cream => "medicines-form-cream",
        MedicineForm::Drops => "medicines-form-drops",
        MedicineForm::Spray => "medicines-form-spray",
        MedicineForm::Suppository => "medicines-form-suppository",
        MedicineForm::Powder => "medicines-form-powder",
        MedicineForm::Other | MedicineForm::Unknown(_) => "medicines-form-other",
    })
}

/// The unit of a dose, by itself.
pub(super) fn unit_text(words: &Words, unit: DoseUnit) -> String {
    words.get(match unit {
        DoseUnit::Unit => "medicines-unit-unit",
        DoseUnit::Tablet => "medicines-unit-tablet",
        DoseUnit::Puff => "medicines-unit-puff",
        DoseUnit::Millilitre => "medicines-unit-ml",
        DoseUnit::Milligram => "medicines-unit-mg",
        DoseUnit::Microgram => "medicines-unit-microgram",
        DoseUnit::Drop => "medicines-unit-drop",
        DoseUnit::Patch => "medicines-unit-patch",
        DoseUnit::None | DoseUnit::Unknown(_) => "medicines-unit-none",
    })
}

/// What sort of a reaction it is.
#[must_use]
pub(crate) fn reacts_text(words: &Words, sort: Reacts) -> String {
    match sort {
        Reacts::Allergy => say!(words, "medicines-allergy"),
        Reacts::BadReaction => say!(words, "medicines-bad-reaction"),
        Reacts::NotSure | Reacts::Unknown(_) => say!(words, "medicines-not-sure"),
    }
}

/// "Penicillin: rash, as a child. Allergy".
#[must_use]
pub(crate) fn allergy_text(words: &Words, allergy: &Allergy) -> String {
    let mut parts = vec![allergy.to.clone()];
    parts.extend(allergy.reaction.clone());
    parts.extend(allergy.noticed.clone());
    parts.push(reacts_text(words, allergy.sort));
    parts.join(", ")
}

/// Everything that stands in an entry under what `say` picks: two people may have
/// said it otherwise at once, and then both are shown.
pub(crate) fn each<K>(
    words: &Words,
    entry: &Entry<K>,
    say: &dyn Fn(&K) -> Option<String>,
) -> Option<String> {
    let mut said: Vec<String> = say(&entry.value).into_iter().collect();
    let others = entry.conflicts.iter().flat_map(|conflict| &conflict.values);
    for text in others.filter_map(|(_, value)| say(value)) {
        if !said.contains(&text) {
            said.push(text);
        }
    }
    let mut said = said.into_iter();
    let first = said.next()?;
    Some(said.fold(first, |before, value| say!(words, "track-or", before = before, value = value)))
}

/// How much at one time: what the rule says of it, or the medicine's own dose.
/// With the number where there is one and nobody disagrees.
pub(super) struct HowMuch {
    pub(super) text: Option<String>,
    pub(super) dosage: Option<Dosage>,
    /// Whether two people said otherwise.
    pub(super) differs: bool,
}

/// How much, at one time.
pub(super) fn how_much(
    words: &Words,
    entry: &Entry<Medicine>,
    schedule: &Schedule,
    key: &OccurrenceKey,
) -> HowMuch {
    let differs = entry.conflicts.iter().any(|c| c.field.number == Medicine::DOSE);
    let unit = entry.value.dose.as_ref().map_or(DoseUnit::None, |dose| dose.unit);
    let of_step = schedule.amount(key).map(|amount| step_dosage(amount, unit));
    match of_step {
        Some(dosage) => {
            let text = Some(dosage_text(words, &dosage));
            HowMuch { text, dosage: Some(dosage), differs: false }
        }
        None => HowMuch {
            text: dose_text(words, entry),
            dosage: entry.value.dose.clone().filter(|_| !differs),
            differs,
        },
    }
}

/// The dose of a step, as it was said.
pub(crate) fn step_dosage(amount: &Amount, unit: DoseUnit) -> Dosage {
    match amount {
        Amount::Words(said) => Dosage { words: said.clone(), amount: None, unit },
        Amount::Number(number) => Dosage { words: String::new(), amount: Some(*number), unit },
    }
}

/// The dose, or both.
pub(super) fn dose_text(words: &Words, entry: &Entry<Medicine>) -> Option<String> {
    each(words, entry, &|medicine| {
        medicine.dose.as_ref().map(|dose| dosage_text(words, dose)).filter(|text| !text.is_empty())
    })
}

/// What became of a dose: "Taken", "Not taken".
#[must_use]
pub(crate) fn dose_outcome(words: &Words, what: What) -> String {
    tag(words, State::Outcome(what)).text
}

/// Where one time stands, as a word or two.
pub(super) fn tag(words: &Words, state: State) -> Tag {
    match state {
        State::Upcoming => Tag::new(say!(words, "reminders-later"), Tone::Neutral),
        State::Due => Tag::new(say!(words, "reminders-now"), Tone::Brand),
        State::Late => Tag::new(say!(words, "reminders-open"), Tone::Brand),
        State::Expired => Tag::new(say!(words, "reminders-not-known"), Tone::Neutral),
        State::Outcome(what) => match what {
            What::Done => Tag::new(say!(words, "medicines-taken"), Tone::Green),
            What::DoneLate => Tag::new(say!(words, "medicines-taken-late"), Tone::Green),
            What::Part => Tag::new(say!(words, "medicines-taken-part"), Tone::Green),
            What::Skipped => Tag::new(say!(words, "medicines-not-taken"), Tone::Neutral),
            What::NotKnown | What::Unknown(_) => {
                Tag::new(say!(words, "reminders-not-known"), Tone::Neutral)
            }
        },
    }
}

/// "2 hours", "1 hour 20 minutes", "3 days".
pub(super) fn span(words: &Words, seconds: i64) -> String {
    let minutes = seconds.max(0) / 60;
    let (days, hours, rest) = (minutes / 1440, minutes / 60, minutes % 60);
    if days >= 2 {
        return say!(words, "medicines-days", count = days);
    }
    match (hours, rest) {
        (0, rest) => say!(words, "medicines-minutes", count = rest),
        (hours, 0) => say!(words, "medicines-hours", count = hours),
        (hours, rest) => {
            let hours = say!(words, "medicines-hours", count = hours);
            format!("{hours} {}", say!(words, "medicines-minutes", count = rest))
        }
    }
}
