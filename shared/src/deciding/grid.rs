//! The options beside each other, each with its benefits and risks, and the
//! numbers drawn.

use record::kinds::DecisionPart;
use record::state::Entry;

use super::Screen;
use super::whole::{Way, Whole};
use super::wording::{said, wordings};
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Frequency, GridCell, GridOption, OptionsGrid};
use crate::words::{Words, say};

/// The most benefits, and the most risks, of an option that stand in the grid. All
/// stand on its own page.
const MOST: usize = 6;

fn cell(words: &Words, entry: &Entry<DecisionPart>) -> GridCell {
    let often = entry.value.often.as_ref().filter(|_| entry.conflicts.is_empty());
    GridCell {
        text: wordings(words, entry, |part| said(words, part)),
        frequency: often.map(|often| Frequency { of_them: often.of_them, out_of: often.out_of }),
        source: often
            .map(|often| say!(words, "deciding-source-is", source = often.source.as_str())),
    }
}

/// What stands where nothing is said: nothing, or what is missing. `asked` where the
/// person has said that the options are complete.
fn empty(words: &Words, first: bool, risk: bool, asked: bool) -> GridCell {
    let text = match (first, risk, asked) {
        (false, ..) => String::from("–"),
        (true, true, true) => say!(words, "deciding-risk-needed"),
        (true, false, true) => say!(words, "deciding-benefit-needed"),
        (true, true, false) => say!(words, "deciding-risk-none"),
        (true, false, false) => say!(words, "deciding-benefit-none"),
    };
    GridCell { text, frequency: None, source: None }
}

/// The grid.
pub(super) fn grid(words: &Words, whole: &Whole, chosen: Option<&Way>, asked: bool) -> Block {
    let rows = |count: &dyn Fn(&Way) -> usize| {
        whole.ways.iter().map(count).max().unwrap_or_default().clamp(1, MOST)
    };
    let (benefits, risks) = (rows(&|way| way.benefits.len()), rows(&|way| way.risks.len()));
    let named = |id: &str, at: usize, of: usize| {
        let name = words.get(id);
        if of == 1 { name } else { format!("{name} {}", at + 1) }
    };
    let mut criteria: Vec<String> =
        (0..benefits).map(|at| named("deciding-benefit", at, benefits)).collect();
    criteria.extend((0..risks).map(|at| named("deciding-risk", at, risks)));
    let fits = whole.ways.iter().any(|way| way.entry.value.more.is_some());
    if fits {
        criteria.push(say!(words, "deciding-fits"));
    }
    let option = |way: &Way| {
        let mut cells = Vec::new();
        for (risk, all, count) in [(false, &way.benefits, benefits), (true, &way.risks, risks)] {
            cells.extend((0..count).map(|at| match all.get(at) {
                Some(entry) => cell(words, entry),
                None => empty(words, at == 0, risk, asked),
            }));
        }
        if fits {
            let text = wordings(words, &way.entry, |part| part.more.clone().unwrap_or_default());
            let text = if text.is_empty() { String::from("–") } else { text };
            cells.push(GridCell { text, frequency: None, source: None });
        }
        let name = wordings(words, &way.entry, |part| part.text.clone());
        let open = Place::Deciding(Screen::Option(way.entry.id));
        let button = Button::secondary(say!(words, "deciding-open-option"), open).spoken(say!(
            words,
            "deciding-open-spoken",
            name = name.as_str()
        ));
        let chosen = chosen.is_some_and(|chosen| chosen.entry.id == way.entry.id);
        GridOption { name, cells, button: Some(button), chosen }
    };
    Block::OptionsGrid(OptionsGrid {
        caption: wordings(words, &whole.decision, |decision| decision.about.clone()),
        criteria,
        options: whole.ways.iter().map(option).collect(),
    })
}
