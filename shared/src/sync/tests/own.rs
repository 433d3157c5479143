//! What the person keeps to themselves, on its way.

use std::cell::RefCell;
use std::rc::Rc;

use record::Scope;
use record::kinds::{OwnNote, OwnPlace};
use record::sync::Capabilities;

use super::{Small, signed_in};
use crate::testing::Journey;

fn keep(journey: &mut Journey, text: &str) {
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = crate::saving::Act::new(holding, cx.now);
        let now = act.happened_now();
        let text = text.to_owned();
        act.create(&OwnNote { place: OwnPlace::Plan, of: None, sort: 3, text }, now);
        act.save(cx, crate::saving::Go::Stay, None)
    });
}

fn kept(journey: &Journey) -> Vec<String> {
    journey.holding(|holding| {
        holding.record.current::<OwnNote>().map(|entry| entry.value.text).collect()
    })
}

#[test]
fn it_reaches_the_persons_other_device() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    keep(&mut phone, "Not yet");
    phone.later(2);
    let laptop = signed_in(&server);
    assert_eq!(kept(&laptop), ["Not yet"]);
}

#[test]
fn a_server_that_has_no_place_for_it_never_hears_of_it_and_gets_the_rest() {
    let server = Rc::new(RefCell::new(Small::default()));
    server.borrow_mut().without = Capabilities::OWN;
    let mut phone = signed_in(&server);
    keep(&mut phone, "Not yet");
    super::write(&mut phone, "A walk");
    phone.later(2);
    assert!(!server.borrow().asked.contains(&Scope::Own));
    assert_eq!(server.borrow().head(Scope::Own).sequence, 0);
    assert_eq!(server.borrow().head(Scope::Diary).sequence, 1);
    assert_eq!(kept(&phone), ["Not yet"], "it stays on this device");
    // Once the server can, it goes.
    server.borrow_mut().without = Capabilities::NONE;
    super::write(&mut phone, "Another walk");
    phone.later(2);
    assert_eq!(server.borrow().head(Scope::Own).sequence, 1);
}

#[test]
fn what_is_somebody_elses_to_write_is_kept_apart_and_shown_with_what_to_do() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    server.borrow_mut().trouble = super::Trouble::Down;
    for what in ["good", "good too", "theirs"] {
        super::write(&mut phone, what);
    }
    server.borrow_mut().trouble = super::Trouble::NotTheirs;
    phone.later(30);
    assert_eq!(server.borrow().head(Scope::Diary).sequence, 3, "a void stands in its place");
    assert_eq!(super::notes(&phone), ["good", "good too"]);
    phone.holding(|holding| {
        let parked = &holding.parked[0];
        assert_eq!(parked.why, crate::holding::Why::NotTheirs);
        assert!(parked.piece.bytes.windows(6).any(|bytes| bytes == b"theirs"));
    });
    phone.press("More").press("Your data on this device");
    let text = phone.text();
    assert!(text.contains("You can propose it instead"), "{text}");
}
