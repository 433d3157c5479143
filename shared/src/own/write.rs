//! Writing something down that only the person sees.

use record::EntryId;
use record::kinds::{OwnNote, OwnPlace, Ref};

use super::{Intent, Screen, mine, name, sorts};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{Typed, ask, choice, one_of};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::{Words, say};

/// The most characters.
const MOST: u32 = 800;

fn form(holding: &Holding, place: OwnPlace, of: Option<EntryId>) -> String {
    let of = of.map(|id| holding.record.own(id));
    let of = of.map_or_else(String::new, |id| format!(".{}.{}", id.writer.0, id.counter));
    format!("own.{}.{}{of}", holding.index, place.code())
}

fn form_of(holding: &Holding, id: EntryId) -> String {
    let id = holding.record.own(id);
    format!("own.{}.change.{}.{}", holding.index, id.writer.0, id.counter)
}

fn page_of(
    view: View<'_>,
    form: String,
    title: String,
    mut fields: Vec<Field>,
    save: Press,
) -> Page {
    let words = view.words;
    fields.push(Field::long_text(ask(words, "text", "own-text", ""), 5, MOST));
    let save = vec![Button::primary(say!(words, "save"), save)];
    let blocks = vec![Block::lede(say!(words, "own-only-you")), Block::form(form, fields, save)];
    Page { name: "own.write".into(), title, caption: view.owner(), blocks, ..Page::default() }
}

/// The page for something new.
pub(super) fn page(place: OwnPlace, of: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = mine(view) else { return gone(view) };
    let choices: Vec<_> = sorts(words, place)
        .into_iter()
        .map(|(code, name)| choice(code.to_string(), name))
        .collect();
    if choices.is_empty() {
        return gone(view);
    }
    let fields = vec![one_of(ask(words, "sort", "own-sort", ""), choices, false)];
    let save = Press::Own(Intent::Save(place.code(), of));
    page_of(view, form(holding, place, of), say!(words, "own-title"), fields, save)
}

/// The page for changing one.
pub(super) fn changing(id: EntryId, view: View<'_>) -> Page {
    let found = mine(view).and_then(|held| Some((held, held.record.get::<OwnNote>(id)?)));
    let Some((holding, entry)) = found else { return gone(view) };
    let title = name(view.words, entry.value.place, entry.value.sort);
    let save = Press::Own(Intent::SaveChange(id));
    page_of(view, form_of(holding, id), title, Vec::new(), save)
}

/// Opens one to change it, filled in with all that stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let found = mine(cx.view()).and_then(|held| Some((held, held.record.get::<OwnNote>(id)?)));
    let Some((holding, entry)) = found else { return Cmd::done() };
    let (name, text) = (form_of(holding, id), super::texts(&entry).join("\n"));
    let saw = entry.sight();
    if cx.open.forms.opens(&name, vec![saw]) {
        cx.open.forms.set(&name, "text", text);
    }
    cx.open.go(Place::Own(Screen::Change(id)));
    Cmd::done()
}

/// Keeps something new.
pub(super) fn save(place: OwnPlace, of: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = mine(cx.view()) else { return Cmd::done() };
    let name = form(holding, place, of);
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let chosen = draft.choice("sort").unwrap_or_default();
    let known = sorts(words, place).into_iter().find(|(code, _)| code.to_string() == chosen);
    if known.is_none() {
        typed.wrong("sort", say!(words, "own-sort-none"));
    }
    let text = said(&mut typed, words);
    if typed.refuse(&mut cx.open.forms, &name) {
        return Cmd::done();
    }
    let Some(holding) = mine(cx.view()) else { return Cmd::done() };
    let (Some((sort, _)), Some(text)) = (known, text) else { return Cmd::done() };
    let of = of.map(|id| Ref(holding.record.own(id).created_by()));
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&OwnNote { place, of, sort, text }, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::Back, Some(notice))
}

/// The words of the form, which are wanted.
fn said(typed: &mut Typed<'_>, words: &Words) -> Option<String> {
    let text = typed.text("text", MOST as usize);
    if text.is_none() {
        typed.wrong("text", say!(words, "own-text-none"));
    }
    text
}

/// Keeps what was changed.
pub(super) fn change(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = mine(cx.view()) else { return Cmd::done() };
    let name = form_of(holding, id);
    let draft = cx.open.forms.get(&name);
    let Some(entry) = draft.stood::<OwnNote>(&holding.record, id) else { return Cmd::done() };
    let mut typed = Typed::new(words, &draft);
    let text = said(&mut typed, words);
    if typed.refuse(&mut cx.open.forms, &name) {
        return Cmd::done();
    }
    let Some(holding) = mine(cx.view()) else { return Cmd::done() };
    let Some(text) = text else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    if text != entry.value.text || !entry.conflicts.is_empty() {
        let new = OwnNote { text, ..entry.value.clone() };
        // Against something else, so that it settles what stood beside it too.
        let old = OwnNote { text: String::new(), ..entry.value.clone() };
        act.change(entry.sight(), &old, &new, now);
    }
    act.finish_form(&name);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    act.save(cx, Go::Back, notice)
}
