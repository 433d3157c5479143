mod bad_input;
mod letters;

use record::kinds::{Referral, ReferralPart};
use record::{Scope, Scopes};

use crate::holding::RecordSide;
use crate::screen::{Block, Target};
use crate::testing::Journey;

pub(super) fn choice(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Choice and rights")
}

/// A referral of this kind and day, whose clock began on the same day.
pub(super) fn referred(kind: &str, day: (&str, &str, &str)) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    refer(&mut journey, kind, day);
    journey
}

fn refer(journey: &mut Journey, kind: &str, day: (&str, &str, &str)) {
    choice(journey).press("Write down a referral");
    let question = "What is the referral for?";
    let of = crate::pilot::choices(&journey.page(), question, &[kind]);
    journey.choose(question, &[&of[0]]).type_in("Service", "Lung clinic");
    journey.type_in("Who referred you?", "Dr Reid");
    journey.date("Day of the referral", day.0, day.1, day.2);
    journey.date("Day on which the clock began", day.0, day.1, day.2).press("Save");
    assert_eq!(journey.page().name, "choice.one", "{}", journey.text());
}

const OUTPATIENT: &str = "A first appointment with a consultant or their team";
const CANCER: &str = "A suspected cancer";

pub(super) fn provider(journey: &mut Journey, name: &str, wait: &str) {
    journey.press("Add a provider").type_in("What is it called?", name);
    journey.type_in("How far", "4 miles").type_in("How long one waits", wait);
    journey.type_in("What others say", "Kind, hard to park").press("Save");
}

/// Everything that is said of choice anywhere is a day or a right.
fn nobody_is_accused(text: &str) {
    let small = text.to_lowercase();
    for word in ["breach", "broke", "overdue", "too long", "failed", "late"] {
        let found = small.split(|c: char| !c.is_alphabetic()).any(|other| other == word);
        assert!(!found, "{word}: {text}");
    }
}

#[test]
fn a_referral_shows_its_days_its_rights_and_what_to_say() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    let text = journey.text();
    assert!(text.contains("counted from 1 June 2026: 5 October 2026."), "{text}");
    assert!(text.contains("That was 48 days ago."), "{text}");
    nobody_is_accused(&text);
    insta::assert_snapshot!("referral", text);
    journey.press("Where you go for your first appointment");
    insta::assert_snapshot!("right", journey.text());
    journey.press("Back").press("Other choices, such as where a test is done or who you see again");
    assert!(journey.text().contains("[Not a legal right]"), "{}", journey.text());
    let page = journey.page();
    let opens = page.blocks.iter().any(|block| match block {
        Block::Buttons(row) => row.buttons.iter().any(|button| match &button.target {
            Target::Open(address) => address.starts_with("https://www.gov.uk/"),
            _ => false,
        }),
        _ => false,
    });
    assert!(opens, "the source can be read");
}

#[test]
fn the_two_week_rule_is_shown_for_a_referral_of_its_time_and_not_after() {
    let old = referred(CANCER, ("15", "3", "2024"));
    let text = old.text();
    assert!(text.contains("within 2 weeks") && text.contains("29 March 2024"), "{text}");
    assert!(!text.contains("within 28 days"), "{text}");
    let mut old = old;
    old.press("With a suspected cancer, you see a specialist within 2 weeks");
    let text = old.text();
    assert!(text.contains("From 1 April 2013 to 31 March 2024. It was removed"), "{text}");
    let new = referred(CANCER, ("1", "11", "2026"));
    let text = new.text();
    assert!(text.contains("within 28 days") && text.contains("29 November 2026"), "{text}");
    assert!(text.contains("That is in 7 days."), "{text}");
    assert!(!text.contains("within 2 weeks"), "{text}");
    // Nor is it among the choices of today.
    let mut new = new;
    choice(&mut new);
    assert!(!new.text().contains("within 2 weeks") && new.text().contains("within 28 days"));
}

