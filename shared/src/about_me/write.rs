//! Writing an item.

use crux_core::Command;
use jiff::civil::Date;
use record::kinds::AboutMe;
use record::state::Entry;
use record::{EntryId, Scope};

use super::said::{said, said_in};
use super::{Intent, Item, Screen};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{date, optional};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page, Question};
use crate::words::say;

/// The most characters: nine of them fit on two sides of a sheet.
const MOST: u32 = 800;

fn form(holding: &Holding, item: Item) -> String {
    format!("about_me.{}.{}", holding.index, item.number())
}

/// When somebody helped, as was said last.
fn day_in(entries: &[Entry<AboutMe>]) -> Option<Date> {
    entries.iter().filter_map(|entry| entry.value.helped_on).next_back()
}

fn all(holding: &Holding) -> Vec<Entry<AboutMe>> {
    holding.record.current().collect()
}

/// Opens the form, filled in with what stands.
pub(super) fn open(item: Item, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let name = form(holding, item);
    let texts: Vec<String> =
        said(&holding.record, item).into_iter().map(|said| said.text).collect();
    let helped =
        (item == Item::HelpedBy).then(|| day_in(&all(holding)).unwrap_or_else(|| cx.today()));
    let saw = holding.record.current::<AboutMe>().map(|entry| entry.sight()).collect();
    if cx.open.forms.opens(&name, saw) {
        cx.open.forms.set(&name, "text", texts.join("\n"));
        if let Some(day) = helped {
            cx.open.forms.set_date(&name, "day", day);
        }
    }
    cx.open.go(Place::AboutMe(Screen::Write(item)));
    Command::done()
}

/// The page with the form.
pub(super) fn page(item: Item, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::About));
    let Some(holding) = may else { return gone(view) };
    let question = Question::new("text", words.get(item.question())).hint(words.get(item.hint()));
    let save = Press::AboutMe(Intent::Save(item));
    let save = vec![Button::primary(say!(words, "save"), save)];
    let mut fields = vec![Field::long_text(question, 5, MOST)];
    if item == Item::HelpedBy {
        fields.push(date(optional(words, "day", "about-me-helped-on", ""), None));
    }
    Page {
        name: "about_me.write".into(),
        title: say!(words, "about-me-title"),
        caption: view.owner(),
        blocks: vec![Block::form(form(holding, item), fields, save)],
        ..Page::default()
    }
}

/// Saves it: one text that stands for all that stood before. Nothing is said of an
/// item whose text is taken away; what is most important is never nothing.
pub(super) fn save(item: Item, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::About)) else {
        return Command::done();
    };
    let name = form(holding, item);
    let draft = cx.open.forms.get(&name);
    let text = draft.text("text");
    // What came since the form was opened was not seen.
    let saw = draft.saw().iter().filter_map(|sight| holding.record.as_seen(sight));
    let entries: Vec<Entry<AboutMe>> = saw.collect();
    let nothing = said_in(&holding.record, entries.iter().cloned(), item).is_empty();
    let mut wrong = match text.chars().count() {
        0 if nothing || item == Item::Important => Some(say!(words, "today-matters-empty")),
        count if count > MOST as usize => Some(say!(words, "too-long", most = i64::from(MOST))),
        _ => None,
    }
    .map(|wrong| ("text", wrong));
    let day = draft.date("day");
    if day.is_err() {
        wrong = wrong.or_else(|| Some(("day", say!(words, "track-date-none"))));
    } else if day.is_ok_and(|day| day > Some(cx.today())) {
        wrong = wrong.or_else(|| Some(("day", say!(words, "items-future"))));
    }
    if let Some(wrong) = wrong {
        cx.open.forms.refuse(&name, vec![wrong]);
        return Command::done();
    }
    let mut act = Act::new(holding, cx.now);
    let day = day.ok().flatten().filter(|_| item == Item::HelpedBy && !text.is_empty());
    let says = ((!text.is_empty()).then_some(text), day);
    write(&mut act, holding, &entries, item, says);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    act.finish_form(&name);
    act.save(cx, Go::Back, notice)
}

/// Adds words to what stands, where there is room.
pub(crate) fn add(act: &mut Act, holding: &Holding, item: Item, text: &str) -> bool {
    let entries = all(holding);
    let stands = said(&holding.record, item).into_iter().map(|said| said.text);
    let joined = stands.chain([text.to_owned()]).collect::<Vec<_>>().join("\n");
    let fits = joined.chars().count() <= MOST as usize;
    if fits {
        write(act, holding, &entries, item, (Some(&joined), None));
    }
    fits
}

/// Says nothing of an item any more.
pub(crate) fn clear(act: &mut Act, holding: &Holding, item: Item) {
    write(act, holding, &all(holding), item, (None, None));
}

/// Writes it into these entries, as they were seen.
fn write(
    act: &mut Act,
    holding: &Holding,
    entries: &[Entry<AboutMe>],
    item: Item,
    (text, day): (Option<&str>, Option<Date>),
) {
    let stands = said_in(&holding.record, entries.iter().cloned(), item);
    let helps = item == Item::HelpedBy;
    if let [only] = stands.as_slice()
        && Some(only.text.as_str()) == text
        && (!helps || day == day_in(entries))
    {
        return;
    }
    let with = |about: &AboutMe, text| {
        let new = item.with(about, text);
        if helps { AboutMe { helped_on: day, ..new } } else { new }
    };
    let mut first: Option<EntryId> = None;
    for entry in entries {
        let now = act.happened_now();
        if first.is_none() {
            first = Some(entry.id);
            // Against something else, so that the text is written even where it is
            // one of several that stand.
            let old = match text {
                Some(_) => item.with(&entry.value, None),
                None => item.with(&entry.value, Some("")),
            };
            act.change(entry.sight(), &old, &with(&entry.value, text), now);
        } else if item.of(&entry.value).is_some() {
            act.change(entry.sight(), &entry.value, &item.with(&entry.value, None), now);
        }
    }
    if first.is_none() {
        let now = act.happened_now();
        act.create(&with(&AboutMe::default(), text), now);
    }
}
