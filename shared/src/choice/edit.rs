//! Writing a referral down, and changing it.

use record::kinds::{Referral, ReferralFor};
use record::{EntryId, Scope};

use super::wording::of_text;
use super::{Intent, Screen, form, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask, choice, date, one_of, optional};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::words::say;

const WHAT: &str = "referral";

/// Opens the form, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Referral>(id) else { return nothing() };
    let name = form(WHAT, holding, Some(id));
    let forms = &mut cx.open.forms;
    if forms.opens(&name, vec![entry.sight()]) {
        let referral = entry.value;
        forms.choose(&name, "of", referral.of.code().to_string());
        forms.set(&name, "service", referral.service);
        forms.set(&name, "problem", referral.problem.unwrap_or_default());
        forms.set(&name, "by", referral.by.unwrap_or_default());
        for (field, day) in
            [("referred", referral.referred), ("clock", referral.clock), ("over", referral.over)]
        {
            if let Some(day) = day {
                forms.set_date(&name, field, day);
            }
        }
    }
    cx.open.go(Place::Choosing(Screen::Change(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: Option<EntryId>, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Decisions));
    let Some(holding) = may else { return gone(view) };
    if id.is_some_and(|id| holding.record.get::<Referral>(id).is_none()) {
        return gone(view);
    }
    let kinds = ReferralFor::ALL.iter();
    let kinds = kinds.map(|of| choice(of.code().to_string(), of_text(words, *of))).collect();
    let text = |id, label, hint| Field::text(optional(words, id, label, hint));
    let fields = vec![
        one_of(ask(words, "of", "choice-for", ""), kinds, false),
        Field::text(ask(words, "service", "choice-service", "choice-service-hint")),
        text("problem", "deciding-problem", ""),
        text("by", "choice-by", ""),
        date(ask(words, "referred", "choice-referred", "choice-referred-hint"), None),
        date(optional(words, "clock", "choice-clock", "choice-clock-hint"), None),
        date(optional(words, "over", "choice-over", "choice-over-hint"), None),
    ];
    let save = Press::Choosing(id.map_or(Intent::Save, Intent::SaveChange));
    let save = Button::primary(say!(words, "save"), save);
    Page {
        name: "choice.edit".into(),
        title: match id {
            None => say!(words, "choice-new"),
            Some(_) => say!(words, "choice-change"),
        },
        caption: view.owner(),
        blocks: vec![Block::form(form(WHAT, holding, id), fields, vec![save])],
        ..Page::default()
    }
}

/// Keeps what the form says.
pub(super) fn save(id: Option<EntryId>, cx: &mut Cx<'_>) -> Cmd {
    let (words, today) = (cx.words, cx.today());
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Decisions));
    let Some(holding) = may else { return nothing() };
    let name = form(WHAT, holding, id);
    let draft = cx.open.forms.get(&name);
    let before = id.and_then(|id| draft.stood::<Referral>(&holding.record, id));
    if id.is_some() && before.is_none() {
        return nothing();
    }
    let mut typed = Typed::new(words, &draft);
    let of = draft.choice("of").and_then(|code| code.parse().ok()).map(ReferralFor::from_code);
    if of.is_none() {
        typed.wrong("of", say!(words, "choice-for-none"));
    }
    let service = typed.text("service", MAX_WORDS);
    if service.is_none() {
        typed.wrong("service", say!(words, "choice-service-none"));
    }
    let (problem, by) = (typed.text("problem", MAX_WORDS), typed.text("by", MAX_WORDS));
    let referred = typed.date("referred");
    if draft.date("referred") == Ok(None) {
        typed.wrong("referred", say!(words, "choice-referred-none"));
    }
    let (clock, over) = (typed.date("clock"), typed.date("over"));
    for (field, day) in [("referred", referred), ("clock", clock), ("over", over)] {
        if day.is_some_and(|day| day > today) {
            typed.wrong(field, say!(words, "choice-future"));
        }
    }
    if clock.zip(referred).is_some_and(|(clock, referred)| clock < referred) {
        typed.wrong("clock", say!(words, "choice-clock-before"));
    }
    if over.zip(clock.or(referred)).is_some_and(|(over, start)| over < start) {
        typed.wrong("over", say!(words, "choice-over-before"));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let (Some(of), Some(service)) = (of, service) else { return nothing() };
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    let referral = Referral {
        of,
        service,
        problem,
        by,
        referred,
        clock,
        over,
        chosen: before.as_ref().and_then(|entry| entry.value.chosen),
        because: before.as_ref().and_then(|entry| entry.value.because.clone()),
    };
    if before.is_some() {
        act.set(before.as_ref(), &referral);
        return act.save(cx, Go::Back, Some(notice));
    }
    let now = act.happened_now();
    let id = act.create(&referral, now);
    act.save(cx, Go::Instead(Place::Choosing(Screen::One(id))), Some(notice))
}