#[test]
fn each_of_the_five_exceptions_is_written_down_and_its_days_are_counted_apart() {
    for reason in [
        "I chose to wait",
        "Waiting is better for my health",
        "My health is watched before treatment",
        "I missed an appointment that I had chosen",
        "Treatment is no longer needed",
    ] {
        let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
        journey.press(reason).date("From which day?", "1", "7", "2026");
        journey.date("Until which day?", "14", "7", "2026").press("Save");
        let text = journey.text();
        assert!(text.contains("1 July 2026 to 14 July 2026"), "{reason}: {text}");
        assert!(text.contains("14 days are written down that may not count."), "{text}");
        assert!(
            text.contains("5 October 2026.") && text.contains("it is 19 October 2026"),
            "{text}"
        );
        nobody_is_accused(&text);
    }
    // Of a suspected cancer no day is left out: the exceptions are those of 18 weeks.
    let mut journey = referred(CANCER, ("1", "11", "2026"));
    journey.press("I chose to wait").date("From which day?", "5", "11", "2026").press("Save");
    assert!(!journey.text().contains("may not count. Without"), "{}", journey.text());
}

#[test]
fn providers_are_offered_compared_and_one_is_chosen_with_its_reason() {
    let mut journey = referred(OUTPATIENT, ("1", "11", "2026"));
    provider(&mut journey, "St Ann’s", "6 weeks");
    provider(&mut journey, "Riverside", "11 weeks");
    journey.press("Choose a provider");
    let which = crate::pilot::choices(&journey.page(), "Which one?", &["Riverside"]);
    journey.choose("Which one?", &[&which[0]]).type_in("Why this one?", "My bus goes there");
    journey.press("Save");
    insta::assert_snapshot!("chosen", journey.text());
    let mut again = journey.restarted();
    choice(&mut again).press("Lung clinic").press("Choose a provider");
    again.type_in("Why this one?", "My sister lives there").press("Save");
    let text = again.text();
    assert!(text.contains("Riverside") && text.contains("My sister lives there"), "{text}");
}

#[test]
fn a_list_of_providers_is_brought_in_once() {
    let mut journey = referred(OUTPATIENT, ("1", "11", "2026"));
    let list = "Hospital name;Distance (miles);Waiting time;Patient rating\r\n\
                \"St Ann’s; North\";4.2;6 weeks;4 of 5\r\n\
                Riverside;11;11 weeks;\r\n;3;;\r\n";
    journey.press("Bring in a list of providers");
    journey.pick("Choose the file", "list.csv", list.as_bytes());
    journey.type_in("Where is the list from?", "Booking website, 1 November").press("Save");
    let text = journey.text();
    assert!(text.contains("2 providers added"), "{text}");
    for needed in ["St Ann’s; North", "How far: 4.2", "How long one waits: 11 weeks"] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    assert!(text.contains("What others say: 4 of 5"), "{text}");
    assert!(text.contains("Where that is from: Booking website, 1 November"), "{text}");
    journey.press("Bring in a list of providers");
    journey.pick("Choose the file", "list.csv", list.as_bytes());
    journey.type_in("Where is the list from?", "The same").press("Save");
    assert!(journey.text().contains("All of them were there already"), "{}", journey.text());
    journey.holding(|holding| assert_eq!(holding.record.current::<ReferralPart>().count(), 2));
}

