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

/// "Risk 2", or "Risk" where it is the only one.
fn numbered(words: &Words, id: &str, at: usize, of: usize) -> String {
    let name = words.get(id);
    if of == 1 { name } else { format!("{name} {}", at + 1) }
}

/// Every number of one option, drawn, named as it stands on its page.
pub(super) fn drawn(words: &Words, way: &Way) -> Option<Block> {
    let (mut criteria, mut cells) = (Vec::new(), Vec::new());
    for (id, all) in [("deciding-benefit", &way.benefits), ("deciding-risk", &way.risks)] {
        for (at, entry) in all.iter().enumerate() {
            let cell = cell(words, entry);
            if cell.frequency.is_some() {
                criteria.push(numbered(words, id, at, all.len()));
                cells.push(cell);
            }
        }
    }
    let name = wordings(words, &way.entry, |part| part.text.clone());
    let option = GridOption { name, cells, button: None, chosen: false };
    (!criteria.is_empty()).then(|| {
        let caption = say!(words, "deciding-drawn");
        Block::OptionsGrid(OptionsGrid { caption, criteria, options: vec![option] })
    })
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
    let named = |id, count| (0..count).map(move |at| numbered(words, id, at, count));
    let mut criteria: Vec<String> = named("deciding-benefit", benefits).collect();
    criteria.extend(named("deciding-risk", risks));
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
