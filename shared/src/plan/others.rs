//! Other plans: what the app itself has of them, beside those that are kept elsewhere;
//! and an address of the web as a link that opens outside.

use record::judge::versions;
use record::kinds::{ActionPlan, PlanItem, PlanSort};
use record::state::Entry;

use super::part::Part;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Link, Target};
use crate::words::{Words, say};
use crate::{action_plan, advance_care, contingency};

/// As many action plans stand here; the rest are on their own page.
const SHOWN: usize = 10;

/// Where something is, where that is an address of the web and nothing else.
fn address(text: &str) -> Option<&str> {
    let text = text.trim();
    let rest = text.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let clean = !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    // What stands before an @ only looks like where it leads.
    (clean && host.contains('.') && !host.contains('@')).then_some(text)
}

/// The links of another plan: one to each place that is said and is on the web.
pub(super) fn links(words: &Words, entry: &Entry<PlanItem>, part: Part) -> Vec<Link> {
    if entry.value.sort != PlanSort::OtherPlan || part != Part::Place {
        return Vec::new();
    }
    let name = entry.value.text.clone().unwrap_or_default();
    let places = versions(entry, |item| item.place.clone());
    let places = places.iter().flatten().filter_map(|place| address(place));
    places
        .map(|place| {
            let label = say!(words, "plan-other-open");
            let spoken = format!("{label}: {name}");
            Link::to(label, Target::Open(place.to_owned())).spoken(spoken)
        })
        .collect()
}

/// The action plans that are followed.
fn action_plans(view: View<'_>, holding: &Holding) -> Vec<Entry<ActionPlan>> {
    let today = view.today();
    let all = holding.record.current::<ActionPlan>();
    all.filter(|entry| record::judge::is_followed(&entry.value, today)).collect()
}

/// The names of plans that have pages of their own here.
pub(super) fn names(view: View<'_>, holding: &Holding) -> Vec<String> {
    let words = view.words;
    let plans = action_plans(view, holding).into_iter();
    let mut names: Vec<String> =
        plans.map(|entry| action_plan::plan_name(words, &entry.value)).collect();
    if !contingency::buttons(view, holding).is_empty() {
        names.push(say!(words, "contingency-title"));
    }
    names
}

/// The plans that have pages of their own here. Whether there are wishes for later is
/// not said: the way to them is the same in every plan.
pub(super) fn here(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let words = view.words;
    let plans = action_plans(view, holding);
    let cards: Vec<Card> = plans
        .iter()
        .take(SHOWN)
        .map(|entry| {
            Card::new(action_plan::plan_name(words, &entry.value))
                .icon(Icon::Plan)
                .opens(Place::Plans(action_plan::Screen::One(entry.id)))
        })
        .collect();
    let mut blocks = vec![Block::heading(say!(words, "plan-others-here"))];
    if !cards.is_empty() {
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    let mut buttons = Vec::new();
    if plans.len() > SHOWN {
        let all = Place::Plans(action_plan::Screen::All);
        buttons.push(Button::quiet(say!(words, "plans-title"), all));
    }
    buttons.extend(contingency::buttons(view, holding));
    let later = Place::AdvanceCare(advance_care::Screen::Cover);
    buttons.push(Button::quiet(say!(words, "advance-link"), later));
    blocks.push(Block::buttons(buttons));
    blocks
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_an_address_of_the_web_and_nothing_else_is_a_link() {
        let plan = "https://plans.example.org/sam?page=2";
        assert_eq!(address(&format!(" {plan} ")), Some(plan));
        for text in [
            "The blue folder",
            "http://plans.example.org",
            "javascript:alert(1)",
            "see https://plans.example.org",
            "https://plans.example.org and the folder",
            "https://",
            "https://folder",
            "https://nhs.uk@example.org/",
            "https://a.b/\u{7}",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
