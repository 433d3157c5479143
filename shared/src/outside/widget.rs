//! The widget on the home screen.

use crux_core::Command;

use super::{ask, unseen};
use crate::app::Cmd;
use crate::effects::platform::{PlatformOperation, Widget, WidgetButton};
use crate::holding::RecordSide;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::words::say;
use crate::{diary, messages, track};

/// Tells the shell what it shows, where that has changed.
pub(super) fn draw(cx: &mut Cx<'_>) -> Cmd {
    let widget = widget(cx.view());
    if cx.open.outside.widget.as_ref() == Some(&widget) {
        return Command::done();
    }
    cx.open.outside.widget = Some(widget.clone());
    ask(PlatformOperation::Widget(widget), cx)
}

fn widget(view: View<'_>) -> Widget {
    let words = view.words;
    let title = say!(words, "app-name");
    let Some(holding) = view.open.holding() else {
        return Widget { title, ..Widget::default() };
    };
    let count = messages::unseen(holding);
    let line = (count > 0).then(|| unseen::messages_text(count, words));
    // Quick ways into one's own record: a carer chooses whose it is first.
    let mut buttons = Vec::new();
    if holding.about.side == RecordSide::Person {
        let button = |label, place| WidgetButton { label, action: Press::Tab(place).into() };
        buttons.push(button(say!(words, "widget-reading"), Place::Track(track::Screen::All)));
        let action = Press::Go(Place::Diary(diary::Screen::Write)).into();
        buttons.push(WidgetButton { label: say!(words, "widget-diary"), action });
    }
    Widget { title, line, buttons }
}
