//! How much paper About me comes to, as the app hands it over: in standard print, in Easy
//! Read and in large print.

use record::api::Paper;
use shared::pilot;
use shared::testing::Journey;

use crate::set;

/// Some 120 letters: a sentence or two.
const ANSWER: &str = "My garden, my sister Ada, and quiet mornings with the radio on. Ask me first, \
                      speak slowly, and let me sit by the window.";

/// The questions by the start of what each is called on its button.
const STANDARD: [&str; 8] = [
    "What is most important to me",
    "People who are important to me",
    "How I communicate, and how to communicate with me",
    "My wellness, from a good day to a bad day",
    "Please do",
    "Please do not",
    "How and when to support me",
    "Also worth knowing about me",
];

/// Somebody who has said what they need, and answered every question so.
fn about(answer: &str) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("About me").press("What I need");
    let label = "Send me information";
    let chosen = pilot::choices(&journey.page(), label, &["in large print"]);
    journey.choose(label, &chosen.iter().map(String::as_str).collect::<Vec<_>>());
    journey.type_in("Anything else I need", "I hear better on my left").press("Save");
    for question in STANDARD {
        journey.press(question).type_in(question, answer).press("Save");
    }
    journey
}

fn pages(paper: &Paper) -> usize {
    set(paper).unwrap().pages().len()
}

/// In standard print, in Easy Read, in large print, and in both.
fn all(answer: &str) -> [usize; 4] {
    let mut journey = about(answer);
    let standard = journey.about_me().unwrap();
    journey.press("Easy Read");
    let easy = journey.about_me().unwrap();
    assert!(easy.easy && easy.pictures.len() > 8, "{:?}", easy.pictures);
    [
        pages(&standard),
        pages(&easy),
        pages(&Paper { large: true, ..standard.clone() }),
        pages(&Paper { large: true, ..easy.clone() }),
    ]
}

#[test]
fn about_me_is_one_sheet_of_a4() {
    // One side in standard print; in Easy Read, and in large print, both sides of the sheet.
    // Only large print of Easy Read needs a second one.
    assert_eq!(all(ANSWER), [1, 2, 2, 3]);
    // Shorter answers are one sheet in any print.
    assert_eq!(all(&ANSWER[..92]), [1, 2, 2, 2]);
}

#[test]
fn as_much_as_can_be_written_is_one_sheet_all_the_same() {
    let long = ANSWER.repeat(7);
    let standard = about(&long[..800]).about_me().unwrap();
    assert!(standard.one_sheet && pages(&standard) == 2, "{}", pages(&standard));
    // It would be more at the usual size, which a page keeps that does not fit anyway.
    let usual = pages(&Paper { one_sheet: false, ..standard.clone() });
    assert!(usual > 2, "{usual}");
    let mut twice = standard.clone();
    twice.parts.extend(standard.parts.clone());
    let twice_usual = pages(&Paper { one_sheet: false, ..twice.clone() });
    assert_eq!(pages(&twice), twice_usual);
    // Larger words are never made smaller.
    let large = Paper { large: true, ..standard };
    assert_eq!(pages(&large), pages(&Paper { one_sheet: false, ..large.clone() }));
}
