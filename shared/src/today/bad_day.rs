//! A bad day: three big buttons, no scores, nothing counted. It is this device's own
//! affair: nobody is told, except whom the person chose ([`crate::tell`]). Quiet lasts for the day on which it was said, so that
//! nothing stays silent because it was forgotten.

use record::Scope;
use record::kinds::{DiaryNote, DiaryTopic};

use super::Intent;
use crate::app::Cmd;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Notice, NoticeTone};
use crate::words::say;
use crate::{about_me, diary, medicines, outside, reminders, settings, tell};

/// How many bad days this device remembers: as many as an experiment can have.
const KEPT: usize = 56;

/// Whether it can be said of this record: one's own, that one may write in.
fn may(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person && holding.may_write(Scope::Health)
}

/// The switch, while it is off.
pub(super) fn switch(view: View<'_>, holding: &Holding) -> Option<Button> {
    let label = say!(view.words, "bad-day-switch");
    may(holding).then(|| Button::quiet(label, Press::Today(Intent::BadDay(true))))
}

/// All that is on Today on a bad day; none on any other.
pub(super) fn blocks(view: View<'_>, holding: &Holding) -> Option<Vec<Block>> {
    let said = view.open.settings.bad_day.as_ref().filter(|_| may(holding))?;
    let words = view.words;
    let back = |label| Button::secondary(label, Press::Today(Intent::BadDay(false)));
    let mut blocks = Vec::new();
    let today = *said == view.own_day().to_string();
    if today {
        blocks.push(Block::lede(say!(words, "bad-day-lede")));
    } else {
        let again = say!(words, "bad-day-again");
        blocks.push(Block::lede(say!(words, "bad-day-ask")));
        blocks.push(Block::buttons(vec![
            Button::secondary(again, Press::Today(Intent::BadDay(true))),
            back(say!(words, "bad-day-over")),
        ]));
    }
    let (first, below) = medicines::bad_day(view, holding);
    let mut cards: Vec<Card> = first.into_iter().collect();
    cards.push(
        Card::new(say!(words, "bad-day-help"))
            .line(say!(words, "bad-day-help-line"))
            .icon(Icon::Phone)
            .opens(Place::Help),
    );
    if holding.may_write(Scope::Diary) {
        cards.push(
            Card::new(say!(words, "bad-day-right"))
                .line(say!(words, "bad-day-right-line"))
                .icon(Icon::Check)
                .opens(Press::Today(Intent::AllRight)),
        );
    }
    // The third of three, where no medicine is.
    let note = holding.may_write(Scope::Diary);
    let note_first = note && cards.len() < 3;
    if note_first {
        cards.push(
            Card::new(say!(words, "bad-day-note"))
                .line(say!(words, "bad-day-note-line"))
                .icon(Icon::Diary)
                .opens(Place::Diary(diary::Screen::Write)),
        );
    }
    blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    blocks.extend(below);
    blocks.extend(reminders::today_blocks(view, holding, true));
    let mut buttons = Vec::new();
    if note && !note_first {
        let label = say!(words, "bad-day-note");
        buttons.push(Button::quiet(label, Place::Diary(diary::Screen::Write)));
    }
    if today {
        buttons.push(back(say!(words, "bad-day-over")));
    }
    buttons.extend(about_me::button(view, holding));
    blocks.push(Block::buttons(buttons));
    if tell::is_told_of_bad_days(holding, view.now.ms) {
        let place = Place::Tell(tell::Screen::All);
        blocks.push(Block::small(say!(words, "bad-day-quiet-told")));
        blocks.push(Block::buttons(vec![Button::quiet(say!(words, "tell-bad-day-stop"), place)]));
    } else {
        blocks.push(Block::small(say!(words, "bad-day-quiet")));
    }
    Some(blocks)
}

/// From now on it is one, or it is over.
pub(super) fn turn(on: bool, cx: &mut Cx<'_>) -> Cmd {
    if on && !cx.open.holding().is_some_and(may) {
        return Cmd::done();
    }
    let day = cx.own_day().to_string();
    let settings = &mut cx.open.settings;
    if on && !settings.bad_days.contains(&day) {
        settings.bad_days.push(day.clone());
        let before = settings.bad_days.len().saturating_sub(KEPT);
        settings.bad_days.drain(..before);
    }
    settings.bad_day = on.then_some(day);
    let is_told = |held| tell::is_told_of_bad_days(held, cx.now.ms);
    if on && cx.open.holding().is_some_and(is_told) {
        let title = say!(cx.words, "tell-bad-day-now");
        cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
    }
    if !on {
        let title = say!(cx.words, "bad-day-back");
        cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
    }
    settings::save(cx).and(outside::refresh(cx))
}

/// Keeps that the person is all right for now, in the diary.
pub(super) fn all_right(cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| may(holding) && holding.may_write(Scope::Diary));
    let Some(holding) = may else { return Cmd::done() };
    let note = DiaryNote {
        topic: DiaryTopic::Note,
        text: say!(cx.words, "bad-day-right-note"),
        mood: None,
        amount: None,
    };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&note, now);
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
