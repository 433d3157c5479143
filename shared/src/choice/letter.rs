//! A letter that asks for a choice, ready to send: addressed, dated, in words that
//! can be changed. It is not kept in the record.

use record::EntryId;
use record::kinds::Referral;

use super::wording::{chosen, day_text};
use super::{Intent, Screen, form, nothing};
use crate::app::Cmd;
use crate::deciding::is_shared;
use crate::effects::platform::OutgoingFile;
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{MAX_NAME, MAX_WORDS, Typed, ask, optional};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Field, Icon, Page};
use crate::sheet;
use crate::words::{Words, say};

/// The most characters of the letter's words.
const MOST: usize = 3_000;

fn find(id: EntryId, view: View<'_>) -> Option<(&Holding, Referral)> {
    let holding = view.open.holding().filter(|holding| is_shared(holding))?;
    Some((holding, holding.record.get::<Referral>(id)?.value))
}

/// The words, as the app proposes them.
fn proposed(words: &Words, referral: &Referral, holding: &Holding) -> String {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(|| say!(words, "choice-letter-day"), |day| day_text(words, day))
    };
    let service = referral.service.as_str();
    let made = say!(words, "choice-letter-made", service = service, day = day(referral.referred));
    let ask = match (referral.clock, chosen(referral, &holding.record)) {
        (None, Some(name)) => say!(words, "choice-letter-first", name = name),
        (_, Some(name)) => say!(words, "choice-letter-to", name = name),
        (_, None) => say!(words, "choice-letter-move"),
    };
    let end = say!(words, "choice-letter-end");
    [made, ask, end].join("\n\n")
}

/// Opens the form, filled in with what is known.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, referral)) = find(id, cx.view()) else { return nothing() };
    let name = form("letter", holding, Some(id));
    if !cx.open.forms.has(&name) {
        let text = proposed(cx.words, &referral, holding);
        let person = holding.about.name.clone();
        let to = referral.by.clone().unwrap_or_default();
        cx.open.forms.set(&name, "to", to);
        cx.open.forms.set(&name, "me", person);
        cx.open.forms.set(&name, "text", text);
    }
    cx.open.go(Place::Choosing(Screen::Letter(id)));
    nothing()
}

/// The page with the form.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, _)) = find(id, view) else { return gone(view) };
    let most = |most: usize| u32::try_from(most).unwrap_or(u32::MAX);
    let fields = vec![
        Field::text(ask(words, "to", "choice-letter-whom", "choice-letter-whom-hint")),
        Field::long_text(ask(words, "address", "choice-letter-address", ""), 4, most(MAX_WORDS)),
        Field::text(ask(words, "me", "choice-letter-me", "")),
        Field::long_text(optional(words, "mine", "choice-letter-mine", ""), 3, most(MAX_WORDS)),
        Field::long_text(ask(words, "text", "choice-letter-text", ""), 10, most(MOST)),
    ];
    let write = Press::Choosing(Intent::Write(id));
    let write = Button::primary(say!(words, "choice-letter-make"), write);
    Page {
        name: "choice.letter".into(),
        title: say!(words, "choice-letter"),
        caption: view.owner(),
        blocks: vec![
            Block::paragraph(say!(words, "choice-letter-lede")),
            Block::form(form("letter", holding, Some(id)), fields, vec![write]),
        ],
        ..Page::default()
    }
}

/// Shows the letter, where it can be sent.
pub(super) fn write(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some((holding, _)) = find(id, cx.view()) else { return nothing() };
    let name = form("letter", holding, Some(id));
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    typed.text("mine", MAX_WORDS);
    for (field, most, none) in [
        ("to", MAX_NAME, "choice-letter-whom-none"),
        ("address", MAX_WORDS, "choice-letter-address-none"),
        ("me", MAX_NAME, "choice-letter-me-none"),
        ("text", MOST, "choice-letter-text-none"),
    ] {
        if typed.text(field, most).is_none() {
            typed.wrong(field, words.get(none));
        }
    }
    if !typed.refuse(&mut cx.open.forms, &name) {
        cx.open.go(Place::Choosing(Screen::Written(id)));
    }
    nothing()
}

/// The letter, a paragraph a part; none where somebody came here without one.
fn letter(id: EntryId, view: View<'_>) -> Option<Vec<String>> {
    let (holding, _) = find(id, view)?;
    let draft: Draft = view.open.forms.get(&form("letter", holding, Some(id)));
    let part = |field| Some(draft.text(field).to_owned()).filter(|text| !text.is_empty());
    let (to, address) = (part("to")?, part("address")?);
    let (me, text) = (part("me")?, part("text")?);
    let mine = part("mine").map(|mine| format!("{me}\n{mine}"));
    let mut parts: Vec<String> = mine.into_iter().collect();
    parts.push(day_text(view.words, view.today()));
    parts.push(format!("{to}\n{address}"));
    parts.push(say!(view.words, "choice-letter-dear", name = to));
    parts.extend(text.split("\n\n").map(str::to_owned));
    parts.push(say!(view.words, "choice-letter-yours", name = me));
    Some(parts)
}

/// The page with the letter.
pub(super) fn written(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(letter) = letter(id, view) else { return gone(view) };
    let lines = letter.iter().flat_map(|part| part.lines());
    let mut blocks: Vec<Block> = lines.map(Block::paragraph).collect();
    blocks.push(Block::small(say!(words, "choice-letter-kept")));
    let keep = Press::Choosing(Intent::HandOver(id));
    let keep = Button::primary(say!(words, "choice-letter-keep"), keep).icon(Icon::Download);
    blocks.push(Block::buttons(vec![keep]));
    Page {
        name: "choice.written".into(),
        title: say!(words, "choice-letter-ready"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Hands the letter over as a file of plain words.
pub(super) fn hand_over(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(letter) = letter(id, cx.view()) else { return nothing() };
    sheet::hand_over(OutgoingFile {
        name: format!("letter-{}.txt", cx.today()),
        media_type: "text/plain".into(),
        content: letter.join("\n\n").replace('\n', "\r\n").into_bytes(),
    })
}
