//! The times of the next months as a calendar ([`record::calendar`]): as a file, or
//! for an address that a calendar follows ([`super::follow`]).
//!
//! What floats stands there as a floating time, which a calendar shows by the clock
//! where it is; what is pinned or counted from the last, as a moment.

use jiff::Timestamp;
use jiff::tz::Offset;
use record::api::{CalendarTimes, MAX_TIMES, Sign, SignName};
use record::calendar::{self, About};

use super::{RuleClock, Signal, follow, reminders};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::ask;
use crate::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use crate::holding::RecordSide;
use crate::model::{Cx, View};
use crate::nav;
use crate::screen::{Block, Button, Notice, NoticeTone};
use crate::words::say;

/// How far ahead, in seconds: about three months.
const AHEAD: i64 = 92 * 86_400;

/// The part of the page.
pub(super) fn blocks(view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let file = nav::Intent::Outside(super::Intent::Calendar);
    let mut blocks = vec![
        Block::heading(say!(words, "calendar-heading")),
        Block::paragraph(say!(words, "calendar-what")),
        Block::buttons(vec![Button::secondary(say!(words, "calendar-save"), file)]),
    ];
    blocks.extend(follow::blocks(view));
    blocks
}

/// Hands the file over.
pub(super) fn hand_over(cx: &mut Cx<'_>) -> Cmd {
    let content = calendar(cx.view());
    let Some(content) = content else {
        let title = say!(cx.words, "rely-waiting-none");
        cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
        return crux_core::render::render();
    };
    let file = OutgoingFile {
        name: "reminders.ics".into(),
        media_type: "text/calendar".into(),
        content: content.into_bytes(),
    };
    ask(PlatformOperation::HandOver(file), |output| AppSignal::Outside(Signal::Calendar(output)))
}

/// Says what became of it.
pub(super) fn handed(output: &PlatformOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.notice = match output {
        PlatformOutput::HandOver(Handed::Saved) => {
            let title = say!(cx.words, "calendar-saved");
            let text = say!(cx.words, "calendar-saved-text");
            Some(Notice::new(NoticeTone::Success, title).text(text))
        }
        PlatformOutput::HandOver(Handed::Cancelled) => None,
        _ => Some(Notice::new(NoticeTone::Problem, say!(cx.words, "calendar-failed"))),
    };
    crux_core::render::render()
}

/// The file; none where nothing comes.
fn calendar(view: View<'_>) -> Option<String> {
    let words = view.words;
    let (name, title) = (say!(words, "app-name"), say!(words, "telling-reminder"));
    let times = times(view);
    let made = view.now.ms.div_euclid(1000);
    let about = About { name: &name, title: &title, made, followed: false };
    (!times.is_empty()).then(|| calendar::write(&times, about))
}

/// The times of the next months, the soonest of them; of all records of one's own.
pub(super) fn times(view: View<'_>) -> CalendarTimes {
    let now = view.now.ms.div_euclid(1000);
    let mut all: Vec<(i64, bool, Sign)> = Vec::new();
    for holding in &view.open.holdings {
        if holding.about.side != RecordSide::Person {
            continue;
        }
        let record = holding.about.record.unwrap_or(record::RecordId([0; 16]));
        for source in reminders::sources(holding, view.now, view.words) {
            for one in source.next(view.now, MAX_TIMES, true) {
                let at = one.asked.at;
                if at > now + AHEAD {
                    continue;
                }
                let name = SignName::of(&[one.kind.as_bytes(), &record.0, one.name.as_bytes()]);
                // A moment where the rule has a clock of its own, or none.
                let floats = one.clock == RuleClock::Floating;
                let wall = Offset::UTC.to_timestamp(one.wall).ok().filter(|_| floats);
                let shown = wall.map_or(at, Timestamp::as_second);
                all.push((at, wall.is_some(), Sign { at: shown, name }));
            }
        }
    }
    record::sort::by_key(&mut all, |(at, ..)| *at);
    all.truncate(MAX_TIMES);
    let mut times = CalendarTimes::default();
    for (_, floats, sign) in all {
        if floats { times.floating.push(sign) } else { times.moments.push(sign) }
    }
    times
}
