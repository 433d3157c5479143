//! The sheets of medicines: what is taken, what became of each dose, what is left,
//! and what the person reacts badly to. A medicine without a dose, and a dose
//! without a number, have their rows like any other.

use record::kinds::{Allergy, Dose, Medicine, Supply};

use super::sheets::{Making, Sheet};
use crate::medicines;
use crate::words::say;

impl Making<'_> {
    pub(super) fn allergies(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Allergy>(
            "allergies.csv",
            say!(words, "medicines-allergies"),
            vec![
                say!(words, "medicines-allergy-to"),
                say!(words, "medicines-row-sort"),
                say!(words, "medicines-row-reaction"),
                say!(words, "medicines-row-noticed"),
            ],
            |entry| {
                let Allergy { to, sort, reaction, noticed } = entry.value.clone();
                let sort = medicines::reacts_text(words, sort);
                vec![vec![to, sort, reaction.unwrap_or_default(), noticed.unwrap_or_default()]]
            },
            |allergy| medicines::allergy_text(words, allergy),
        )
    }

    pub(super) fn medicines(&self) -> Sheet {
        let words = self.words;
        let columns = [
            "copy-medicine",
            "medicines-strength",
            "medicines-row-form",
            "copy-dose",
            "copy-times",
            "medicines-row-why",
            "medicines-row-how",
            "medicines-row-by",
            "medicines-row-started",
            "medicines-row-stopped",
            "medicines-row-stop-why",
        ];
        let dose = |medicine: &Medicine| {
            medicine.dose.as_ref().map(|dose| medicines::dosage_text(words, dose))
        };
        let cells = |medicine: &Medicine| {
            let form = medicine.form.map(|form| medicines::form_text(words, form));
            let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
            let parts = [
                Some(medicine.name.clone()),
                medicine.strength.clone(),
                form,
                dose(medicine),
                medicines::rule_text(words, medicine),
                medicine.why.clone(),
                medicine.how.clone(),
                medicine.prescriber.clone(),
                day(medicine.started),
                day(medicine.stopped),
                medicine.stop_reason.clone(),
            ];
            parts.map(Option::unwrap_or_default).to_vec()
        };
        self.sheet::<Medicine>(
            "medicines.csv",
            say!(words, "medicines-title"),
            columns.iter().map(|id| words.get(id)).collect(),
            |entry| vec![cells(&entry.value)],
            |medicine| {
                let parts = cells(medicine).into_iter().filter(|cell| !cell.is_empty());
                parts.collect::<Vec<_>>().join(", ")
            },
        )
    }

    pub(super) fn taken(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let amount = |dose: &Dose| {
            dose.taken
                .as_ref()
                .map(|taken| medicines::dosage_text(words, taken))
                .unwrap_or_default()
        };
        let what = |dose: &Dose| medicines::dose_outcome(words, dose.what);
        self.sheet::<Dose>(
            "medicines-taken.csv",
            say!(words, "medicines-doses"),
            vec![
                say!(words, "copy-medicine"),
                say!(words, "outcomes-row-what"),
                say!(words, "copy-dose"),
                say!(words, "copy-asked"),
                say!(words, "copy-note"),
            ],
            |entry| {
                let dose = &entry.value;
                let name = medicines::name_of(words, record, dose.medicine);
                let asked = dose.key().map_or_else(String::new, |key| {
                    let time = crate::reminders::slot_text(u64::from(key.slot));
                    format!("{} {time}", key.date)
                });
                vec![vec![
                    name,
                    what(dose),
                    amount(dose),
                    asked,
                    dose.note.clone().unwrap_or_default(),
                ]]
            },
            |dose| format!("{} {}", what(dose), amount(dose)),
        )
    }

    pub(super) fn supplies(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.sheet::<Supply>(
            "medicines-left.csv",
            say!(words, "medicines-supplies"),
            vec![say!(words, "copy-medicine"), say!(words, "medicines-row-left")],
            |entry| {
                let name = medicines::name_of(words, record, entry.value.medicine);
                vec![vec![name, medicines::supply_text(words, &entry.value)]]
            },
            |supply| medicines::supply_text(words, supply),
        )
    }
}
