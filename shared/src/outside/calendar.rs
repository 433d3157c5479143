//! The times of the next months as a calendar file (RFC 5545): for those whose device
//! cannot be relied on, and whose calendar can. Calendars are shared with others and
//! kept by strangers: it never says what something is.
//!
//! What floats stands there as a floating time, which a calendar shows by the clock
//! where it is; what is pinned or counted from the last, as an instant. Each has a name
//! that stays the same, so that taking in a newer file makes no second one.

use record::api::SignName;

use super::{RuleClock, Signal, reminders};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::ask;
use crate::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use crate::holding::RecordSide;
use crate::model::{Cx, View};
use crate::screen::{Block, Button, Notice, NoticeTone};
use crate::words::say;
use crate::{nav, when};

/// How far ahead, in seconds: about three months.
const AHEAD: i64 = 92 * 86_400;

/// As many as are in one file.
const MOST: usize = 1000;

/// The longest line, in bytes, without its end (RFC 5545 §3.1).
const LINE: usize = 75;

/// The part of the page.
pub(super) fn blocks(view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let file = nav::Intent::Outside(super::Intent::Calendar);
    vec![
        Block::heading(say!(words, "calendar-heading")),
        Block::paragraph(say!(words, "calendar-what")),
        Block::buttons(vec![Button::secondary(say!(words, "calendar-save"), file)]),
    ]
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
    let now = view.now.ms.div_euclid(1000);
    let utc = |at| stamp(when::wall_at(at, "UTC")) + "Z";
    let title = escaped(&say!(words, "telling-reminder"));
    let mut file = String::new();
    let mut put = |text: &str| line(&mut file, text);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put("PRODID:-//What Matters//Reminders//EN");
    put(&format!("X-WR-CALNAME:{}", escaped(&say!(words, "app-name"))));
    let mut some = false;
    for holding in &view.open.holdings {
        if holding.about.side != RecordSide::Person {
            continue;
        }
        let record = holding.about.record.unwrap_or(record::RecordId([0; 16]));
        for source in reminders::sources(holding, view.now, words) {
            for one in source.next(view.now, MOST, true) {
                if one.asked.at > now + AHEAD {
                    continue;
                }
                some = true;
                let uid = SignName::of(&[one.kind.as_bytes(), &record.0, one.name.as_bytes()]);
                put("BEGIN:VEVENT");
                put(&format!("UID:{uid}@what-matters"));
                put(&format!("DTSTAMP:{}", utc(now)));
                // An instant where the rule has a clock of its own, or none.
                let start = match one.clock {
                    RuleClock::Floating => stamp(one.wall),
                    RuleClock::Instant(_) => utc(one.asked.at),
                };
                put(&format!("DTSTART:{start}"));
                put("DURATION:PT15M");
                put("TRANSP:TRANSPARENT");
                put("CLASS:PRIVATE");
                put(&format!("SUMMARY:{title}"));
                put("BEGIN:VALARM");
                put("ACTION:DISPLAY");
                put(&format!("DESCRIPTION:{title}"));
                put("TRIGGER:PT0S");
                put("END:VALARM");
                put("END:VEVENT");
            }
        }
    }
    put("END:VCALENDAR");
    some.then_some(file)
}

/// `20261129T080000`.
fn stamp(wall: jiff::civil::DateTime) -> String {
    format!(
        "{:04}{:02}{:02}T{:02}{:02}00",
        wall.year(),
        wall.month(),
        wall.day(),
        wall.hour(),
        wall.minute()
    )
}

/// What would end a text is written so that it does not (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ => out.push(letter),
        }
    }
    out
}

/// Adds a line, folded where it is too long; never within a letter.
fn line(file: &mut String, text: &str) {
    let mut used = 0;
    for letter in text.chars() {
        if used + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escaped, line};

    #[test]
    fn long_lines_are_folded_and_nothing_in_a_text_ends_it() {
        let mut file = String::new();
        line(&mut file, &format!("SUMMARY:{}", escaped(&"é, b; c\\\n".repeat(20))));
        for folded in file.trim_end().split("\r\n") {
            assert!(folded.len() <= 75, "{folded}");
        }
        let whole = file.replace("\r\n ", "");
        assert!(whole.starts_with("SUMMARY:é\\, b\\; c\\\\\\né\\, b"), "{whole}");
    }
}
