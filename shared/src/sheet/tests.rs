//! Pages that others read: in large print, and as a PDF from the server or not.

use std::cell::RefCell;
use std::rc::Rc;

use record::api::{PDF, PaperAsked, Problem, ProblemCode, paths};

use crate::effects::network::{Answer, NetworkOperation, NetworkOutput};
use crate::json;
use crate::screen::Block;
use crate::sync::tests::{Small, signed_in};
use crate::testing::Journey;

const MADE: &[u8] = b"%PDF-1.7 made";

/// What the server does with a page.
#[derive(Clone, Copy, PartialEq)]
enum Does {
    Makes,
    Refuses(ProblemCode),
    Nonsense,
    Nothing,
}

/// A press for PDFs beside a small server.
struct Server {
    small: Rc<RefCell<Small>>,
    does: Rc<RefCell<Does>>,
    asked: Rc<RefCell<Vec<PaperAsked>>>,
}

impl Server {
    fn new() -> Self {
        Self {
            small: Rc::default(),
            does: Rc::new(RefCell::new(Does::Makes)),
            asked: Rc::default(),
        }
    }

    fn signed_in(&self) -> Journey {
        let journey = signed_in(&self.small);
        let (small, does, asked) = (self.small.clone(), self.does.clone(), self.asked.clone());
        journey.with_server(move |request| {
            if request.path != paths::PAPER {
                return small.borrow_mut().handle(&request);
            }
            press(&request, *does.borrow(), &mut asked.borrow_mut())
        })
    }
}

fn press(request: &NetworkOperation, does: Does, asked: &mut Vec<PaperAsked>) -> NetworkOutput {
    assert!(request.bearer.is_some());
    asked.push(json::read(&request.body).unwrap());
    let answer = |status, body| NetworkOutput::Answer(Answer { status, retry_after: None, body });
    match does {
        Does::Makes => answer(200, MADE.to_vec()),
        Does::Refuses(code) => answer(code.status(), json::bytes(&Problem::from(code))),
        Does::Nonsense => answer(200, b"<html>Sign in to the wireless network".to_vec()),
        Does::Nothing => NetworkOutput::Unreachable,
    }
}

/// Writes two things down and goes to the page for others.
fn to_sheet(journey: &mut Journey) {
    journey.press("More").press("About me").press("Please do");
    journey.type_in("Please do", "Ask me first").press("Save");
    journey.press("A page to show or print");
}

/// A table of four columns.
fn to_medicines(journey: &mut Journey) {
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", "Metformin").press("Save and set its times");
    journey.press("Not now").press("Add an allergy or bad reaction");
    journey.type_in("To what?", "Penicillin").choose("What sort of reaction is it?", &["1"]);
    journey.press("Save");
    journey.press("A page to show or print");
}

#[test]
fn the_server_makes_a_pdf_of_what_the_page_says() {
    let server = Server::new();
    let mut journey = server.signed_in();
    to_sheet(&mut journey);
    journey.press("Save as a PDF");
    let file = journey.files.last().unwrap();
    assert_eq!((file.media_type.as_str(), file.content.as_slice()), (PDF, MADE));
    assert_eq!(file.name, "about-me-2026-11-22.pdf");
    assert!(journey.text().contains("The page is saved as a file"), "{}", journey.text());
    let asked = server.asked.borrow();
    let PaperAsked { record, paper } = &asked[0];
    assert_eq!(Some(*record), journey.holding(|holding| holding.about.record));
    assert!(paper.correct.starts_with("Correct when printed: 22 November 2026"));
    let said: Vec<_> = paper.parts.iter().flat_map(|part| part.rows.iter().flatten()).collect();
    assert!(said.iter().any(|said| said.contains("Ask me first")), "{said:?}");
    assert!(!paper.large && !paper.easy && paper.pictures.is_empty());
}

