//! The server's word for those who write: kept beside their cards, and shown to a
//! server that was restored from a backup of before they were enrolled.

use super::*;

fn server() -> Rc<RefCell<Small>> {
    Rc::new(RefCell::new(Small { vouches: true, ..Small::default() }))
}

/// Writers of whom a device has a card, and those for whom it has the word.
fn known(journey: &Journey) -> (Vec<Writer>, Vec<Writer>) {
    journey.holding(|holding| {
        for (writer, voucher) in &holding.vouchers {
            assert_eq!(*voucher, word(*writer));
        }
        let cards = holding.writers.iter().map(|card| card.writer).collect();
        (cards, holding.vouchers.iter().map(|(writer, _)| *writer).collect())
    })
}

const PHONE: Writer = Writer(2);
const LAPTOP: Writer = Writer(3);
const TABLET: Writer = Writer(4);

#[test]
fn what_a_device_of_after_the_backup_wrote_is_given_back_with_the_servers_word() {
    let server = server();
    let mut phone = signed_in(&server);
    write(&mut phone, "in the backup");
    let mut laptop = signed_in(&server);
    write(&mut laptop, "from the laptop");
    phone.later(2);
    assert_eq!(known(&phone), (vec![PHONE, LAPTOP], vec![PHONE, LAPTOP]));
    let before = server.borrow().head(Scope::Diary);
    {
        let mut server = server.borrow_mut();
        server.blocks.pop();
        server.writers = 1;
        server.restored = 1;
    }
    // What it shows is what it has kept.
    let mut phone = with(&server, phone.restarted());
    phone.later(10);
    assert_eq!(phone.page().sync.state, SyncState::Sent, "{}", phone.text());
    assert_eq!(server.borrow().head(Scope::Diary), before, "byte for byte");
    assert_eq!(notes(&phone), ["from the laptop", "in the backup"]);
    phone.holding(|holding| assert!(holding.parked.is_empty()));
}

#[test]
fn a_store_from_before_there_were_vouchers_opens_and_asks_for_them_once() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "kept by an older app");
    phone.disk.lock().unwrap().forget("vouchers/0");
    assert_eq!(known(&phone), (vec![PHONE], Vec::new()));
    // From a server that gives none either: asked once each time the app starts.
    let asked = |server: &Rc<RefCell<Small>>, journey: &mut Journey| {
        server.borrow_mut().knew.clear();
        journey.later(2);
        journey.later(2);
        server.borrow().knew.clone()
    };
    let mut phone = with(&server, phone.restarted());
    assert_eq!(notes(&phone), ["kept by an older app"]);
    assert_eq!(asked(&server, &mut phone), [0, 1]);
    assert_eq!(known(&phone), (vec![PHONE], Vec::new()));
    server.borrow_mut().vouches = true;
    let mut phone = with(&server, phone.restarted());
    assert_eq!(asked(&server, &mut phone), [0, 1]);
    assert_eq!(known(&phone), (vec![PHONE], vec![PHONE]));
    let mut phone = with(&server, phone.restarted());
    assert_eq!(asked(&server, &mut phone), [1, 1]);
    assert_eq!(known(&phone), (vec![PHONE], vec![PHONE]));
}

#[test]
fn an_older_server_does_not_take_back_what_a_newer_one_said() {
    let server = server();
    let phone = signed_in(&server);
    assert_eq!(known(&phone), (vec![PHONE], vec![PHONE]));
    server.borrow_mut().vouches = false;
    signed_in(&server);
    let mut phone = with(&server, phone.restarted());
    phone.later(2);
    assert_eq!(known(&phone), (vec![PHONE, LAPTOP], vec![PHONE]));
    let mut phone = with(&server, phone.restarted());
    phone.later(2);
    assert_eq!(known(&phone), (vec![PHONE, LAPTOP], vec![PHONE]), "of the same card");
}

#[test]
fn a_writer_who_comes_back_with_a_number_below_others_is_asked_for() {
    let server = server();
    let mut phone = signed_in(&server);
    let mut laptop = signed_in(&server);
    signed_in(&server);
    // As after a restore, before anybody has given back what the laptop wrote.
    server.borrow_mut().untold = Some(LAPTOP);
    phone.later(2);
    assert_eq!(known(&phone).0, [PHONE, TABLET]);
    server.borrow_mut().untold = None;
    write(&mut laptop, "from the laptop");
    server.borrow_mut().knew.clear();
    phone.later(2);
    assert_eq!(server.borrow().knew, [2, 0]);
    assert_eq!(notes(&phone), ["from the laptop"]);
    assert_eq!(known(&phone).0, [PHONE, LAPTOP, TABLET]);
    phone.later(2);
    assert_eq!(server.borrow().knew, [2, 0, 3]);
}

#[test]
fn a_writer_of_whom_nobody_tells_is_asked_for_once() {
    let server = server();
    let mut phone = signed_in(&server);
    let mut laptop = signed_in(&server);
    server.borrow_mut().untold = Some(LAPTOP);
    write(&mut laptop, "from the laptop");
    server.borrow_mut().knew.clear();
    phone.later(2);
    phone.later(2);
    assert_eq!(server.borrow().knew, [1, 0, 1]);
    assert_eq!(notes(&phone), ["from the laptop"]);
    // Once more when the app starts again; by then it may be told.
    server.borrow_mut().untold = None;
    let mut phone = with(&server, phone.restarted());
    phone.later(2);
    assert_eq!(server.borrow().knew, [1, 0, 1, 0]);
    assert_eq!(known(&phone).0, [PHONE, LAPTOP]);
}
