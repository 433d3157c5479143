//! What the server is told: when a carer is to be given a sign, and what was
//! answered after all.

use crux_core::Command;
use record::api::{MAX_SIGNS, SignName, Tell as Sign, Tells, paths};
use record::kinds::{Tell, TellOf};
use record::{Member, RecordId, sort};

use super::Signal;
use crate::account::Called;
use crate::app::{Cmd, Signal as AppSignal};
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::outside::{self, Asking};
use crate::{json, settings, sharing, when};

/// After how many minutes a carer is told, where the person did not say.
pub(super) const AFTER: u64 = 60;

/// How far ahead, in seconds: a device that is lost says nothing for ever.
const AHEAD: i64 = 7 * 86_400;

/// For how long after its time a sign is still named, in seconds: as long as the
/// server would still give it. It gives each once.
const STILL: i64 = 15 * 60;

/// What is told of a record of one's own; none where nobody was ever to be told.
fn tells(holding: &Holding, view: View<'_>) -> Option<(Tells, bool)> {
    let record = holding.about.record.filter(|_| holding.about.side == RecordSide::Person)?;
    holding.record.ids::<Tell>().next()?;
    let now = view.now.ms.div_euclid(1000);
    let allowed = sharing::allowed(holding, now);
    let mut tells = Tells { record, tells: Vec::new(), over: Vec::new() };
    let mut bad_day = false;
    let today = view.own_day();
    let settings = &view.open.settings;
    let is_today = |day: &Option<String>| day.as_ref() == Some(&today.to_string());
    // On a bad day nothing is counted as missed, but for what is told even then.
    let is_quiet = |one: &Asking| {
        is_today(&settings.bad_day)
            && !one.asked.on_bad_days
            && when::own_day(one.asked.at, view.now) == today
    };
    let mut times: Vec<Asking> = Vec::new();
    for source in outside::sources(holding, view.now, view.words) {
        times.extend(source.today(view.now));
        // Those of today come among the next ones again.
        let next = source.next(view.now, MAX_SIGNS, true);
        let known = |one: &Asking, times: &[Asking]| times.iter().any(|time| time.name == one.name);
        for one in next {
            if !known(&one, &times) {
                times.push(one);
            }
        }
    }
    for entry in holding.record.current::<Tell>() {
        let Tell { member: to, of, which, after } = entry.value;
        if !allowed.iter().any(|(member, _)| *member == to) {
            continue;
        }
        if of == TellOf::BadDay {
            if is_today(&settings.bad_day) && !is_today(&settings.bad_day_told) {
                bad_day = true;
                let name = name(record, of, &today.to_string(), to);
                tells.tells.push(Sign { at: now, name, to });
            }
            continue;
        }
        let Some(which) = which else { continue };
        let after = i64::try_from(after.unwrap_or(AFTER)).unwrap_or(0) * 60;
        // Numbers count within a scope: a reminder may have a medicine's.
        let kind = if of == TellOf::Medicine { "medicine" } else { "reminder" };
        let of_it = |time: &&Asking| time.which == which.0 && time.kind == kind;
        for time in times.iter().filter(of_it) {
            let name = name(record, of, &time.name, to);
            let at = time.asked.at + after;
            if time.answered || is_quiet(time) {
                tells.over.push(name);
            } else if (now - STILL..now + AHEAD).contains(&at) {
                tells.tells.push(Sign { at, name, to });
            }
        }
    }
    sort::by_key(&mut tells.tells, |sign| sign.at);
    tells.tells.truncate(MAX_SIGNS);
    tells.over.truncate(MAX_SIGNS);
    Some((tells, bad_day))
}

/// As the person's devices call it, and nobody else can read.
fn name(record: RecordId, of: TellOf, key: &str, to: Member) -> SignName {
    let of = of.code().to_be_bytes();
    SignName::of(&[&record.0, &of, key.as_bytes(), &to.0.to_be_bytes()])
}

/// Tells the server, where something has changed: only after all that other devices
/// wrote has come, for one of them may hold the answer.
pub(crate) fn refresh(cx: &mut Cx<'_>) -> Option<Cmd> {
    let open = &cx.open;
    let may =
        !open.tell.posted.is_under_way() && !open.sync.is_running() && open.sync.last.is_some();
    let session = open.session.as_ref().filter(|session| may && !session.ended).cloned()?;
    let view = cx.view();
    let (index, tells, bad_day) = view.open.holdings.iter().find_map(|holding| {
        let (tells, bad_day) = tells(holding, view)?;
        let tells = json::bytes(&tells);
        let news = view.open.tell.posted.is_news(holding.index, &tells);
        news.then_some((holding.index, tells, bad_day))
    })?;
    let heard = move |called, tells| AppSignal::Tell(Signal::Told(index, called, tells, bad_day));
    let by = (session, cx.open.durable);
    Some(cx.open.tell.posted.tell(paths::TELLS, tells, by, Box::new(heard)))
}

/// The server has been told, or not; then it is told again, some time.
pub(super) fn told(
    index: u32,
    called: &Called<()>,
    tells: Vec<u8>,
    bad_day: bool,
    cx: &mut Cx<'_>,
) -> Cmd {
    if !cx.open.tell.posted.heard(index, called, tells) {
        return Command::done();
    }
    let mut kept = Command::done();
    if bad_day {
        cx.open.settings.bad_day_told.clone_from(&cx.open.settings.bad_day);
        kept = settings::save(cx);
    }
    match refresh(cx) {
        Some(more) => kept.and(more),
        None => kept,
    }
}