#[test]
fn where_there_is_none_the_page_says_why_and_what_works_without_the_server() {
    let server = Server::new();
    let mut journey = server.signed_in();
    to_sheet(&mut journey);
    for (does, why) in [
        (Does::Nothing, "there is no connection to the server"),
        (Does::Nonsense, "the server could not do it just now"),
        (Does::Refuses(ProblemCode::Busy), "the server could not do it just now"),
        (Does::Refuses(ProblemCode::Fault), "the server could not do it just now"),
        (Does::Refuses(ProblemCode::TooLarge), "this page is too long"),
        (Does::Refuses(ProblemCode::NotAllowed), "this record is not open to you now"),
        (Does::Refuses(ProblemCode::RecordUnknown), "this record is not open to you now"),
        (Does::Refuses(ProblemCode::SessionEnded), "you are signed out"),
    ] {
        *server.does.borrow_mut() = does;
        journey.press("Save as a PDF");
        let text = journey.text();
        assert!(text.contains(why) && text.contains("Both work without the server"), "{text}");
        assert!(text.contains("Ask me first"), "{text}");
        assert!(journey.files.is_empty());
    }
    journey.press("Save this page as a file");
    assert_eq!(journey.files.len(), 1);
}

#[test]
fn while_it_is_made_the_page_says_so_and_asks_no_second_time() {
    let server = Server::new();
    let mut journey = server.signed_in();
    to_sheet(&mut journey);
    let which = super::Which::AboutMe;
    // Asked, and not answered yet.
    journey.act(|cx| {
        drop(super::update(super::Intent::Pdf(which), cx));
        crux_core::render::render()
    });
    let page = journey.page();
    let text = journey.text();
    assert!(text.contains("The PDF is being made") && !text.contains("Save as a PDF"), "{text}");
    assert!(page.announce.unwrap().contains("The PDF is being made"));
    journey.act(|cx| super::update(super::Intent::Pdf(which), cx));
    assert!(server.asked.borrow().is_empty());
}

#[test]
fn without_an_account_there_is_no_pdf_and_the_page_is_saved_as_a_file() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    to_sheet(&mut journey);
    let text = journey.text();
    assert!(!text.contains("PDF") && text.contains("Save this page as a file"), "{text}");
}

#[test]
fn large_print_is_for_the_browser_the_file_and_the_pdf() {
    let server = Server::new();
    let mut journey = server.signed_in();
    to_medicines(&mut journey);
    let tables = |journey: &Journey| {
        let page = journey.page();
        let is_table = |block: &&Block| matches!(block, Block::Table(_));
        (page.large_print, page.blocks.iter().filter(is_table).count())
    };
    assert_eq!(tables(&journey), (false, 2));
    journey.press("Large print");
    // What does not fit beside each other stands below each other.
    assert_eq!(tables(&journey), (true, 0));
    let text = journey.text();
    assert!(text.contains("Penicillin") && text.contains("Large print is on"), "{text}");
    journey.press("Save this page as a file").press("Save as a PDF");
    let file = String::from_utf8(journey.files[0].content.clone()).unwrap();
    assert!(file.contains("font-size:18pt") && file.contains("<dd>Penicillin</dd>"), "{file}");
    assert!(!file.contains("<table>"), "{file}");
    assert!(server.asked.borrow()[0].paper.large);
    journey.press("Normal print");
    assert_eq!(tables(&journey), (false, 2));
    journey.press("Save this page as a file");
    let file = String::from_utf8(journey.files.last().unwrap().content.clone()).unwrap();
    assert!(!file.contains("18pt") && file.contains("<table>"), "{file}");
}

#[test]
fn in_easy_read_the_pdf_has_pictures_beside_its_words() {
    let server = Server::new();
    let mut journey = server.signed_in();
    to_sheet(&mut journey);
    journey.press("Easy Read").press("Save this page for a printer");
    let asked = server.asked.borrow();
    let paper = &asked[0].paper;
    assert!(paper.easy && !paper.large);
    assert!(paper.pictures.iter().any(|one| one.words == "Please do this"), "{paper:?}");
    // None of words that do not stand on it.
    let within = paper
        .parts
        .iter()
        .flat_map(|part| [&part.title, &part.none].into_iter().chain(part.rows.iter().flatten()));
    let said: Vec<_> =
        [&paper.title, &paper.correct, &paper.says].into_iter().chain(within).collect();
    assert!(paper.pictures.iter().all(|one| said.contains(&&one.words)), "{:?}", paper.pictures);
}
