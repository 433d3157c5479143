//! The page as a file that opens in any browser.

use crux_core::render::render;

use super::{For, Signal, Which, find};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::ask;
use crate::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use crate::model::Cx;
use crate::screen::{Notice, NoticeTone};
use crate::words::say;
use crate::your_data;

/// Hands it over.
pub(super) fn save(which: Which, cx: &Cx<'_>) -> Cmd {
    let Some(sheet) = find(which, cx.view(), For::Leave) else { return Cmd::done() };
    let content = your_data::printed(&sheet, cx.words.is_easy(), cx.open.sheet.large).into_bytes();
    let name = format!("{}-{}.html", sheet.file, cx.today());
    hand_over(OutgoingFile { name, media_type: "text/html".into(), content })
}

/// Hands over a file, and says what became of it.
pub(crate) fn hand_over(file: OutgoingFile) -> Cmd {
    ask(PlatformOperation::HandOver(file), |output| AppSignal::Sheet(Signal::Handed(output)))
}

/// Says what became of the file.
pub(super) fn handed(output: &PlatformOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.notice = match output {
        PlatformOutput::HandOver(Handed::Saved) => {
            Some(Notice::new(NoticeTone::Success, say!(cx.words, "medicines-sheet-kept")))
        }
        PlatformOutput::HandOver(Handed::Cancelled) => None,
        _ => Some(Notice::new(NoticeTone::Problem, say!(cx.words, "medicines-sheet-failed"))),
    };
    render()
}
