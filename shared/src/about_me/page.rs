//! All of it on one page.

use record::Scope;
use record::kinds::OwnPlace;

use super::said::{Said, said};
use super::{Intent, Item, Screen, media, needs, told};
use crate::holding::Holding;
use crate::items;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::own;
use crate::screen::{Block, Button, Icon, Page};
use crate::track;
use crate::when;
use crate::words::say;

/// More characters than this do not fit on one side of a sheet.
const ONE_SIDE: usize = 2_400;

/// The page: what is written, each with who wrote it, and then what is not.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "about_me".into(),
        title: say!(words, "about-me-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let write = holding.may_write(Scope::About);
    let blocks = &mut page.blocks;
    if !items::is_shared(holding, Scope::About) {
        // To say "nothing" here would be to say what is not known.
        blocks.push(Block::paragraph(say!(words, "items-not-shared")));
        return page;
    }
    let mut missing = Vec::new();
    let mut last = None;
    let needs = needs::blocks(view, holding);
    let no_needs = needs.is_empty();
    blocks.extend(needs);
    let mut length = 0;
    for item in Item::ALL {
        let all = said(&holding.record, item);
        last = last.max(all.iter().map(|said| said.by.happened.at).max());
        length += all.iter().map(|said| said.text.chars().count()).sum::<usize>();
        let written = written(item, all, write, holding, view);
        if written.is_empty() {
            missing.push(item);
        }
        blocks.extend(written);
    }
    let some = missing.len() < Item::ALL.len() || !no_needs;
    if !some {
        blocks.push(Block::lede(say!(words, "about-me-intro")));
    }
    if write && (!missing.is_empty() || no_needs) {
        if some {
            blocks.push(Block::heading(say!(words, "about-me-more")));
        }
        let needs = no_needs.then_some(("needs-title", Intent::Needs));
        let buttons = missing.into_iter().map(|item| (item.question(), Intent::Write(item)));
        let button = |(id, intent)| Button::secondary(words.get(id), Press::AboutMe(intent));
        blocks.push(Block::buttons(needs.into_iter().chain(buttons).map(button).collect()));
    } else if !some {
        blocks.push(Block::paragraph(say!(words, "about-me-none")));
    }
    if let Some(add) = media::add(view, holding) {
        blocks.push(Block::buttons(vec![add]));
    }
    if let Some(at) = last {
        let wall = when::wall_at(at, &view.now.zone);
        let day = when::long_day(words, wall.date(), view.today());
        blocks.push(Block::small(say!(words, "about-me-changed", day = day)));
    }
    if length > ONE_SIDE {
        blocks.push(Block::small(say!(words, "about-me-long")));
    }
    blocks.extend(own::blocks(view, OwnPlace::AboutMe, None));
    if !write {
        blocks.extend(items::read_only(view, holding, false));
    }
    if some {
        let sheet = Place::AboutMe(Screen::Sheet);
        let sheet = Button::secondary(say!(words, "about-me-sheet"), sheet).icon(Icon::File);
        let mut buttons = vec![sheet];
        buttons.extend(told::history(view, holding));
        blocks.push(Block::buttons(buttons));
    }
    page
}

fn written(
    item: Item,
    all: Vec<Said>,
    write: bool,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    let media = media::blocks(view, holding, item);
    if all.is_empty() && media.is_empty() {
        return Vec::new();
    }
    let question = words.get(item.question());
    let mut blocks = vec![Block::heading(question.clone())];
    let two = all.len() > 1;
    if two {
        blocks.push(Block::paragraph(say!(words, "today-matters-two")));
    }
    for said in all {
        blocks.push(Block::quote(said.text));
        blocks.extend(track::author_line(words, holding, &said.by).map(Block::small));
    }
    blocks.extend(media);
    if write {
        let label = if two { say!(words, "today-matters-settle") } else { say!(words, "change") };
        let spoken = say!(
            words,
            "today-matters-button",
            button = label.as_str(),
            heading = question.as_str()
        );
        let press = Press::AboutMe(Intent::Write(item));
        let mut buttons = vec![Button::quiet(label, press).spoken(spoken)];
        if let Some(keep) = own::take_back(view, own::Shared::AboutMe(item)) {
            let label = say!(words, "own-keep-short");
            let spoken = format!("{label}: {question}");
            buttons.push(Button::quiet(label, keep).spoken(spoken));
        }
        blocks.push(Block::buttons(buttons));
    }
    blocks
}
