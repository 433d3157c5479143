//! Pictures, sound and film of an item: added with a text that says the same, shown
//! beside what is written, crossed out with their history.

use crux_core::Command;
use record::kinds::AboutMedia;
use record::{EntryId, Record, Scope};

use super::{Intent, Item, Screen};
use crate::app::Cmd;
use crate::entry::{self, Told, gone};
use crate::holding::Holding;
use crate::media::pick::{self, Wants};
use crate::media::{Said, show};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Choice, ChoiceField, Field, Icon, Page, Question, SummaryRow};
use crate::track;
use crate::words::{Words, say};

fn form(holding: &Holding) -> String {
    format!("about_me.media.{}", holding.index)
}

fn words_form(holding: &Holding, id: EntryId) -> String {
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("about_me.words.{}.{}.{counter}", holding.index, writer.0)
}

/// The items that one can belong to: who helped is a name.
fn items() -> impl Iterator<Item = Item> {
    Item::ALL.into_iter().filter(|item| *item != Item::HelpedBy)
}

fn item(number: u64) -> Option<Item> {
    items().find(|item| u64::from(item.number()) == number)
}

/// What stands of an item, the first added first.
pub(super) fn of(holding: &Holding, item: Item) -> Vec<Said> {
    let number = u64::from(item.number());
    let entries = holding.record.current::<AboutMedia>();
    entries.filter(|entry| entry.value.item == number).map(|entry| Said::about(&entry)).collect()
}

/// Whether anything stands.
pub(super) fn any(holding: &Holding) -> bool {
    holding.record.current::<AboutMedia>().next().is_some()
}

/// Those of an item, each with who added it and a way to all about it.
pub(super) fn blocks(view: View<'_>, holding: &Holding, item: Item) -> Vec<Block> {
    let words = view.words;
    let mut blocks = Vec::new();
    for said in of(holding, item) {
        let mut buttons = Vec::new();
        if let Some(id) = said.id {
            let sort = show::sort_name(words, said.media.sort());
            let label = say!(words, "media-more");
            let spoken = say!(words, "media-more-spoken", sort = sort, words = said.words.as_str());
            let whole = Place::Entry(entry::Screen::Whole(id));
            buttons.push(Button::quiet(label, whole).spoken(spoken));
            let author = holding.record.get::<AboutMedia>(id).map(|entry| entry.last);
            blocks.extend(show::blocks(view, holding, &said, buttons));
            let at = blocks.len().saturating_sub(1);
            let author = author.and_then(|by| track::author_line(words, holding, &by));
            if let Some(author) = author {
                blocks.insert(at, Block::small(author));
            }
        }
    }
    blocks
}

/// All of them for the care team, under the questions that they belong to.
pub(crate) fn for_team(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let mut blocks = Vec::new();
    for item in items() {
        for said in of(holding, item) {
            blocks.push(Block::small(view.words.get(item.question())));
            blocks.extend(show::blocks(view, holding, &said, Vec::new()));
        }
    }
    blocks
}

/// A line of an item's own words for one, where it cannot be shown itself.
pub(super) fn line(words: &Words, said: &Said) -> String {
    let sort = show::sort_name(words, said.media.sort());
    say!(words, "media-line", sort = sort, words = said.words.as_str())
}

/// The button that begins to add one.
pub(super) fn add(view: View<'_>, holding: &Holding) -> Option<Button> {
    (holding.kept && holding.may_write(Scope::About)).then(|| {
        let label = say!(view.words, "media-title");
        Button::secondary(label, Place::AboutMe(Screen::Media)).icon(Icon::Picture)
    })
}

fn may(view: View<'_>) -> Option<&Holding> {
    view.open.holding().filter(|holding| holding.kept && holding.may_write(Scope::About))
}

/// The page that adds one.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = may(view) else { return gone(view) };
    let choice = |item: Item| Choice {
        value: item.number().to_string(),
        label: words.get(item.question()),
        hint: None,
        icon: None,
        chosen: false,
    };
    let fields = vec![
        pick::field(words, "media-file", Wants::Any),
        pick::words_field(words),
        Field::Choice(ChoiceField {
            question: Question::new("item", say!(words, "media-item")),
            choices: items().map(choice).collect(),
        }),
    ];
    let save = Button::primary(say!(words, "save"), Press::AboutMe(Intent::SaveMedia));
    Page {
        name: "about_me.media".into(),
        title: say!(words, "media-title"),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "media-about-text")),
            Block::form(form(holding), fields, vec![save]),
        ],
        busy: view.open.saving,
        ..Page::default()
    }
}

