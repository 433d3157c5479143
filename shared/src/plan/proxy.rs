//! Who decides about the plan for the person: by the person's word alone, for a time.

use jiff::civil::Time;
use record::EntryId;
use record::kinds::Proxy;
use record::{Member, Scope};

use super::rights::said;
use super::{Intent, nothing, part, seconds};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, ask, choice, date, one_of, optional};
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Link, Page, SummaryList, SummaryRow};
use crate::words::say;
use crate::{sharing, when};

fn form(holding: &Holding) -> String {
    format!("plan.proxy.{}", holding.index)
}

fn own(view: View<'_>) -> Option<&Holding> {
    view.open.holding().filter(|holding| holding.about.side == RecordSide::Person)
}

/// The carers who may write in the plan now: only they can decide about it.
fn carers(holding: &Holding, now: i64) -> Vec<(Member, String)> {
    let allowed = sharing::allowed(holding, now);
    let adds = |member: Member| {
        allowed.iter().any(|(known, grant)| *known == member && grant.add.has(Scope::Plan))
    };
    sharing::carers(holding, now).into_iter().filter(|(member, _)| adds(*member)).collect()
}

/// The page: who does, until when, and the form for one more.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = own(view) else { return gone(view) };
    let now = seconds(view);
    let mut rows = Vec::new();
    for (entry, stands) in said(holding) {
        let proxy = &entry.value;
        let name = sharing::called(holding, proxy.member);
        let day = |until: i64| part::day(words, when::wall_at(until - 1, &view.now.zone).date());
        let over = !stands || proxy.until.is_some_and(|until| until <= now);
        let text = match proxy.until {
            _ if !stands => say!(words, "plan-proxy-ended"),
            Some(until) if over => say!(words, "plan-proxy-over", day = day(until)),
            Some(until) => say!(words, "plan-proxy-until", day = day(until)),
            None => say!(words, "plan-proxy-open"),
        };
        let mut row = SummaryRow::new(name.clone(), text);
        row.value.extend(proxy.why.clone());
        if !over {
            let label = say!(words, "plan-proxy-end");
            let end = Press::Plan(Intent::EndProxy(entry.id));
            let spoken = format!("{label}: {name}");
            row.actions.push(Link::to(label, end).spoken(spoken));
        }
        rows.push(row);
    }
    let mut blocks = vec![Block::paragraph(say!(words, "plan-proxies-text"))];
    if !rows.is_empty() {
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    let choices: Vec<_> = carers(holding, now)
        .into_iter()
        .map(|(member, name)| choice(member.0.to_string(), name))
        .collect();
    if choices.is_empty() {
        blocks.push(Block::inset(say!(words, "plan-proxies-none")));
    } else {
        let fields = vec![
            one_of(ask(words, "who", "plan-proxy-who", ""), choices, false),
            date(optional(words, "until", "plan-proxy-until-ask", "plan-proxy-until-hint"), None),
            Field::text(optional(words, "why", "plan-proxy-why", "")),
        ];
        let save = Button::primary(say!(words, "save"), Press::Plan(Intent::SaveProxy));
        blocks.push(Block::form(form(holding), fields, vec![save]));
    }
    Page {
        name: "plan.proxies".into(),
        title: say!(words, "plan-proxies"),
        blocks,
        ..Page::default()
    }
}

/// Lets somebody decide.
pub(super) fn save(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let view = cx.view();
    let Some(holding) = own(view) else { return nothing() };
    let name = form(holding);
    let draft = view.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let chosen = draft.choice("who").unwrap_or_default();
    let all = carers(holding, seconds(view));
    let member = all.iter().map(|(member, _)| *member).find(|it| it.0.to_string() == chosen);
    if member.is_none() {
        typed.wrong("who", say!(words, "plan-proxy-who-none"));
    }
    let last = typed.date("until");
    if last.is_some_and(|last| last < view.today()) {
        typed.wrong("until", say!(words, "sharing-until-past"));
    }
    // The whole of the last day.
    let until = last.and_then(|last| last.tomorrow().ok());
    let until = until.map(|next| when::happened(next, Time::midnight(), &view.now.zone).at);
    let why = typed.text("why", MAX_WORDS);
    let mut act = Act::new(holding, view.now);
    let standing: Vec<EntryId> = said(holding)
        .into_iter()
        .filter(|(entry, stands)| *stands && Some(entry.value.member) == member)
        .map(|(entry, _)| entry.id)
        .collect();
    for id in standing {
        act.retract(holding, id, "");
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(member) = member else { return nothing() };
    let now = act.happened_now();
    act.create(&Proxy { member, until, why }, now);
    act.finish_form(&name);
    let notice = cx.open.holding().map(|holding| saving::notice(cx.open, words, holding));
    act.save(cx, Go::Stay, notice)
}

/// Ends it.
pub(super) fn end(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = own(cx.view()) else { return nothing() };
    let found = said(holding).into_iter().find(|(entry, _)| entry.id == holding.record.own(id));
    let Some((entry, true)) = found else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    act.retract(holding, entry.id, "");
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
