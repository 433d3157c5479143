use record::kinds::{AboutMe, Kind};
use record::op::{Act, Operation};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, Scope, Writer, block};

use super::Item;
use crate::holding::RecordSide;
use crate::items::tests::become_another;
use crate::testing::{Journey, MORNING};

fn begun() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("About me");
    journey
}

#[test]
fn every_item_is_written_read_back_and_changed() {
    let mut journey = begun();
    insta::assert_snapshot!("empty", journey.text());
    let words = crate::words::Words::default();
    for (at, item) in Item::ALL.into_iter().enumerate() {
        let question = words.get(item.question());
        journey.press(&question).type_in(&question, &format!("Words {at}")).press("Save");
    }
    let mut journey = journey.restarted();
    journey.press("More").press("About me");
    insta::assert_snapshot!("whole", journey.text());
    // One entry holds all, each item in the field that the standard has for it.
    journey.holding(|held| {
        let mut all = held.record.current::<AboutMe>();
        let about = all.next().unwrap().value;
        assert!(all.next().is_none());
        for (at, item) in Item::ALL.into_iter().enumerate() {
            assert_eq!(item.of(&about).as_deref(), Some(format!("Words {at}").as_str()));
            let spec = AboutMe::SPEC.fields[at];
            assert_eq!(spec.number, item.number(), "{}", spec.name);
        }
    });
}

#[test]
fn an_item_can_be_emptied_but_for_what_matters_most() {
    let mut journey = begun();
    journey.press("Please do").press("Save");
    assert!(journey.text().contains("✗ Write what matters"), "{}", journey.text());
    journey.type_in("Please do", "Speak slowly").press("Save");
    assert!(journey.text().contains("Speak slowly"));
    journey.press("Change").type_in("Please do", " ").press("Save");
    assert!(!journey.text().contains("Speak slowly"), "{}", journey.text());
    journey.press("Please do").type_in("Please do", &"a".repeat(801)).press("Save");
    assert!(journey.text().contains("800"), "{}", journey.text());
}

#[test]
fn what_two_wrote_at_once_stands_side_by_side_until_it_is_put_into_one() {
    let mut journey = begun();
    journey.press("Please do not").type_in("Please do not", "Rush me").press("Save");
    let theirs = AboutMe { please_dont: Some("Move her chair".into()), ..AboutMe::default() };
    let writer = Writer(9);
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act: Act::Create(AboutMe::SPEC.id),
        happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING, 0),
        on_behalf: None,
        payload: theirs.payload(writer),
    };
    let draft = block::encode(Scope::About, writer, &[operation]).unwrap();
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.apply(&draft, Some(MORNING)).unwrap();
        crux_core::Command::done()
    });
    let text = journey.text();
    assert!(text.contains("Rush me") && text.contains("Move her chair"), "{text}");
    journey.press("Put it into one");
    journey.type_in("Please do not", "Rush me or move my chair").press("Save");
    let text = journey.text();
    assert!(text.contains("Rush me or move my chair") && !text.contains("two places"), "{text}");
}

/// Somebody who has written about themselves and what they need.
pub(crate) fn known() -> Journey {
    let mut journey = begun();
    journey.press("What I need");
    let wanted = |journey: &Journey, label: &str, words: &[&str]| {
        crate::pilot::choices(&journey.page(), label, words)
    };
    for (label, words) in [
        ("Send me information", ["in large print", "by text message or email, not by letter"]),
        ("When we talk", ["by text message, not by telephone", "with a hearing loop"]),
    ] {
        let values = wanted(&journey, label, &words);
        journey.choose(label, &values.iter().map(String::as_str).collect::<Vec<_>>());
    }
    journey.type_in("Anything else I need", "I hear better on my left").press("Save");
    assert_eq!(journey.page().name, "about_me", "{}", journey.text());
    journey.press("Please do").type_in("Please do", "Speak slowly").press("Save");
    journey
}

#[test]
fn what_i_need_is_ticked_stands_first_and_is_looked_at_again() {
    let mut journey = begun();
    journey.press("What I need");
    insta::assert_snapshot!("needs", journey.text());
    journey.press("Save");
    assert!(journey.text().contains("✗ Write at least one of these"), "{}", journey.text());
    journey.type_in("Which language, signs, size or format?", "Punjabi").press("Save");
    journey.press("Change").date("When do you want to look at this again?", "1", "12", "2026");
    journey.press("Save");
    assert!(!journey.text().contains("The day has come"), "{}", journey.text());
    let mut journey = journey.restarted();
    journey.later(9 * 24 * 60);
    journey.press("More").press("About me");
    let text = journey.text();
    assert!(text.contains("Punjabi") && text.contains("The day has come"), "{text}");
}

