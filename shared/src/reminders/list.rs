//! All reminders, and what each says.

use record::kinds::Reminder;
use record::schedule::{Days, When};
use record::state::Entry;
use record::{EntryId, Scope};

use super::due::Reminders;
use super::{Intent, Screen, form, nothing, wording};
use crate::app::Cmd;
use crate::event::Platform;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;
use crate::{outside, tell, when};

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "reminders".into(),
        title: say!(words, "reminders-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let write = holding.may_write(Scope::Health);
    let new = || Button::primary(say!(words, "reminders-new"), Place::Reminders(Screen::New));
    let (wanted, away): (Vec<_>, Vec<_>) =
        holding.record.current::<Reminder>().partition(|entry| entry.value.put_away != Some(true));
    let blocks = &mut page.blocks;
    let reminders = Reminders::of(&holding.record);
    let card = |entry: &Entry<Reminder>| card(entry, holding, &reminders, view);
    if wanted.is_empty() {
        blocks.push(Block::empty(
            Icon::Clock,
            say!(words, "reminders-none"),
            say!(words, "reminders-none-text"),
            write.then(new),
        ));
    } else {
        let cards = wanted.iter().map(card).collect();
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
        if write {
            blocks.push(Block::buttons(vec![new().icon(Icon::Plus)]));
        }
    }
    blocks.push(Block::small(how_they_come(view)));
    let rely = Place::Outside(outside::Screen::Rely);
    let mut buttons = vec![Button::quiet(say!(words, "rely-link"), rely)];
    if holding.about.side == RecordSide::Person && view.open.session.is_some() {
        let tell = Place::Tell(tell::Screen::All);
        buttons.push(Button::quiet(say!(words, "tell-title"), tell));
    }
    blocks.push(Block::buttons(buttons));
    if !away.is_empty() {
        blocks.push(Block::heading(say!(words, "reminders-away")));
        let cards = away.iter().map(card).collect();
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    page
}

/// What this device can be trusted with.
fn how_they_come(view: View<'_>) -> String {
    let can = view.launch.abilities.notifications;
    match view.launch.platform {
        Platform::Web if can && view.open.settings.push => say!(view.words, "reminders-how-push"),
        Platform::Web if can => say!(view.words, "reminders-how-browser"),
        _ if can && outside::is_exact(view) => say!(view.words, "reminders-how-exact"),
        _ if can && view.launch.abilities.exact => say!(view.words, "reminders-how-choice"),
        _ if can => say!(view.words, "reminders-how-phone"),
        _ => say!(view.words, "reminders-how-today"),
    }
}

/// When one comes next; nothing of what comes every day, or is silent for a reason.
fn next(entry: &Entry<Reminder>, reminders: &Reminders, view: View<'_>) -> Option<String> {
    let words = view.words;
    let rule = entry.value.rule.read().ok().filter(|rule| !wording::is_lost(rule))?;
    let Some(at) = reminders.coming(entry.id, view.now) else {
        return Some(say!(words, "rules-over"));
    };
    let wall = when::wall_at(at, &view.now.zone);
    let daily = matches!(rule.terms().when, When::Calendar { days: Days::DAILY, .. });
    if daily && Some(wall.date()) <= when::days_after(view.today(), 1) {
        return None;
    }
    let day = when::near_day(words, wall.date(), view.today());
    let when = say!(words, "day-time", day = day, time = when::time(wall.time()));
    Some(say!(words, "rules-next", when = when))
}

fn card(entry: &Entry<Reminder>, holding: &Holding, reminders: &Reminders, view: View<'_>) -> Card {
    let words = view.words;
    let title = wording::label(words, &holding.record, &entry.value);
    let line = wording::times(words, &entry.value);
    let mut card = Card::new(title.clone()).line(line).icon(Icon::Clock);
    let away = entry.value.put_away == Some(true);
    card.lines.extend((!away).then(|| next(entry, reminders, view)).flatten());
    // Two people set it otherwise at once: both rules hold until one is chosen.
    if form::is_disputed(entry) {
        card = card.line(say!(words, "reminders-both"));
    }
    if holding.may_write(Scope::Health) {
        let put = Press::Reminders(Intent::PutAway(entry.id, !away));
        if away {
            let label = say!(words, "reminders-again");
            let spoken = say!(words, "reminders-again-spoken", what = title.as_str());
            card.buttons.push(Button::quiet(label, put).spoken(spoken));
        } else {
            if form::can_say(&entry.value) {
                let change = Press::Reminders(Intent::Change(entry.id));
                let spoken = say!(words, "reminders-change-spoken", what = title.as_str());
                card.buttons.push(Button::quiet(say!(words, "change"), change).spoken(spoken));
            }
            let spoken = say!(words, "reminders-stop-spoken", what = title.as_str());
            card.buttons.push(Button::quiet(say!(words, "reminders-stop"), put).spoken(spoken));
        }
    }
    card
}

/// No longer wanted, or wanted again. Nothing that was said of it is lost.
pub(super) fn put_away(id: EntryId, away: bool, cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let Some(entry) = holding.record.get::<Reminder>(id) else { return nothing() };
    let new = Reminder { put_away: away.then_some(true), ..entry.value.clone() };
    if new == entry.value {
        return nothing();
    }
    let mut act = Act::new(holding, cx.now);
    act.change(entry.sight(), &entry.value, &new, entry.happened.clone());
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
