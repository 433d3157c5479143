//! All about the person on one sheet, for somebody else to read: what they need,
//! then each item in their own words. It opens with one press from Today and from
//! the page of help; where the app is locked, only if the person has allowed it.

use record::Scope;
use record::media::Sort;

use super::said::{said, spoken};
use super::{Item, Screen, media, needs};
use crate::holding::{Holding, RecordSide};
use crate::items::{self, show};
use crate::media::show as pictured;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Icon, Link, Page};
use crate::sheet::{self, For, Sheet};
use crate::words::say;
use crate::your_data::ReadableTable;
use crate::{track, when};

/// What there is; none where nothing is written, or it is not shared.
pub(crate) fn for_others(view: View<'_>, made: For) -> Option<Sheet> {
    find(view, view.open.holding()?, made)
}

/// Pictures stand in the table in their words alone, unless they are shown.
fn find(view: View<'_>, holding: &Holding, made: For) -> Option<Sheet> {
    if !items::is_shared(holding, Scope::About) {
        return None;
    }
    let words = view.words;
    let table = |title, rows| ReadableTable { title, columns: show::columns(words), rows };
    let needs = needs::rows(view, holding);
    let needs: Vec<_> = needs.into_iter().map(|row| vec![row.key, row.value.join("\n")]).collect();
    let (mut rows, mut last, mut shown) = (Vec::new(), None, Vec::new());
    for item in Item::ALL {
        let mut lines = Vec::new();
        for said in said(&holding.record, item) {
            last = last.max(Some(said.by.happened.at));
            lines.push(spoken(words, &holding.record, item, said.text));
            lines.extend(track::author_line(words, holding, &said.by));
        }
        for said in media::of(holding, item) {
            if made == For::Show && said.media.sort() == Some(Sort::Picture) {
                shown.extend(pictured::blocks(view, holding, &said, Vec::new()));
            } else {
                lines.push(media::line(words, &said));
            }
        }
        if !lines.is_empty() {
            rows.push(vec![words.get(item.question()), lines.join("\n")]);
        }
    }
    if needs.is_empty() && rows.is_empty() && shown.is_empty() {
        return None;
    }
    let title = match holding.about.name.trim() {
        "" => say!(words, "about-me-title"),
        name => say!(words, "about-me-sheet-of", name = name),
    };
    let mut parts = Vec::new();
    if !needs.is_empty() {
        parts.push((table(needs::title(view, holding), needs), String::new()));
    }
    if !rows.is_empty() {
        parts.push((table(title.clone(), rows), String::new()));
    }
    let changed = last.map(|at| {
        let wall = when::wall_at(at, &view.now.zone);
        let day = when::day(words, wall.date(), jiff::civil::Date::ZERO);
        say!(words, "about-me-changed", day = day)
    });
    Some(Sheet {
        page: "about_me.sheet",
        file: "about-me",
        title,
        correct: sheet::correct(view),
        parts,
        pictures: only_pictures(shown),
        says: changed.unwrap_or_default(),
    })
}

/// A sheet has no buttons of its own.
fn only_pictures(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().filter(|block| matches!(block, Block::Media(_))).collect()
}

/// A button that shows it, where there is anything.
pub(crate) fn button(view: View<'_>, holding: &Holding) -> Option<Button> {
    let any = items::is_shared(holding, Scope::About)
        && (Item::ALL.iter().any(|item| !said(&holding.record, *item).is_empty())
            || media::any(holding)
            || needs::any(holding));
    let label = match holding.about.name.as_str() {
        name if holding.about.side != RecordSide::Person => {
            say!(view.words, "about-me-show-of", name = name)
        }
        _ => say!(view.words, "about-me-show"),
    };
    let place = Place::AboutMe(Screen::Sheet);
    any.then(|| Button::quiet(label, place).icon(Icon::Person))
}

/// It, in front of a locked app: of the person whose device it is, with nothing that
/// leads further in. None where there is nothing to show.
pub(crate) fn in_front(view: View<'_>, back: Link) -> Option<Page> {
    let mut all = view.open.holdings.iter();
    let own = all.find(|holding| holding.about.side == RecordSide::Person)?;
    let page = sheet::bare(view, find(view, own, For::Leave)?);
    Some(Page { back: Some(back), caption: None, ..page })
}
