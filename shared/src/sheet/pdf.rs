//! The page as a PDF. The server makes it, of what it is sent and for nobody who may not
//! see the record; saving and printing the page need no server.

use crux_core::render::render;
use record::RecordId;
use record::api::{MAX_PAPER, PDF, Paper, PaperAsked, PaperPart, PaperPicture, ProblemCode, paths};

use super::{For, Sheet, Signal, State, Which, find, save};
use crate::account::{authorized, problem_of};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::{Answer, Content, Method, NetworkOperation, NetworkOutput};
use crate::effects::platform::OutgoingFile;
use crate::model::{Cx, Open};
use crate::screen::{Notice, NoticeTone};
use crate::words::{Words, say};
use crate::your_data::ReadableTable;
use crate::{json, lock};

/// What every PDF begins with.
const BEGINS: &[u8] = b"%PDF-";

/// The PDF that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    which: Which,
    record: RecordId,
    /// What its file is called.
    name: String,
}

impl State {
    /// Whether a PDF of this page is being made.
    pub(super) fn makes(&self, which: Which) -> bool {
        self.making.as_ref().is_some_and(|asked| asked.which == which)
    }
}

/// Whether there is a server that could make one.
pub(super) fn can(open: &Open) -> bool {
    open.session().is_some_and(|session| !session.ended) && record(open).is_some()
}

/// The record, as the server knows it.
fn record(open: &Open) -> Option<RecordId> {
    open.holding()?.about.record
}

/// Asks the server for it.
pub(super) fn ask(which: Which, cx: &mut Cx<'_>) -> Cmd {
    let (Some(record), None) = (record(cx.open), &cx.open.sheet.making) else { return Cmd::done() };
    let Some(sheet) = find(which, cx.view(), For::Leave) else { return Cmd::done() };
    let name = format!("{}-{}.pdf", sheet.file, cx.today());
    let paper = paper(which, sheet, cx);
    let body = json::bytes(&PaperAsked { record, paper });
    if body.len() > MAX_PAPER {
        return not(say!(cx.words, "sheet-pdf-long"), cx);
    }
    let asked = Asked { which, record, name };
    cx.open.sheet.making = Some(asked.clone());
    let session = cx.open.session().cloned();
    let keep = !cx.open.staff.is_active();
    run(move |ctx| async move {
        let request = NetworkOperation {
            method: Method::Post,
            path: paths::PAPER.to_owned(),
            bearer: None,
            content: Content::Json,
            body,
        };
        let output = authorized(&ctx, session, keep, request).await;
        ctx.send_event(AppSignal::Sheet(Signal::Made(asked, output)));
    })
}

/// What the server is to set.
pub(super) fn paper(which: Which, sheet: Sheet, cx: &Cx<'_>) -> Paper {
    let owner = cx.open.holding().map(|holding| holding.about.name.trim().to_owned());
    let part = |(part, none): (ReadableTable, String)| PaperPart {
        title: part.title,
        columns: part.columns,
        rows: part.rows,
        none,
    };
    let easy = cx.words.is_easy();
    let mut paper = Paper {
        title: sheet.title,
        owner: owner.unwrap_or_default(),
        correct: sheet.correct,
        parts: sheet.parts.into_iter().map(part).collect(),
        says: sheet.says,
        large: cx.open.sheet.large,
        easy,
        pictures: Vec::new(),
        one_sheet: which == Which::AboutMe,
    };
    if easy {
        paper.pictures = pictures(&paper, cx.words);
    }
    paper
}

/// The pictures of the words that stand on it.
fn pictures(paper: &Paper, words: &Words) -> Vec<PaperPicture> {
    let within = paper
        .parts
        .iter()
        .flat_map(|part| [&part.title, &part.none].into_iter().chain(part.rows.iter().flatten()));
    let said: Vec<&String> =
        [&paper.title, &paper.correct, &paper.says].into_iter().chain(within).collect();
    let beside = words.beside().into_iter().filter(|one| said.contains(&&one.words));
    beside.map(|one| PaperPicture { words: one.words, picture: one.picture }).collect()
}

/// It has come, or not.
pub(super) fn made(asked: &Asked, output: Option<NetworkOutput>, cx: &mut Cx<'_>) -> Cmd {
    // Who asked may have signed out meanwhile.
    if cx.open.sheet.making.take_if(|making| *making == *asked).is_none() {
        return Cmd::done();
    }
    let why = match output {
        Some(NetworkOutput::Answer(answer))
            if answer.status == 200 && answer.body.starts_with(BEGINS) && !lock::hides(cx.open) =>
        {
            let (name, content) = (asked.name.clone(), answer.body);
            let file = OutgoingFile { name, media_type: PDF.into(), content };
            return save::hand_over(file).and(render());
        }
        Some(NetworkOutput::Answer(answer)) => refused(&answer, cx.words),
        Some(NetworkOutput::Unreachable) => say!(cx.words, "sheet-pdf-offline"),
        None => say!(cx.words, "sheet-pdf-signed-out"),
    };
    not(why, cx)
}

/// Why the server made none.
fn refused(answer: &Answer, words: &Words) -> String {
    match problem_of(answer).code {
        ProblemCode::NotAllowed | ProblemCode::RecordUnknown | ProblemCode::RecordClosed => {
            say!(words, "sheet-pdf-not-yours")
        }
        ProblemCode::TooLarge => say!(words, "sheet-pdf-long"),
        ProblemCode::SignedOut | ProblemCode::SessionEnded => say!(words, "sheet-pdf-signed-out"),
        _ => say!(words, "sheet-pdf-busy"),
    }
}

/// Says why there is none, and what works all the same.
fn not(why: String, cx: &mut Cx<'_>) -> Cmd {
    let text = say!(cx.words, "sheet-pdf-instead");
    cx.open.notice = Some(Notice::new(NoticeTone::Warning, why).text(text));
    render()
}
