//! Saying something of a referral: a provider that was offered, or a reason for
//! which its days may not count.

use record::kinds::{Ref, Referral, ReferralPart, ReferralPartOf};
use record::state::Entry;
use record::{EntryId, Scope};

use super::wording::{entry_of, part_name};
use super::{Intent, Screen, form, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask, date, optional};
use crate::forms::voice::{self, Voice};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// What is being said.
#[derive(Clone, Copy)]
pub(super) enum Saying {
    /// Something new of a referral, by the code of its sort.
    New(EntryId, u64),
    /// Something that was said, as changed.
    Change(EntryId),
}

/// What is known of it.
struct Asked {
    of: ReferralPartOf,
    referral: EntryId,
    before: Option<Entry<ReferralPart>>,
    form: String,
}

fn asked(saying: Saying, holding: &Holding) -> Option<Asked> {
    let record = &holding.record;
    let may = holding.may_write(Scope::Decisions);
    let (of, referral, before, form) = match saying {
        Saying::New(id, code) => {
            let form = form(&format!("wait{code}"), holding, Some(id));
            (ReferralPartOf::from_code(code), id, None, form)
        }
        Saying::Change(id) => {
            let entry = record.get::<ReferralPart>(id)?;
            let referral = entry_of(entry.value.referral);
            (entry.value.of, referral, Some(entry), form("wait", holding, Some(id)))
        }
    };
    let there = record.get::<Referral>(referral).is_some() && ReferralPartOf::ALL.contains(&of);
    (may && there).then_some(Asked { of, referral, before, form })
}

/// Whether this side has not said yet whose words it is.
fn asks_whose(asked: &Asked, holding: &Holding) -> bool {
    !asked.before.as_ref().is_some_and(|it| holding.author(it.created.id.writer).me)
}

/// The fields of words, by their names: of a provider, and of a reason.
const PROVIDER: [(&str, &str, &str); 4] = [
    ("distance", "choice-distance", "choice-distance-hint"),
    ("wait", "choice-wait", "choice-wait-hint"),
    ("others", "choice-others-say", ""),
    ("source", "choice-source", "choice-source-hint"),
];

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(Asked { before: Some(before), form, .. }) = asked(Saying::Change(id), holding) else {
        return nothing();
    };
    let forms = &mut cx.open.forms;
    if forms.opens(&form, vec![before.sight()]) {
        let part = before.value;
        let texts = [part.text, part.distance, part.wait, part.others, part.source];
        for (field, text) in ["text", "distance", "wait", "others", "source"].iter().zip(texts) {
            forms.set(&form, field, text.unwrap_or_default());
        }
        for (field, day) in [("from", part.from), ("until", part.until)] {
            if let Some(day) = day {
                forms.set_date(&form, field, day);
            }
        }
    }
    cx.open.go(Place::Choosing(Screen::ChangePart(id)));
    nothing()
}

/// The page.
pub(super) fn page(saying: Saying, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(asked) = asked(saying, holding) else { return gone(view) };
    let whose = asks_whose(&asked, holding);
    let Asked { of, form, .. } = asked;
    let mut fields: Vec<Field> = if of == ReferralPartOf::Provider {
        let name = ask(words, "text", "choice-provider-name", "");
        let more = PROVIDER.iter();
        let more = more.map(|(id, label, hint)| Field::text(optional(words, id, label, hint)));
        [Field::text(name)].into_iter().chain(more).collect()
    } else {
        vec![
            date(ask(words, "from", "choice-from", ""), None),
            date(optional(words, "until", "choice-until", "choice-until-hint"), None),
            Field::text(optional(words, "text", "choice-reason-more", "")),
        ]
    };
    if whose {
        fields.extend(voice::ask(words, holding));
    }
    let save = match saying {
        Saying::New(id, code) => Intent::SavePart(id, code),
        Saying::Change(id) => Intent::SaveChangedPart(id),
    };
    let save = Button::primary(say!(words, "save"), Press::Choosing(save));
    Page {
        name: "choice.part".into(),
        title: part_name(words, of),
        caption: view.owner(),
        blocks: vec![Block::form(form, fields, vec![save])],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(saying: Saying, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(asked) = asked(saying, holding) else { return nothing() };
    let whose = asks_whose(&asked, holding);
    let Asked { of, referral, before, form } = asked;
    let draft = cx.open.forms.get(&form);
    let before = before.and_then(|now| draft.stood::<ReferralPart>(&holding.record, now.id));
    let mut typed = Typed::new(words, &draft);
    let text = typed.text("text", MAX_WORDS);
    let mut more = |field| typed.text(field, MAX_WORDS);
    let (distance, wait) = (more("distance"), more("wait"));
    let (others, source) = (more("others"), more("source"));
    let (from, until) = (typed.date("from"), typed.date("until"));
    if of == ReferralPartOf::Provider {
        if text.is_none() {
            typed.wrong("text", say!(words, "choice-provider-none"));
        }
    } else if draft.date("from") == Ok(None) {
        typed.wrong("from", say!(words, "choice-from-none"));
    }
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        typed.wrong("until", say!(words, "choice-until-before"));
    }
    let referral = Ref(holding.record.own(referral).created_by());
    if typed.refuse(&mut cx.open.forms, &form) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let part = ReferralPart { referral, of, text, distance, wait, others, source, from, until };
    let voice = match &before {
        Some(before) if !whose => Voice::kept(holding, &before.created),
        _ => Voice::said(&draft),
    };
    let mut act = Act::new(holding, cx.now).says(voice);
    act.set(before.as_ref(), &part);
    act.finish_form(&form);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::Back, Some(notice))
}
