//! Removing everything from a device that nobody is signed in on: what is here
//! is nowhere else, so it is asked for in words.

use crux_core::Command;

use super::{Intent, Signal as Mine};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::keys::KeysOperation;
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem};
use crate::holding::Holding;
use crate::letters;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving;
use crate::screen::{Block, Button, Field, Icon, Notice, NoticeTone, Page, Question};
use crate::words::say;

/// The form in which it is confirmed; never kept.
const FORM: &str = "secret.erase";

/// What was on the device, while it is being forgotten: out of the model, so
/// that nothing writes it again meanwhile.
pub struct Leaving(Vec<Holding>);

impl std::fmt::Debug for Leaving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Leaving({} records)", self.0.len())
    }
}

/// What removing tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The device has forgotten.
    Erased,
    /// It could not: all is as it was.
    Stayed(Box<Leaving>, StoreProblem),
}

/// The page that asks.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "your_data.erase".into(),
        title: say!(words, "your-data-remove-all"),
        busy: view.open.saving,
        ..Page::default()
    };
    if view.open.session().is_some() || view.open.holdings.is_empty() {
        page.blocks.push(Block::paragraph(say!(words, "your-data-none")));
        return page;
    }
    let entries: usize = view
        .open
        .holdings
        .iter()
        .map(|holding| super::overview::entries(words, &holding.record))
        .sum();
    page.blocks = vec![
        Block::inset(say!(words, "your-data-lost", count = entries)),
        Block::paragraph(say!(words, "your-data-copy-first")),
        Block::buttons(vec![
            Button::secondary(say!(words, "your-data-make-copy"), Press::YourData(Intent::Copy))
                .icon(Icon::Download),
        ]),
        Block::form(
            FORM,
            vec![Field::text(
                Question::new("confirm", say!(words, "your-data-confirm"))
                    .hint(say!(words, "your-data-confirm-hint")),
            )],
            vec![
                Button::warning(
                    say!(words, "your-data-remove-all"),
                    Press::YourData(Intent::Erase),
                ),
                Button::quiet(say!(words, "cancel"), Press::Back),
            ],
        ),
    ];
    page
}

/// Removes everything, where that has been typed.
pub(super) fn erase(cx: &mut Cx<'_>) -> Cmd {
    if cx.open.session().is_some() {
        return Command::done();
    }
    let typed = letters::small(cx.open.forms.get(FORM).text("confirm"));
    if typed != say!(cx.words, "your-data-confirm-word") {
        let error = say!(cx.words, "your-data-confirm-wrong");
        cx.open.forms.refuse(FORM, vec![("confirm", error)]);
        return Command::done();
    }
    let leaving = Box::new(Leaving(std::mem::take(&mut cx.open.holdings)));
    let settings = cx.open.settings.of_device().keep();
    cx.open.saving = true;
    run(move |ctx| async move {
        let signal = match ctx.request_from_shell(StoreOperation::Erase).await {
            StoreOutput::Failed(why) => Signal::Stayed(leaving, why),
            StoreOutput::Done | StoreOutput::Opened(_) | StoreOutput::Rows(_) => {
                // How the words look is the device's, not the person's.
                let _ = ctx.request_from_shell(StoreOperation::Commit(vec![settings])).await;
                let _ = ctx.request_from_shell(KeysOperation::Renew).await;
                Signal::Erased
            }
        };
        ctx.send_event(AppSignal::YourData(Mine::Erase(signal)));
    })
}

/// Takes in a signal. True where everything stayed as it was.
pub(super) fn signal(signal: Signal, cx: &mut Cx<'_>) -> bool {
    match signal {
        Signal::Erased => {
            let mut open = cx.open.emptied();
            let title = say!(cx.words, "your-data-removed");
            open.notice = Some(Notice::new(NoticeTone::Success, title));
            *cx.open = open;
            false
        }
        Signal::Stayed(leaving, why) => {
            cx.open.holdings = leaving.0;
            cx.open.saving = false;
            cx.open.notice = Some(saving::problem(cx.words, why));
            true
        }
    }
}
