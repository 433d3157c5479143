use std::sync::{Arc, Mutex};

use record::Scope;
use record::api::{AccountRole, Me, Reading, paths};
use record::kinds::AboutMe;

use crate::effects::network::NetworkOutput;
use crate::holding::RecordSide;
use crate::items::tests::become_another;
use crate::messages::fixture::{account, answer, signed_in};
use crate::messages::served::{done, posted, served};
use crate::testing::Journey;

fn begun() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey
}

fn easy(journey: &Journey) -> bool {
    let page = journey.page();
    let by_tag = page.language == "en-GB-x-easyread";
    assert_eq!(page.look.easy_read, by_tag);
    let other = if by_tag { "Standard words" } else { "Easy Read" };
    assert_eq!(page.reading.unwrap().label, other);
    by_tag
}

fn about(journey: &Journey) -> AboutMe {
    journey.holding(|held| held.record.current::<AboutMe>().next().unwrap().value)
}

#[test]
fn about_me_is_read_with_a_picture_beside_each() {
    let mut journey = begun();
    journey.press("Easy Read").press("More");
    insta::assert_snapshot!("more", journey.pictured());
    journey.press("About me");
    insta::assert_snapshot!("about_me", journey.pictured());
    journey.press("Please do this").type_in("Please do this", "Ask me first").press("Save");
    journey.press("What I need");
    insta::assert_snapshot!("needs", journey.pictured());
    journey.choose("How to send me information", &["1", "2"]).press("Save");
    insta::assert_snapshot!("written", journey.pictured());
}

#[test]
fn one_press_keeps_the_page_and_what_was_typed_so_far() {
    let mut journey = begun();
    journey.press("More").press("About me").press("Please do");
    journey.type_in("Please do", "Ask me first");
    let place = journey.page().place;
    for (now, asked) in [(true, "Please do this"), (false, "Please do"), (true, "Please do this")] {
        journey.press(if now { "Easy Read" } else { "Standard words" });
        assert_eq!(easy(&journey), now);
        let page = journey.page();
        assert_eq!((page.name.as_str(), page.place.as_ref()), ("about_me.write", place.as_ref()));
        let line = format!("? {asked} = Ask me first\n");
        assert!(journey.text().contains(&line), "{}", journey.text());
        let said =
            if now { "You now read in Easy Read." } else { "You now read in standard words." };
        assert_eq!(page.announce.as_deref(), Some(said));
        assert_eq!(page.pictures.is_empty(), !now);
    }
    // What was just said has its picture too.
    let page = journey.page();
    assert!(page.pictures.iter().any(|one| one.words == page.notices[0].title));
    journey.press("Save");
    assert_eq!(about(&journey).please_do.as_deref(), Some("Ask me first"));
    assert!(easy(&journey.restarted()), "the device knows it the next time");
    assert!(journey.restarted().page().notices.is_empty(), "and says nothing of it");
}

#[test]
fn whatever_is_pressed_every_page_of_these_reads_in_both() {
    let mut journey = begun();
    for (tab, page) in [
        ("Today", "Plan"),
        ("More", "Choices to make"),
        ("More", "Your rights to choose"),
        ("More", "If something happens"),
    ] {
        journey.press("Easy Read").press(tab).press(page);
        let (name, text) = (journey.page().name, journey.text());
        journey.press("Standard words");
        assert_eq!(journey.page().name, name);
        assert_ne!(journey.text(), text);
    }
}

#[test]
fn the_account_knows_it_on_every_device() {
    let said = Arc::new(Mutex::new(None));
    let serves = said.clone();
    let (mut journey, asked) = served(signed_in(), move |operation| match &*operation.path {
        paths::ME => {
            let mut account = account(AccountRole::Person);
            account.easy_read = *serves.lock().unwrap();
            answer(200, &Me { account, records: Vec::new(), calendar: None })
        }
        _ => done(),
    });
    journey.press("Easy Read");
    assert_eq!(posted::<Reading>(&asked, paths::READING), [Reading { easy_read: true }]);
    // Another device said otherwise since.
    *said.lock().unwrap() = Some(false);
    journey.later(16);
    assert!(!easy(&journey));
    *said.lock().unwrap() = Some(true);
    journey.later(16);
    assert!(easy(&journey));
    assert_eq!(posted::<Reading>(&asked, paths::READING).len(), 1, "that was no news");
    // A server from before says nothing, and nothing changes.
    *said.lock().unwrap() = None;
    journey.later(16);
    assert!(easy(&journey));
}

#[test]
fn what_was_chosen_with_no_network_is_told_later_and_not_undone() {
    let online = Arc::new(Mutex::new(false));
    let is = online.clone();
    let (mut journey, asked) = served(signed_in(), move |operation| {
        if !*is.lock().unwrap() {
            return NetworkOutput::Unreachable;
        }
        match &*operation.path {
            paths::ME => {
                let mut account = account(AccountRole::Person);
                account.easy_read = Some(false);
                answer(200, &Me { account, records: Vec::new(), calendar: None })
            }
            _ => done(),
        }
    });
    journey.press("Easy Read");
    asked.lock().unwrap().clear();
    *online.lock().unwrap() = true;
    journey.later(16);
    assert!(easy(&journey), "what the server knew was older");
    assert_eq!(posted::<Reading>(&asked, paths::READING), [Reading { easy_read: true }]);
}

#[test]
fn who_helps_and_the_person_each_read_the_same_record_in_their_own_way() {
    let mut person = crate::items::tests::numbered();
    person.press("More").press("About me").press("Please do");
    person.type_in("Please do", "Ask me first").press("Save");
    let before = person.holding(|held| (held.outbox.len(), held.record.next_counter(Scope::About)));
    person.press("Easy Read");
    let after = person.holding(|held| (held.outbox.len(), held.record.next_counter(Scope::About)));
    assert_eq!(before, after, "nothing of it is in the record");
    assert!(person.text().contains("## Please do this"), "{}", person.text());
    // The same record on the device of somebody who helps.
    let mut helper = crate::items::tests::numbered();
    let about = about(&person);
    helper.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = crate::saving::Act::new(holding, cx.now);
        act.set(None, &about);
        act.save(cx, crate::saving::Go::Stay, None)
    });
    become_another(&mut helper, RecordSide::Carer, &[Scope::About], &[Scope::About]);
    helper.press("More").press("About me");
    assert!(!easy(&helper));
    assert!(helper.text().contains("## Please do\n"), "{}", helper.text());
    assert!(easy(&person));
}

#[test]
fn what_is_printed_is_printed_in_easy_read() {
    let mut journey = begun();
    journey.press("More").press("About me").press("Please do");
    journey.type_in("Please do", "Ask me first").press("Save").press("Easy Read");
    journey.press("A page to show or print");
    let page = journey.page();
    assert!(page.pictures.iter().any(|one| one.words == "Please do this"));
    journey.press("Save this page as a file");
    let file = String::from_utf8(journey.files.last().unwrap().content.clone()).unwrap();
    assert!(file.contains("lang=\"en-GB-x-easyread\"") && file.contains("font-size:16pt"));
    assert!(file.contains("Please do this") && file.contains("Ask me first"), "{file}");
}
