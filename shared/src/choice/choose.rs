//! Choosing one of the providers, and why.

use record::kinds::{Ref, Referral, ReferralPart, ReferralPartOf};
use record::state::Entry;
use record::{EntryId, Scope};

use super::wording::{entry_of, parts};
use super::{Intent, Screen, form, nothing};
use crate::app::Cmd;
use record::rights::Word;

use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask, choice, one_of, optional, value};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

/// Whether this side chooses: the person, or a carer who may add for them.
pub(super) fn may(holding: &Holding) -> bool {
    holding.may_say(Word::PersonsSide, Scope::Decisions, i64::MAX)
}

/// The providers of a referral.
pub(super) fn providers(holding: &Holding, id: EntryId) -> Vec<Entry<ReferralPart>> {
    let mut all = parts(holding, id);
    all.retain(|entry| entry.value.of == ReferralPartOf::Provider);
    all
}

fn find(id: EntryId, view: View<'_>) -> Option<(&Holding, Entry<Referral>)> {
    let holding = view.open.holding().filter(|holding| may(holding))?;
    Some((holding, holding.record.get::<Referral>(id)?))
}

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some((holding, entry)) = find(id, cx.view()) else { return nothing() };
    let name = form("chosen", holding, Some(id));
    if cx.open.forms.opens(&name, vec![entry.sight()]) {
        if let Some(chosen) = entry.value.chosen {
            cx.open.forms.choose(&name, "which", value(entry_of(chosen)));
        }
        cx.open.forms.set(&name, "because", entry.value.because.unwrap_or_default());
    }
    cx.open.go(Place::Choosing(Screen::Choose(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some((holding, _)) = find(id, view) else { return gone(view) };
    let providers = providers(holding, id);
    let choices = providers
        .iter()
        .map(|entry| choice(value(entry.id), entry.value.text.clone().unwrap_or_default()));
    let fields = vec![
        one_of(ask(words, "which", "choice-which", ""), choices.collect(), false),
        Field::text(optional(words, "because", "choice-because", "")),
    ];
    let save = Button::primary(say!(words, "save"), Press::Choosing(Intent::SaveChosen(id)));
    Page {
        name: "choice.choose".into(),
        title: say!(words, "choice-choose"),
        caption: view.owner(),
        blocks: vec![Block::form(form("chosen", holding, Some(id)), fields, vec![save])],
        ..Page::default()
    }
}

/// Keeps which was chosen.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some((holding, _)) = find(id, cx.view()) else { return nothing() };
    let name = form("chosen", holding, Some(id));
    let draft = cx.open.forms.get(&name);
    let stood = draft.stood::<Referral>(&holding.record, id);
    let Some(before) = stood else { return nothing() };
    let mut typed = Typed::new(words, &draft);
    let because = typed.text("because", MAX_WORDS);
    let which = draft.choice("which");
    let chosen = providers(holding, id).iter().find_map(|entry| {
        (Some(value(entry.id).as_str()) == which)
            .then(|| Ref(holding.record.own(entry.id).created_by()))
    });
    if chosen.is_none() {
        typed.wrong("which", say!(words, "choice-which-none"));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let referral = Referral { chosen, because, ..before.value.clone() };
    let mut act = Act::new(holding, cx.now);
    act.set(Some(&before), &referral);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::Back, Some(notice))
}