#[test]
fn whoever_opens_the_record_sees_what_the_person_needs_first() {
    let mut journey = known();
    journey.press("Today");
    assert!(!journey.text().contains("Rosa needs"), "it is one's own: {}", journey.text());
    become_another(&mut journey, RecordSide::Carer, &[Scope::About, Scope::Messages], &[]);
    for place in ["Today", "Messages"] {
        journey.press(place);
        let text = journey.text();
        assert!(
            text.contains("Rosa needs: in large print; by text message or email, not by letter; "),
            "{place}: {text}"
        );
        assert!(text.contains("I hear better on my left"), "{place}: {text}");
    }
    journey.press("Today");
    let page = journey.page();
    assert!(matches!(page.blocks[0], crate::screen::Block::Inset(_)), "{}", journey.text());
    // Who is not shown it is not told that there is nothing.
    become_another(&mut journey, RecordSide::Carer, &[Scope::Health], &[]);
    journey.press("More").press("About me");
    let text = journey.text();
    assert!(text.contains("does not mean that there is nothing"), "{text}");
    assert!(!text.contains("hearing loop"), "{text}");
}

#[test]
fn a_carer_with_the_right_writes_as_themselves_and_one_without_is_told() {
    let mut journey = known();
    become_another(&mut journey, RecordSide::Carer, &[Scope::About], &[]);
    journey.press("More").press("About me");
    let text = journey.text();
    assert!(text.contains("You can read this, and not change it. Rosa decides"), "{text}");
    assert!(!text.contains("<Change>"), "{text}");
    become_another(&mut journey, RecordSide::Carer, &[Scope::About], &[Scope::About]);
    journey.press("Change").type_in("Anything else I need", "Ring Ada first").press("Save");
    journey.holding(|held| {
        let needs = held.record.current::<record::kinds::AccessNeeds>().next().unwrap();
        assert_eq!(needs.last.on_behalf, Some(record::Member::PERSON));
        assert_eq!(needs.created.on_behalf, None);
    });
}

#[test]
fn who_wrote_an_item_is_who_wrote_that_item() {
    let mut journey = crate::items::tests::numbered();
    journey.press("More").press("About me");
    journey.press("Please do").type_in("Please do", "Speak slowly").press("Save");
    let (id, before) = journey.holding(|held| {
        let about = held.record.current::<AboutMe>().next().unwrap();
        (about.id, about.value)
    });
    let theirs = AboutMe { also: Some("She sings".into()), ..before.clone() };
    let touch = journey.holding(|held| held.record.touch(id));
    let fields = theirs.payload_from(&before, Writer(8));
    crate::items::tests::ada(&mut journey, Scope::About, (1, Act::Change(touch)), &fields);
    let text = journey.text();
    assert_eq!(text.matches("written by Ada, daughter").count(), 1, "{text}");
    assert!(text.contains("She sings\nwritten by Ada"), "{text}");
}

/// "Please do" is written, its form is open, and Ada has seen what was written.
fn form_open() -> (Journey, AboutMe, record::op::Touch) {
    let mut journey = crate::items::tests::numbered();
    journey.press("More").press("About me");
    journey.press("Please do").type_in("Please do", "Speak slowly").press("Save");
    let (id, before) = journey.holding(|held| {
        let about = held.record.current::<AboutMe>().next().unwrap();
        (about.id, about.value)
    });
    let touch = journey.holding(|held| held.record.touch(id));
    journey.press("Change");
    (journey, before, touch)
}

fn please_do(journey: &Journey) -> Vec<String> {
    let said = journey.holding(|held| super::said(&held.record, Item::Do));
    let mut texts: Vec<String> = said.into_iter().map(|said| said.text).collect();
    texts.sort();
    texts
}

#[test]
fn what_arrives_while_a_form_is_open_is_not_written_over() {
    let change = |journey: &mut Journey, before: &AboutMe, touch: record::op::Touch| {
        let theirs = AboutMe { please_do: Some("Write it down".into()), ..before.clone() };
        let fields = theirs.payload_from(before, Writer(8));
        crate::items::tests::ada(journey, Scope::About, (1, Act::Change(touch)), &fields);
    };
    // Nothing was typed: what stands is theirs.
    let (mut journey, before, touch) = form_open();
    change(&mut journey, &before, touch);
    journey.press("Save");
    assert_eq!(please_do(&journey), ["Write it down"]);
    // Something was: both stand.
    let (mut journey, before, touch) = form_open();
    change(&mut journey, &before, touch);
    journey.type_in("Please do", "Face me").press("Save");
    assert_eq!(please_do(&journey), ["Face me", "Write it down"]);
    // Opened again it has both, and what is saved then has seen both.
    journey.press("Put it into one").press("Save");
    assert_eq!(please_do(&journey), ["Face me\nWrite it down"]);
    // Only looked at, and opened again after theirs arrived.
    let (mut journey, before, touch) = form_open();
    journey.press("Back");
    change(&mut journey, &before, touch);
    journey.press("Change").type_in("Please do", "Write it down, and face me").press("Save");
    assert_eq!(please_do(&journey), ["Write it down, and face me"]);
}