#[test]
fn a_later_list_brings_what_is_known_up_to_date() {
    let mut journey = referred(OUTPATIENT, ("1", "11", "2026"));
    provider(&mut journey, "Riverside", "11 weeks");
    let bring = |journey: &mut Journey, list: &str| {
        journey.press("Bring in a list of providers");
        journey.pick("Choose the file", "list.csv", list.as_bytes());
        journey.type_in("Where is the list from?", "Booking website, 20 November").press("Save");
    };
    bring(&mut journey, "provider,wait\nRiverside,3 weeks\nSt Ann’s,6 weeks\n");
    let text = journey.text();
    assert!(text.contains("1 provider added, 1 brought up to date"), "{text}");
    assert!(text.contains("How long one waits: 3 weeks"), "{text}");
    assert!(!text.contains("11 weeks"), "{text}");
    assert!(text.contains("How far: 4 miles"), "what the list leaves out stays: {text}");
    assert_eq!(text.matches("from: Booking website, 20 November").count(), 2, "{text}");
    bring(&mut journey, "provider,wait,rating\nRiverside,2 weeks,4 of 5\nSt Ann’s,5 weeks,\n");
    let text = journey.text();
    assert!(text.contains("2 brought up to date") && !text.contains("added"), "{text}");
    assert!(text.contains("What others say: 4 of 5"), "{text}");
    // It is a version more, and not another provider.
    journey.holding(|holding| {
        let all: Vec<_> = holding.record.current::<ReferralPart>().collect();
        assert_eq!(all.iter().map(|entry| entry.versions).collect::<Vec<_>>(), [3, 2]);
    });
}

#[test]
fn a_letter_is_made_ready_and_is_not_kept_in_the_record() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    journey.press("Write a letter").type_in("To whom?", "Patient advice service");
    journey.type_in("Their address", "Riverside Hospital\n1 Quay Street");
    journey.type_in("Your name", "Rosa Lind").press("Make the letter");
    insta::assert_snapshot!("letter", journey.text());
    nobody_is_accused(&journey.text());
    let before = journey.holding(|holding| holding.record.count(Scope::Decisions));
    journey.press("Save the letter as a file");
    let file = journey.files.last().unwrap();
    assert_eq!(file.media_type, "text/plain");
    let letter = String::from_utf8(file.content.clone()).unwrap();
    assert!(letter.contains("22 November 2026"), "{letter}");
    assert!(letter.contains("Patient advice service\r\nRiverside Hospital\r\n1 Quay"), "{letter}");
    assert!(letter.ends_with("Yours sincerely,\r\nRosa Lind"), "{letter}");
    assert_eq!(journey.holding(|held| held.record.count(Scope::Decisions)), before);
}

#[test]
fn a_carer_chooses_for_them_and_one_who_reads_does_not() {
    let mut journey = referred(OUTPATIENT, ("1", "11", "2026"));
    provider(&mut journey, "St Ann’s", "6 weeks");
    let see = |journey: &mut Journey, adds| {
        journey.act(|cx| {
            let holding = cx.open.holding_mut().unwrap();
            holding.about.side = RecordSide::Carer;
            holding.about.scopes = Scopes::of(&[Scope::Decisions]);
            holding.about.adds = adds;
            crux_core::Command::done()
        });
    };
    let has = |journey: &Journey, label: &str| {
        crate::pilot::presses(&journey.page()).iter().any(|(words, _)| words == label)
    };
    see(&mut journey, Scopes::of(&[Scope::Decisions]));
    assert!(has(&journey, "Choose a provider"));
    see(&mut journey, Scopes::NONE);
    assert!(!has(&journey, "Choose a provider") && !has(&journey, "Add a provider"));
    assert!(!has(&journey, "Change this referral"));
}

#[test]
fn days_that_may_not_count_are_said_only_where_they_move_the_day() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    journey.press("I chose to wait").date("From which day?", "1", "11", "2026");
    journey.date("Until which day?", "14", "11", "2026").press("Save");
    let text = journey.text();
    assert!(text.contains("1 November 2026 to 14 November 2026"), "{text}");
    assert!(text.contains("5 October 2026.") && !text.contains("Without them"), "{text}");
}

#[test]
fn of_two_providers_with_one_name_the_one_that_was_chosen_is_said_to_be() {
    let mut journey = referred(OUTPATIENT, ("1", "11", "2026"));
    provider(&mut journey, "Riverside", "6 weeks");
    provider(&mut journey, "Riverside", "11 weeks");
    journey.press("Choose a provider");
    let which = crate::pilot::choices(&journey.page(), "Which one?", &["Riverside"]);
    journey.choose("Which one?", &[&which[0]]).press("Save");
    assert_eq!(journey.text().matches("[Chosen]").count(), 1, "{}", journey.text());
}

