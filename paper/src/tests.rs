//! Pages are set, and what stands where is read back; that each PDF is PDF/UA-1 the
//! typesetter checks itself, and says no where one is not.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod about_me;

use proptest::prelude::*;
use record::api::{Paper, PaperPart, PaperPicture};
use typst::layout::{Frame, FrameItem, Point};

use crate::letters::MARK;
use crate::{NotMade, bounds, pdf, set};

/// Sunday 22 November 2026, 7:42 in London.
const MADE: i64 = 1_795_333_320;
const CORRECT: &str = "Correct when printed: 22 November 2026, 7:42";

fn part(title: &str, columns: usize, rows: &[&[&str]]) -> PaperPart {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let names = ["What", "How much", "When", "Why", "Since", "By"];
    PaperPart {
        title: title.into(),
        columns: words(&names[..columns]),
        rows: rows.iter().map(|row| words(row)).collect(),
        none: "Nothing is written here.".into(),
    }
}

fn paper(parts: Vec<PaperPart>) -> Paper {
    Paper {
        title: "Medicines of Rosa".into(),
        owner: "Rosa Green".into(),
        correct: CORRECT.into(),
        parts,
        says: "It is not a prescription record.".into(),
        ..Paper::default()
    }
}

fn medicines() -> Paper {
    let rows: &[&[&str]] = &[
        &["Metformin", "500 mg", "At breakfast", "Diabetes"],
        &["Ramipril", "5 mg", "In the evening", ""],
    ];
    paper(vec![part("Taken regularly", 4, rows), part("Allergies", 2, &[])])
}

fn saying(text: &str) -> Paper {
    paper(vec![part("Said", 2, &[&["What matters", text]])])
}

/// A run of letters: where it begins and ends, its size, what it says.
struct Run {
    from: f64,
    to: f64,
    size: f64,
    text: String,
}

/// The runs of each page.
fn read(paper: &Paper) -> Vec<Vec<Run>> {
    fn walk(frame: &Frame, at: Point, runs: &mut Vec<Run>) {
        for (place, item) in frame.items() {
            let at = at + *place;
            match item {
                FrameItem::Group(group) => walk(&group.frame, at, runs),
                FrameItem::Text(text) => runs.push(Run {
                    from: at.x.to_pt(),
                    to: (at.x + text.width()).to_pt(),
                    size: text.size.to_pt(),
                    text: text.text.to_string(),
                }),
                _ => {}
            }
        }
    }
    let document = set(paper).unwrap();
    let pages = document.pages().iter().map(|page| {
        let mut runs = Vec::new();
        walk(&page.frame, Point::zero(), &mut runs);
        runs
    });
    pages.collect()
}