#[test]
fn what_was_begun_elsewhere_while_a_form_is_open_stands_beside_it() {
    let (mut journey, _, _) = form_open();
    let theirs = AboutMe { please_do: Some("Sing".into()), ..AboutMe::default() };
    let begin = Act::Create(AboutMe::SPEC.id);
    let fields = theirs.payload(Writer(8));
    crate::items::tests::ada(&mut journey, Scope::About, (1, begin), &fields);
    journey.type_in("Please do", "Face me").press("Save");
    assert_eq!(please_do(&journey), ["Face me", "Sing"]);
}

#[test]
fn who_helped_and_when_is_kept() {
    let mut journey = begun();
    journey.press("Who helped me to write this").type_in("Who helped me to write this", "Ada");
    journey.date("When did they help?", "1", "1", "2027").press("Save");
    assert!(journey.text().contains("has not come yet"), "{}", journey.text());
    journey.date("When did they help?", "31", "2", "2026").press("Save");
    assert_eq!(journey.page().name, "about_me.write", "{}", journey.text());
    journey.date("When did they help?", "12", "11", "2026").press("Save");
    journey.holding(|held| {
        let about = held.record.current::<AboutMe>().next().unwrap().value;
        assert_eq!(about.helped_on, Some(jiff::civil::Date::constant(2026, 11, 12)));
    });
    journey.press("A page to show or print");
    assert!(journey.text().contains("Ada, 12 November 2026"), "{}", journey.text());
    // Taken away with who it was.
    journey.press("Back").press("Change").type_in("Who helped me to write this", "");
    journey.press("Save");
    journey.holding(|held| {
        let about = held.record.current::<AboutMe>().next().unwrap().value;
        assert_eq!((about.helped_by, about.helped_on), (None, None));
    });
}

#[test]
fn what_was_written_before_can_be_read() {
    let mut journey = begun();
    journey.press("Please do").type_in("Please do", "Speak slowly").press("Save");
    assert!(!journey.text().contains("What was written before"), "{}", journey.text());
    journey.press("Change").type_in("Please do", "Speak slowly, and face me").press("Save");
    journey.press("What was written before");
    let text = journey.text();
    assert!(text.contains("Written down: Please do: Speak slowly\n"), "{text}");
    assert!(text.contains("Corrected to: Please do: Speak slowly, and face me"), "{text}");
    assert!(!text.contains("Cross it out") && !text.contains("<Correct"), "{text}");
}

#[test]
fn one_press_shows_it_to_whoever_helps_and_it_says_when_it_was_correct() {
    let mut journey = begun();
    journey.press("Today");
    assert!(!journey.text().contains("Show “About me”"), "there is nothing yet");
    let mut journey = known();
    journey.press("Today").press("Show “About me” to whoever helps");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("More").press("Get help now").press("Show “About me” to whoever helps");
    assert_eq!(journey.page().name, "about_me.sheet");
    journey.press("Save this page as a file");
    let file = &journey.files[0];
    assert_eq!(file.name, "about-me-2026-11-22.html");
    let text = String::from_utf8_lossy(&file.content);
    assert!(text.contains("with a hearing loop") && text.contains("Speak slowly"), "{text}");
}

#[test]
fn flaredown_405_what_others_have_to_know_opens_while_every_server_is_down() {
    let mut again = known().restarted();
    again.press("Show “About me” to whoever helps");
    assert!(again.text().contains("with a hearing loop"), "{}", again.text());
    assert_eq!(again.requests, 0, "nothing is asked of anybody");
}

#[test]
fn all_of_it_is_in_the_copy_that_the_person_keeps() {
    let mut journey = known();
    journey.press("More").press("Your data on this device").press("Save a copy");
    let files = crate::your_data::tests::unpack(&journey.files[0].content);
    for (file, words) in [
        ("what-i-need.csv", "with a hearing loop"),
        ("what-i-need.csv", "I hear better on my left"),
        ("about-me.csv", "Speak slowly"),
        ("record.html", "in large print"),
        ("record.json", "access needs"),
    ] {
        let text = String::from_utf8_lossy(&files[file]);
        assert!(text.contains(words), "{file}: {words}");
    }
}