/// Keeps it.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = may(cx.view()) else { return Command::done() };
    let form = form(holding);
    let draft = cx.open.forms.get(&form);
    let chosen = draft.choice("item").and_then(|item| item.parse().ok()).and_then(item);
    let text = draft.text("words");
    let mut wrong = Vec::new();
    let picked = pick::look(cx.open, words, holding, &form, Wants::Any);
    if let Err(why) = &picked {
        wrong.push(("file", why.clone()));
    }
    wrong.extend(pick::wrong_words(words, text));
    if chosen.is_none() {
        wrong.push(("item", say!(words, "media-item-none")));
    }
    let (Ok(picked), Some(item), true) = (picked, chosen, wrong.is_empty()) else {
        cx.open.forms.refuse(&form, wrong);
        return Command::done();
    };
    let mut act = Act::new(holding, cx.now);
    picked.keep(&mut act, holding, Scope::About);
    let now = act.happened_now();
    let entry = AboutMedia {
        item: u64::from(item.number()),
        hash: picked.hash,
        media: picked.media,
        bytes: picked.bytes(),
        words: text.to_owned(),
    };
    act.create(&entry, now);
    let notice = saving::notice(cx.open, words, holding);
    act.finish_form(&form);
    act.save(cx, Go::Back, Some(notice))
}

/// Opens the form of its words, filled in.
pub(super) fn open_words(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = may(cx.view()) else { return Command::done() };
    let Some(entry) = holding.record.get::<AboutMedia>(id) else { return Command::done() };
    let form = words_form(holding, id);
    if cx.open.forms.opens(&form, vec![entry.sight()]) {
        cx.open.forms.set(&form, "words", Said::about(&entry).words);
    }
    cx.open.go(Place::AboutMe(Screen::Words(id)));
    Command::done()
}

/// The page with it.
pub(super) fn words_page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = may(view) else { return gone(view) };
    let entry = holding.record.get::<AboutMedia>(id).filter(|entry| entry.retracted.is_none());
    let Some(entry) = entry else { return gone(view) };
    let save = Button::primary(say!(words, "save"), Press::AboutMe(Intent::SaveWords(id)));
    let mut blocks = show::blocks(view, holding, &Said::about(&entry), Vec::new());
    blocks.push(Block::form(words_form(holding, id), vec![pick::words_field(words)], vec![save]));
    Page {
        name: "about_me.words".into(),
        title: say!(words, "media-words"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Keeps them.
pub(super) fn save_words(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = may(cx.view()) else { return Command::done() };
    let form = words_form(holding, id);
    let draft = cx.open.forms.get(&form);
    let stood = draft.stood::<AboutMedia>(&holding.record, id);
    let Some(entry) = stood else { return Command::done() };
    let text = draft.text("words");
    if let Some(wrong) = pick::wrong_words(words, text) {
        cx.open.forms.refuse(&form, vec![wrong]);
        return Command::done();
    }
    let mut act = Act::new(holding, cx.now);
    let new = AboutMedia { words: text.to_owned(), ..entry.value.clone() };
    if !entry.conflicts.is_empty() || new != entry.value {
        // Against something else, so that it stands for both where there were two.
        let old = AboutMedia { words: String::new(), ..entry.value.clone() };
        act.change(entry.sight(), &old, &new, entry.happened.clone());
    }
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    act.finish_form(&form);
    act.save(cx, Go::Back, notice)
}

impl Told for AboutMedia {
    fn title(&self, words: &Words, _: &Record) -> String {
        show::sort_name(words, self.media.sort())
    }

    fn text(&self, _: &Words, _: &Record) -> String {
        self.words.clone()
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let about = item(self.item).map(|item| words.get(item.question()));
        vec![
            SummaryRow::new(say!(words, "media-item"), about.unwrap_or_default()),
            SummaryRow::new(say!(words, "media-words"), self.words.clone()),
            SummaryRow::new(say!(words, "media-size"), show::size(words, self.bytes)),
        ]
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::AboutMe(Intent::Words(id)))
    }

    fn may(_: &record::state::Entry<Self>, holding: &Holding, _: i64) -> bool {
        holding.kept
    }

    fn named(&self, words: &Words, _: &Record) -> String {
        say!(words, "media-crossing-out", words = self.words.as_str())
    }
}