/// All that it says, without the spaces and the places to break.
fn text(paper: &Paper) -> String {
    let all: String = read(paper).iter().flatten().map(|run| run.text.as_str()).collect();
    plain(&all)
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn it_is_tagged_has_a_title_a_language_and_the_day_it_was_made() {
    let made = pdf(&medicines(), MADE).unwrap();
    assert!(made.starts_with(b"%PDF-"));
    let all = [
        "/StructTreeRoot",
        "/Lang(en-GB)",
        "pdfuaid:part",
        "/DisplayDocTitle true",
        "/H1",
        "/H2",
        "/Table",
        "/TH",
        "2026-11-22T07:42:00",
    ];
    for words in all {
        assert!(has(&made, words), "{words}");
    }
    assert!(has(&made, "Medicines of Rosa"));
    // The same page made at the same time is the same file.
    assert!(made == pdf(&medicines(), MADE).unwrap());
}

#[test]
fn every_page_says_whose_it_is_when_it_was_correct_and_which_it_is() {
    let row: &[&str] = &["Metformin", "500 mg"];
    let pages = read(&paper(vec![part("Taken", 2, &[row; 120])]));
    let count = pages.len();
    assert!(count > 2);
    for (at, page) in pages.iter().enumerate() {
        let text = plain(&page.iter().map(|run| run.text.as_str()).collect::<String>());
        assert!(text.contains("RosaGreen") && text.contains(&plain(CORRECT)), "{text}");
        assert!(text.contains(&format!("Page{}of{count}", at + 1)), "{text}");
        // What the columns are stands on each.
        assert!(text.contains("WhatHowmuch"), "{text}");
    }
}

#[test]
fn no_letter_is_smaller_than_it_may_be_and_none_runs_over_the_edge() {
    let long = "Schifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(4);
    for (large, easy, least) in [(false, false, 12.0), (false, true, 16.0), (true, true, 18.0)] {
        for columns in 1..=6 {
            let row: Vec<&str> = vec![&long; columns];
            let parts = vec![part(&long, columns, &[&row])];
            let title = long.clone();
            let page = Paper { large, easy, title, owner: long.clone(), ..paper(parts) };
            for run in read(&page).iter().flatten() {
                assert!(run.size >= least, "{} {}", run.size, run.text);
                // A4 is 595 points wide, with an edge of 57.
                assert!(run.from > 56.0 && run.to < 540.0, "{} {}", run.to, run.text);
            }
        }
    }
}

#[test]
fn of_two_columns_the_one_that_says_more_is_wider_and_long_words_break_in_the_other() {
    let word = "Schifffahrtsgesellschaft";
    let much = "Ask me first, and speak slowly. ".repeat(8);
    for easy in [false, true] {
        for row in [[word, &much], [&much, word]] {
            let page = Paper { easy, ..paper(vec![part("Said", 2, &[&row])]) };
            let runs: Vec<Run> = read(&page).into_iter().flatten().collect();
            let at = |said: &str| runs.iter().find(|run| run.text == said).unwrap().from;
            let (first, second) = (at("What"), at("How much"));
            let narrow = row[0] == word;
            assert!((second - first < 200.0) == narrow, "{first} {second}");
            let within = runs.iter().filter(|run| word.contains(&plain(&run.text)));
            for run in within.filter(|run| narrow && run.text.len() > 3) {
                assert!(run.to < second, "{} {}", run.to, run.text);
            }
        }
    }
}

#[test]
fn a_wide_table_becomes_a_list_where_letters_are_large() {
    let page = medicines();
    let columns = |page: &Paper| text(page).matches("Howmuch").count();
    // Once above the column; else in every row, and nothing of what is empty.
    assert_eq!(columns(&page), 1);
    let large = Paper { large: true, ..page };
    assert_eq!(columns(&large), 2);
    let said = text(&large);
    assert!(said.contains("What:MetforminHowmuch:500mg"), "{said}");
    assert_eq!(said.matches("Why:").count(), 1);
    assert!(said.contains("Nothingiswrittenhere."), "{said}");
}

#[test]
fn what_is_typed_is_text_whatever_it_looks_like() {
    let typed = [
        "#panic()",
        "#import \"/page.json\"",
        "$x^2$ and *a* and _b_ and `c`",
        "= not a heading\n- nor a list\n/ nor: a term",
        "<label> @reference \\u{48}",
        "#(read(\"/etc/passwd\"))",
        "\"}],\"title\":\"x\"",
        "--- ... ~ \\ // /* */",
        "“quoted” 'not' changed -- at all",
        "https://example.org/a?b=c&d",
    ];
    for typed in typed {
        let page = saying(typed);
        assert!(text(&page).contains(&plain(typed)), "{typed} {}", text(&page));
        assert!(pdf(&page, MADE).is_ok(), "{typed}");
    }
}

#[test]
fn letters_of_other_languages_are_printed_and_those_of_no_font_are_marked() {
    for typed in [
        "Łódź, Llŷn, Đà Nẵng, Ağrı",
        "Ελλάδα, Україна, България",
        "שלום לכם",
        "مرحبا بكم في العيادة",
        "∑ → ½ ☺ ♥",
    ] {
        let page = saying(typed);
        let said = text(&page);
        assert!(!said.contains(MARK), "{typed} {said}");
        assert!(pdf(&page, MADE).is_ok(), "{typed}");
    }
    for typed in
        ["病院に行く", "হাসপাতাল", "\u{0}", "\u{1f9d1}\u{200d}\u{1f680}", "\u{e000}", "a\u{7}b"]
    {
        let page = saying(typed);
        let said = text(&page);
        assert!(said.contains(MARK) && said.contains("standsforaletter"), "{typed} {said}");
        assert!(pdf(&page, MADE).is_ok(), "{typed}");
    }
    assert!(!text(&saying("Tea")).contains("standsforaletter"));
}

#[test]
fn in_easy_read_pictures_stand_beside_their_words_and_whose_they_are_is_said() {
    fn count(frame: &Frame) -> usize {
        let of = |item: &FrameItem| match item {
            FrameItem::Group(group) => count(&group.frame),
            FrameItem::Image(..) => 1,
            _ => 0,
        };
        frame.items().map(|(_, item)| of(item)).sum()
    }
    let beside = |page: &Paper| -> usize {
        set(page).unwrap().pages().iter().map(|page| count(&page.frame)).sum()
    };
    let one =
        |words: &str, picture: &str| PaperPicture { words: words.into(), picture: picture.into() };
    // A heading, a cell, the row of a list, a sentence; and two that are not there.
    let taken = part("Taken regularly", 2, &[&["Metformin", "500 mg"]]);
    let matters = part("What matters", 1, &[&["The allotment"]]);
    let with = Paper {
        easy: true,
        pictures: vec![
            one("Taken regularly", "pill"),
            one("Metformin", "pill"),
            one("The allotment", "flower"),
            one(CORRECT, "clock"),
            one("What matters", "../fonts/OFL"),
            one("Elsewhere", "star"),
        ],
        ..paper(vec![taken, matters])
    };
    assert_eq!(beside(&with), 4);
    assert!(text(&with).contains("OpenMoji"));
    assert!(pdf(&with, MADE).is_ok());
    let without = Paper { pictures: Vec::new(), ..with };
    assert_eq!(beside(&without), 0);
    assert!(!text(&without).contains("OpenMoji"));
}

#[test]
fn what_is_no_page_or_too_large_is_refused_with_a_reason() {
    assert_eq!(pdf(&Paper::default(), MADE), Err(NotMade::Wrong));
    let uneven = paper(vec![part("Said", 2, &[&["one"]])]);
    assert_eq!(pdf(&uneven, MADE), Err(NotMade::Wrong));
    let none = paper(vec![PaperPart { rows: vec![Vec::new()], ..PaperPart::default() }]);
    assert_eq!(pdf(&none, MADE), Err(NotMade::Wrong));
    let row: &[&str] = &["x"];
    let rows = vec![row; bounds::MOST_ROWS];
    let most = paper(vec![part("Rows", 1, &rows)]);
    assert_eq!(bounds::check(&most), Ok(()));
    let more = paper(vec![part("Rows", 1, &rows), part("One", 1, &[row])]);
    assert_eq!(pdf(&more, MADE), Err(NotMade::TooLarge));
    let many = paper(vec![part("Part", 1, &[]); bounds::MOST_PARTS + 1]);
    assert_eq!(pdf(&many, MADE), Err(NotMade::TooLarge));
    let long = saying(&"x ".repeat(bounds::MOST_CHARACTERS / 2));
    assert_eq!(pdf(&long, MADE), Err(NotMade::TooLarge));
    let foot = Paper { owner: "x".repeat(301), ..medicines() };
    assert_eq!(pdf(&foot, MADE), Err(NotMade::TooLarge));
}

#[test]
fn the_longest_foot_leaves_room_for_the_page() {
    let long = "Rosa ".repeat(60);
    let page = Paper { large: true, owner: long.clone(), correct: long, ..medicines() };
    assert!(text(&page).contains("Metformin"));
    assert!(pdf(&page, MADE).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_typed_there_is_a_pdf(
        title in "\\PC{1,40}", texts in prop::collection::vec(any::<String>(), 1..12), large: bool,
    ) {
        prop_assume!(!title.trim().is_empty());
        let rows = texts.into_iter().map(|text| vec![text.clone(), text]).collect();
        let of = PaperPart { title: title.clone(), rows, ..part("", 2, &[]) };
        let page = Paper { title, large, ..paper(vec![of]) };
        prop_assert!(pdf(&page, MADE).is_ok());
    }
}
