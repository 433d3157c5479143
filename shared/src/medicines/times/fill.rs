//! Filling in the form with a rule that stands, where it can say all of it.

use record::Decimal;
use record::kinds::Medicine;
use record::schedule::{Amount, Step, When};

use super::{
    AGAIN, ALWAYS, AMOUNTS, BY_TIME, ELAPSED, HIDDEN, NEEDED, ONCE, SAME, SHOWN, SILENT, STEPPED,
    STEPS, TOLD, WAIT,
};
use crate::forms::Forms;
use crate::medicines::due::WINDOW;
use crate::rules::{self, TIMES};

/// "4", "0.5": minutes as hours, as they are typed.
fn hours(minutes: u16) -> String {
    let hundredths = i64::from(minutes) * 100 / 60;
    let places: u8 = match hundredths {
        whole if whole % 100 == 0 => 0,
        tenths if tenths % 10 == 0 => 1,
        _ => 2,
    };
    let unit = [100, 10, 1].get(usize::from(places)).copied().unwrap_or(1);
    Decimal::new(hundredths / unit, places)
        .map_or_else(|_| String::new(), |hours| hours.to_string())
}

pub(super) fn fill(forms: &mut Forms, name: &str, medicine: &Medicine) {
    forms.choose(name, "tell", if medicine.silent == Some(true) { SILENT } else { TOLD });
    let show = if medicine.discreet == Some(false) { SHOWN } else { HIDDEN };
    forms.choose(name, "discreet", show);
    let important = if medicine.important == Some(true) { ALWAYS } else { WAIT };
    forms.choose(name, "important", important);
    forms.choose(name, "insist", if medicine.insist == Some(true) { AGAIN } else { ONCE });
    let Some(rule) = medicine.rule.as_ref().and_then(|rule| rule.read().ok()) else { return };
    let terms = rule.terms();
    rules::fill(forms, name, terms);
    match &terms.when {
        When::Calendar { steps, .. } => {
            let times = steps.first().map(|step| step.times.as_slice()).unwrap_or_default();
            let how_much = |amount: &Option<Amount>| match amount {
                Some(Amount::Words(said)) => said.clone(),
                Some(Amount::Number(number)) => number.to_string(),
                None => String::new(),
            };
            let same = times.iter().all(|at| at.amount.is_none());
            let kind = if is_by_time(steps) { BY_TIME } else { STEPPED };
            forms.choose(name, "steps", if same { SAME } else { kind });
            if kind == BY_TIME {
                for (field, at) in AMOUNTS.iter().zip(times) {
                    forms.set(name, field, how_much(&at.amount));
                }
            } else {
                for ((days, dose), step) in STEPS.iter().zip(steps).filter(|_| !same) {
                    if step.days > 0 {
                        forms.set(name, days, step.days.to_string());
                    }
                    let amount = step.times.first().and_then(|at| at.amount.clone());
                    forms.set(name, dose, how_much(&amount));
                }
            }
        }
        When::AsNeeded { gap, most } => {
            forms.choose(name, "how", NEEDED);
            forms.set(name, "gap", gap.map_or_else(String::new, hours));
            forms.set(name, "most", most.map_or_else(String::new, |most| most.to_string()));
        }
        When::Elapsed { every, start } => {
            forms.choose(name, "how", ELAPSED);
            forms.set(name, "hours", hours(*every));
            forms.set(name, TIMES[0], rules::clock(*start));
        }
    }
}

/// Whether the form can say all that a rule says. What it cannot, it would take
/// away from a rule that it changes.
pub(crate) fn can_say(medicine: &Medicine) -> bool {
    let Some(bytes) = &medicine.rule else { return true };
    // What nobody here can read can only be said anew.
    let Ok(rule) = bytes.read() else { return true };
    let terms = rule.terms();
    let minutes = |minutes: u16| minutes.is_multiple_of(3);
    let said = match &terms.when {
        When::Calendar { steps, .. } => plain(steps),
        When::AsNeeded { gap, .. } => gap.is_none_or(minutes),
        When::Elapsed { every, .. } => minutes(*every),
    };
    said && terms.window == WINDOW
}

/// Whether it has one step without an end, and at each of its times a dose.
fn is_by_time(steps: &[Step]) -> bool {
    let all = |step: &Step| step.days == 0 && step.times.iter().all(|at| at.amount.is_some());
    matches!(steps, [only] if all(only))
}

/// The same times in every step, and at each of them the same dose; or one step,
/// with a dose at each time.
fn plain(steps: &[Step]) -> bool {
    let Some(first) = steps.first() else { return false };
    if first.times.len() > TIMES.len() {
        return false;
    }
    if is_by_time(steps) {
        return true;
    }
    let minutes = |step: &Step| step.times.iter().map(|at| at.minute).collect::<Vec<_>>();
    let times = minutes(first);
    let stepped = first.times.iter().any(|at| at.amount.is_some());
    let same = |step: &Step| {
        let amount = step.times.first().map(|at| &at.amount);
        minutes(step) == times
            && step.times.iter().all(|at| Some(&at.amount) == amount)
            && step.times.iter().all(|at| at.amount.is_some() == stepped)
    };
    let fits = if stepped { steps.len() <= STEPS.len() } else { steps.len() == 1 };
    let open = stepped || first.days == 0;
    fits && open && steps.iter().all(same)
}