#[test]
fn a_rule_whose_beginning_is_not_known_says_on_which_day_it_was_known() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    choice(&mut journey).press("Which GP practice you are with");
    let text = journey.text();
    assert!(text.contains("As known on 23 October 2024. The source does not say"), "{text}");
    assert!(!text.contains("Since"), "{text}");
}

#[test]
fn two_days_at_once_are_both_counted_until_one_is_chosen() {
    use record::op::{Act, Operation, Touch};
    use record::time::{Happened, Hlc, Zone};
    use record::{Kind, OpId, Record, Writer, block};

    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(3);
        holding.record = Record::new(Writer(3));
        crux_core::Command::done()
    });
    refer(&mut journey, OUTPATIENT, ("1", "6", "2026"));
    let (id, seen, old) = journey.holding(|holding| {
        let entry = holding.record.current::<Referral>().next().unwrap();
        (entry.id, holding.record.touch(entry.id).seen, entry.value)
    });
    journey.press("Change this referral").date("Day on which the clock began", "3", "6", "2026");
    journey.press("Save");
    let writer = Writer(8);
    let clock = Some(jiff::civil::Date::constant(2026, 6, 8));
    let new = Referral { clock, ..old.clone() };
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act: Act::Change(Touch { entry: id.created_by(), seen }),
        happened: Happened { at: journey.ms / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(journey.ms + 60_000, 0),
        on_behalf: None,
        payload: new.payload_from(&old, writer),
    };
    let draft = block::encode(Scope::Decisions, writer, &[operation]).unwrap();
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.apply(&draft, None).unwrap();
        crux_core::Command::done()
    });
    let text = journey.text();
    assert!(text.contains("counted from 3 June 2026: 7 October 2026."), "{text}");
    assert!(text.contains("counted from 8 June 2026: 12 October 2026."), "{text}");
    assert!(text.contains("or, as somebody else wrote:"), "{text}");
    journey.press("History, or cross it out");
    let keep = crate::pilot::presses(&journey.page());
    let keep = keep.into_iter().find(|(label, _)| label.contains("8 June 2026")).unwrap().0;
    journey.press(&keep).press("Back");
    let text = journey.text();
    assert!(text.contains("12 October 2026") && !text.contains("7 October 2026"), "{text}");
}

#[test]
fn a_carer_adds_a_provider_as_themselves_or_in_the_persons_words() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.side = RecordSide::Carer;
        holding.about.scopes = Scopes::of(&[Scope::Decisions]);
        holding.about.adds = Scopes::of(&[Scope::Decisions]);
        crux_core::Command::done()
    });
    provider(&mut journey, "St Ann’s", "6 weeks");
    journey.press("Add a provider").type_in("What is it called?", "Riverside");
    journey.choose("Whose words are these?", &["person"]).press("Save");
    let said = journey.holding(|holding| {
        let parts = holding.record.current::<ReferralPart>();
        parts.map(|entry| entry.created.on_behalf).collect::<Vec<_>>()
    });
    assert_eq!(said, [None, Some(record::Member::PERSON)]);
}

#[test]
fn it_is_all_in_the_copy_that_the_person_keeps() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    provider(&mut journey, "St Ann’s", "6 weeks");
    let now = crate::effects::clock::Now {
        ms: journey.ms,
        zone: journey.zone.clone(),
        agreed: None,
        day_start: 0,
    };
    let words = crate::words::Words::default();
    let (archive, _) =
        journey.holding(|holding| crate::your_data::archive(holding, &words, &now).unwrap());
    let files = crate::your_data::tests::unpack(&archive);
    let text = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    assert!(
        text("referrals.csv").contains("Lung clinic")
            && text("referrals.csv").contains("2026-06-01")
    );
    let parts = text("referral-parts.csv");
    assert!(parts.contains("St Ann’s") && parts.contains("Kind, hard to park"), "{parts}");
    assert!(text("record.html").contains("Kind, hard to park"));
    journey.holding(|holding| assert_eq!(holding.record.current::<Referral>().count(), 1));
}
