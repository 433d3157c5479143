//! The parts of a record in plain words.

use record::{Scope, Scopes};

use crate::holding::Holding;
use crate::screen::{Choice, Field, Question};
use crate::screen::{ChoiceField, Icon};
use crate::words::{Words, say};

/// What a team may be allowed to add to: never a person's own readings, diary
/// or "about me".
pub const TEAM_ADDS: [Scope; 6] = [
    Scope::Plan,
    Scope::Messages,
    Scope::Medicines,
    Scope::Decisions,
    Scope::Community,
    Scope::Budget,
];

/// The parts that are always offered; the others once there is something in
/// them, or somebody has been allowed them.
const OFFERED: [Scope; 7] = [
    Scope::About,
    // Who may see a plan that is not there yet can propose the first of it.
    Scope::Plan,
    Scope::Health,
    Scope::Medicines,
    Scope::Diary,
    Scope::Messages,
    Scope::Decisions,
];

/// A part of the record, as a person calls it.
#[must_use]
pub fn scope_name(words: &Words, scope: Scope) -> String {
    words.get(match scope {
        Scope::About => "scope-about",
        Scope::Plan => "scope-plan",
        Scope::Health => "scope-health",
        Scope::Medicines => "scope-medicines",
        Scope::Diary => "scope-diary",
        Scope::Support => "scope-support",
        Scope::Messages => "scope-messages",
        Scope::Decisions => "scope-decisions",
        Scope::Community => "scope-community",
        Scope::Budget => "scope-budget",
        Scope::Sharing => "scope-sharing",
        Scope::Own => "scope-own",
    })
}

/// "Readings and symptoms, Diary"; "nothing" for none.
#[must_use]
pub fn scope_names(words: &Words, scopes: Scopes) -> String {
    let names: Vec<String> = scopes.iter().map(|scope| scope_name(words, scope)).collect();
    if names.is_empty() { say!(words, "scope-none") } else { names.join(", ") }
}

/// The scopes to choose from, for somebody who has been allowed `allowed`.
#[must_use]
pub(super) fn offered(holding: &Holding, allowed: Scopes) -> Scopes {
    let used: Vec<Scope> = Scope::ALL
        .into_iter()
        .filter(|scope| *scope != Scope::Sharing && holding.record.count(*scope) > 0)
        .filter(|scope| Scopes::SHAREABLE.has(*scope))
        .collect();
    Scopes::of(&OFFERED).or(Scopes::of(&used)).or(allowed.and(Scopes::SHAREABLE))
}

/// A question with the scopes as its answers.
#[must_use]
pub fn question(words: &Words, question: Question, scopes: Scopes) -> Field {
    let choices = scopes
        .iter()
        .map(|scope| Choice {
            value: value(scope),
            label: scope_name(words, scope),
            hint: None,
            icon: Some(icon(scope)),
            chosen: false,
        })
        .collect();
    Field::Choices(ChoiceField { question, choices })
}

/// What a choice of a scope sends.
#[must_use]
pub(super) fn value(scope: Scope) -> String {
    scope.code().to_string()
}

/// The values of all these scopes, for filling in a form.
#[must_use]
pub fn values(scopes: Scopes) -> Vec<String> {
    scopes.iter().map(value).collect()
}

/// The scopes chosen.
#[must_use]
pub fn chosen(values: &[String]) -> Scopes {
    let scopes: Vec<Scope> =
        values.iter().filter_map(|value| Scope::from_code(value.parse().ok()?).ok()).collect();
    Scopes::of(&scopes)
}

fn icon(scope: Scope) -> Icon {
    match scope {
        Scope::About | Scope::Own => Icon::Person,
        Scope::Plan => Icon::Plan,
        Scope::Health => Icon::Track,
        Scope::Medicines => Icon::Pill,
        Scope::Diary => Icon::Diary,
        Scope::Support => Icon::Carer,
        Scope::Messages => Icon::Messages,
        Scope::Decisions => Icon::Decision,
        Scope::Community => Icon::Community,
        Scope::Budget => Icon::Budget,
        Scope::Sharing => Icon::Eye,
    }
}
