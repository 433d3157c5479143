//! A letter that asks for a choice, ready to send: addressed, dated, in words that
//! can be changed. It is not kept in the record. Each right has its own, of a referral
//! or of none.

use record::kinds::{Referral, ReferralFor};

use super::rules::{self, Rule};
use super::wording::{chosen, day_text};
use super::{Intent, Letter, Screen, form, nothing};
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
use crate::words::{Id, Words, say};

/// The most characters of the letter's words.
const MOST: usize = 3_000;

/// What the app filled in at first, so that what was typed is told from it: a field, and
/// under what that is kept beside it.
const BEGAN: [(&str, &str); 3] = [("to", "to-began"), ("me", "me-began"), ("text", "text-began")];

/// Of what the letter was filled in: kept to tell where that has changed since.
const FACTS: &str = "facts";

/// What a letter is made of.
struct Known<'a> {
    holding: &'a Holding,
    rule: Rule<'static>,
    referral: Option<Referral>,
    form: String,
}

fn find<'a>(which: &Letter, view: View<'a>) -> Option<Known<'a>> {
    let holding = view.open.holding()?;
    let rule = rules::find(&which.rule)?;
    let referral = match which.of {
        Some(id) if is_shared(holding) => Some(holding.record.get::<Referral>(id)?.value),
        Some(_) => return None,
        None => None,
    };
    let form = form(&format!("letter.{}", rule.id), holding, which.of);
    Some(Known { holding, rule, referral, form })
}

/// The right that a letter from the page of a referral is about: where to go, and once
/// the clock runs, to be seen sooner.
pub(super) fn right_of(referral: &Referral) -> &'static str {
    match (referral.of, referral.clock) {
        (ReferralFor::Other | ReferralFor::Unknown(_), _) => "others",
        (ReferralFor::Outpatient, None) => "first",
        (ReferralFor::MentalHealth, None) => "mental",
        _ => "move",
    }
}

impl Known<'_> {
    fn chosen(&self) -> Option<String> {
        chosen(self.referral.as_ref()?, &self.holding.record)
    }

    /// The words, as the app proposes them.
    fn proposed(&self, words: &Words) -> String {
        let mut parts = Vec::new();
        if let Some(referral) = &self.referral {
            let day = match referral.referred {
                Some(day) => day_text(words, day),
                None => say!(words, "choice-letter-day"),
            };
            let service = referral.service.as_str();
            parts.push(say!(words, "choice-letter-made", service = service, day = day));
        }
        parts.push(match (self.chosen(), Id::find(self.rule.letter_to)) {
            (Some(name), Some(id)) => words.say(id, &[("name", name.as_str().into())]),
            _ => words.get(self.rule.letter),
        });
        if self.referral.is_some() && !self.rule.letter_to.is_empty() {
            parts.push(say!(words, "choice-letter-end"));
        }
        parts.join("\n\n")
    }

    /// What the proposed words go by, whichever words the app speaks.
    fn facts(&self) -> String {
        let referral = self.referral.as_ref();
        let day = referral.and_then(|referral| referral.referred).map(|day| day.to_string());
        let service = referral.map(|referral| referral.service.clone());
        let facts = [service, day, self.chosen()];
        facts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// Opens the form, filled in with what is known; what somebody typed stays.
pub(super) fn open(which: Letter, cx: &mut Cx<'_>) -> Cmd {
    let Some(known) = find(&which, cx.view()) else { return nothing() };
    let by = known.referral.as_ref().and_then(|referral| referral.by.clone());
    let now = [by.unwrap_or_default(), known.holding.about.name.clone(), known.proposed(cx.words)];
    let (facts, form) = (known.facts(), known.form);
    let draft = cx.open.forms.get(&form);
    for ((field, began), text) in BEGAN.into_iter().zip(now) {
        if draft.text(field) == draft.text(began) {
            cx.open.forms.set(&form, field, text.as_str());
            cx.open.forms.set(&form, began, text);
            if field == "text" {
                cx.open.forms.set(&form, FACTS, facts.as_str());
            }
        }
    }
    cx.open.go(Place::Choosing(Screen::Letter(which)));
    nothing()
}

/// The page with the form.
pub(super) fn page(which: &Letter, view: View<'_>) -> Page {
    let words = view.words;
    let Some(known) = find(which, view) else { return gone(view) };
    let mut blocks = vec![Block::paragraph(say!(words, "choice-letter-lede"))];
    if view.open.forms.get(&known.form).text(FACTS) != known.facts() {
        blocks.push(Block::inset(say!(words, "choice-letter-changed")));
        blocks.extend(known.proposed(words).split("\n\n").map(Block::quote));
    }
    let most = |most: usize| u32::try_from(most).unwrap_or(u32::MAX);
    let fields = vec![
        Field::text(ask(words, "to", "choice-letter-whom", "choice-letter-whom-hint")),
        Field::long_text(ask(words, "address", "choice-letter-address", ""), 4, most(MAX_WORDS)),
        Field::text(ask(words, "me", "choice-letter-me", "")),
        Field::long_text(optional(words, "mine", "choice-letter-mine", ""), 3, most(MAX_WORDS)),
        Field::long_text(ask(words, "text", "choice-letter-text", ""), 10, most(MOST)),
    ];
    let write = Press::Choosing(Intent::Write(which.clone()));
    let write = Button::primary(say!(words, "choice-letter-make"), write);
    blocks.push(Block::form(known.form, fields, vec![write]));
    Page {
        name: "choice.letter".into(),
        title: say!(words, "choice-letter"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Shows the letter, where it can be sent.
pub(super) fn write(which: Letter, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(known) = find(&which, cx.view()) else { return nothing() };
    let (facts, name) = (known.facts(), known.form);
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
        // What has changed was said above the words.
        cx.open.forms.set(&name, FACTS, facts);
        cx.open.go(Place::Choosing(Screen::Written(which)));
    }
    nothing()
}

/// The letter, a paragraph a part; none where somebody came here without one.
fn letter(which: &Letter, view: View<'_>) -> Option<Vec<String>> {
    let draft: Draft = view.open.forms.get(&find(which, view)?.form);
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
pub(super) fn written(which: &Letter, view: View<'_>) -> Page {
    let words = view.words;
    let Some(letter) = letter(which, view) else { return gone(view) };
    let lines = letter.iter().flat_map(|part| part.lines());
    let mut blocks: Vec<Block> = lines.map(Block::paragraph).collect();
    blocks.push(Block::small(say!(words, "choice-letter-kept")));
    let keep = Press::Choosing(Intent::HandOver(which.clone()));
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
pub(super) fn hand_over(which: &Letter, cx: &mut Cx<'_>) -> Cmd {
    let Some(letter) = letter(which, cx.view()) else { return nothing() };
    sheet::hand_over(OutgoingFile {
        name: format!("letter-{}.txt", cx.today()),
        media_type: "text/plain".into(),
        content: letter.join("\n\n").replace('\n', "\r\n").into_bytes(),
    })
}
