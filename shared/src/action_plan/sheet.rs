//! A plan on one page, to print or to hand over as a file.

use record::EntryId;
use record::kinds::{ActionPlan, Threshold};
use record::state::Entry;

use super::judge::Part;
use super::list;
use super::one::thresholds;
use super::wording::{
    by_text, call_text, either, is_mine, limits_text, plan_name, set_text, tag, threshold_name,
    versions,
};
use crate::holding::Holding;
use crate::model::View;
use crate::sheet::Sheet;
use crate::when;
use crate::words::say;
use crate::your_data::ReadableTable;

/// What stands on the page of one.
pub(crate) fn for_others(id: EntryId, view: View<'_>) -> Option<Sheet> {
    let holding = view.open.holding().filter(|holding| list::is_shared(holding))?;
    Some(of(&holding.record.get::<ActionPlan>(id)?, holding, view))
}

fn of(entry: &Entry<ActionPlan>, holding: &Holding, view: View<'_>) -> Sheet {
    let words = view.words;
    let mine = is_mine(holding);
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    // Seen from another year, so that the year is always said.
    let day = when::day(words, wall.date(), jiff::civil::Date::ZERO);
    let name = either(words, versions(entry, |plan| plan_name(words, plan)));
    let rows = Part::ALL.into_iter().map(|part| {
        let text = |look: &dyn Fn(&ActionPlan) -> Option<String>| {
            either(words, versions(entry, look).into_iter().flatten().collect())
        };
        let at = part as usize;
        vec![
            tag(words, part).text,
            text(&|plan| plan.parts()[at].signs.clone()),
            text(&|plan| plan.parts()[at].action.clone()),
            text(&|plan| plan.parts()[at].call.as_deref().map(call_text)),
        ]
    });
    let columns = ["plans-sheet-part", "plans-signs", "plans-do", "plans-whom"];
    let parts = ReadableTable {
        title: say!(words, "plans-sheet-parts"),
        columns: columns.iter().map(|id| words.get(id)).collect(),
        rows: rows.collect(),
    };
    let number = |entry: &Entry<Threshold>| {
        let texts = versions(entry, |threshold| {
            format!(
                "{} {}",
                limits_text(words, threshold),
                set_text(view, holding, &threshold.limits)
            )
        });
        vec![threshold_name(words, &entry.value), either(words, texts)]
    };
    let numbers = ReadableTable {
        title: say!(words, "plans-numbers"),
        columns: vec![say!(words, "plans-sheet-what"), say!(words, "plans-numbers")],
        rows: thresholds(holding, entry.id).iter().map(number).collect(),
    };
    let by = by_text(words, mine, entry.value.set_by.as_deref(), entry.value.set_on);
    let mut says = vec![say!(words, "plans-sheet-says")];
    if !entry.conflicts.is_empty() {
        says.push(say!(words, "plans-differs"));
    }
    Sheet {
        page: "plans.sheet",
        pictures: Vec::new(),
        file: "action-plan",
        title: match holding.about.name.trim() {
            "" => name,
            person => say!(words, "plans-sheet-of", plan = name, name = person),
        },
        correct: format!("{by}. {}", say!(words, "plans-sheet-correct", day = day)),
        parts: vec![(parts, String::new()), (numbers, say!(words, "plans-numbers-none"))],
        says: says.join(" "),
    }
}
