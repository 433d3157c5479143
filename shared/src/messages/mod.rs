//! Messages between the person's side and their care team: one conversation a
//! record, in the person's own stream. Nothing here promises that anyone is
//! watching: each message says where it is and by when the team says it answers.

#[cfg(test)]
pub(crate) mod fixture;
mod page;
#[cfg(test)]
pub(crate) mod served;
#[cfg(test)]
mod tests;
mod thread;

use crux_core::Command;
use record::kinds::{Message, Ref, Seen};
use record::{OpId, Scope};
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, keep};
use crate::forms::voice::Voice;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::Screen as Place;
use crate::saving::{Act, Go};
use crate::screen::{Notice, NoticeTone};
use crate::when;
use crate::words::say;

pub use page::page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The conversation.
    Thread,
    /// The conversation, with so many of its last messages.
    Older(usize),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Send what has been written.
    Send,
    /// Show so many of the last messages.
    Older(usize),
}

/// The most characters of a message.
const MAX_TEXT: usize = 4_000;

/// The form in which a message is written, in one record.
fn form(holding: &Holding) -> String {
    format!("messages.write.{}", holding.index)
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Send => send(cx),
        Intent::Older(count) => {
            cx.open.stack.pop();
            cx.open.stack.push(Place::Messages(Screen::Older(count)));
            Command::done()
        }
    }
}

fn send(cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Messages))
    else {
        return Command::done();
    };
    let form = form(holding);
    let draft = cx.open.forms.get(&form);
    let text = draft.text("text");
    let wrong = match text.chars().count() {
        0 => Some(say!(cx.words, "messages-empty")),
        count if count > MAX_TEXT => {
            Some(say!(cx.words, "messages-too-long", most = MAX_TEXT, count = count))
        }
        _ => None,
    };
    if let Some(wrong) = wrong {
        cx.open.forms.refuse(&form, vec![("text", wrong)]);
        return Command::done();
    }
    // A team's message answers the newest one of the person's side.
    let answers = (holding.about.side == RecordSide::Team)
        .then(|| thread::Conversation::read(holding, 50))
        .and_then(|conversation| {
            conversation.newest_of_theirs().map(|line| Ref(line.id.created_by()))
        });
    let mut act = Act::new(holding, cx.now).says(Voice::said(&draft));
    let message = Message { text: text.to_owned(), answers };
    let kept = holding.kept && cx.open.durable;
    let now = act.happened_now();
    act.create(&message, now);
    act.finish_form(&form);
    let notice = if kept {
        Notice::new(NoticeTone::Success, say!(cx.words, "messages-saved"))
    } else {
        Notice::new(NoticeTone::Info, say!(cx.words, "messages-on-its-way"))
    };
    act.save(cx, Go::Stay, Some(notice))
}

/// Whether somebody of a care team would read a message from here.
#[must_use]
pub(crate) fn can_be_sent(holding: &Holding, now_ms: i64) -> bool {
    holding.about.side != RecordSide::Team
        && holding.may_write(Scope::Messages)
        && !thread::teams(holding, now_ms.div_euclid(1000)).is_empty()
}

/// Puts words into the message that is being written, after what stands there, and
/// goes to it. Nothing is sent.
pub(crate) fn begin(text: &str, cx: &mut Cx<'_>) -> Cmd {
    let sends = |holding: &&Holding| can_be_sent(holding, cx.now.ms);
    let Some(holding) = cx.open.holding().filter(sends) else { return Command::done() };
    let form = form(holding);
    let before = cx.open.forms.get(&form).text("text").to_owned();
    if !before.contains(text) {
        let parts = [before.as_str(), text].into_iter().filter(|part| !part.is_empty());
        cx.open.forms.set(&form, "text", parts.collect::<Vec<_>>().join("\n\n"));
    }
    cx.open.go(Place::Messages(Screen::Thread));
    let kept = cx.open.forms.keep(&form).filter(|_| cx.open.durable);
    let keeping = kept.map_or_else(Command::done, |write| keep(vec![write]));
    keeping.and(entered(&Screen::Thread, cx))
}

/// Called when a place is entered: what is on the page now counts as seen.
pub fn entered(_screen: &Screen, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Messages))
    else {
        return Command::done();
    };
    let Some(OpId { writer, counter }) = thread::to_see(holding) else {
        return Command::done();
    };
    let mut act = Act::new(holding, cx.now).says(Voice::Own);
    let now = act.happened_now();
    act.create(&Seen { message: Ref(OpId { writer, counter }) }, now);
    let notice = cx.open.notice.clone();
    act.save(cx, Go::Stay, notice)
}

/// "today, 7:42", "tomorrow, 12:00", else "Tuesday 24 November, 7:42": a moment
/// in the middle of a sentence, where the device is.
#[must_use]
pub fn moment(seconds: i64, view: View<'_>) -> String {
    let (words, today) = (view.words, view.today());
    let wall = when::wall_at(seconds, &view.now.zone);
    let (date, time) = (wall.date(), when::time(wall.time()));
    if date == today {
        say!(words, "moment-today", time = time)
    } else if date.tomorrow().is_ok_and(|next| next == today) {
        say!(words, "moment-yesterday", time = time)
    } else if today.tomorrow().is_ok_and(|next| next == date) {
        say!(words, "moment-tomorrow", time = time)
    } else {
        say!(words, "day-time", day = when::long_day(words, date, today), time = time)
    }
}

/// How many messages of a record have not been seen.
#[must_use]
pub fn unseen(holding: &Holding) -> usize {
    // Who cannot say that they have seen would be told for ever.
    if holding.may_add(Scope::Messages) { thread::unseen(holding) } else { 0 }
}

/// How many new messages, in words.
#[must_use]
pub fn badge(view: View<'_>) -> Option<String> {
    let count = unseen(view.open.holding()?);
    (count > 0).then(|| say!(view.words, "messages-new", count = count))
}
