//! What an account may reach follows what the server says, without signing in
//! again.

use std::sync::{Arc, Mutex};

use record::api::{AccountRole, Me, RecordCard, RecordRole, paths};
use record::{Member, Scope, Scopes, Writer};

use crate::effects::network::{Method, NetworkOutput};
use crate::holding::RecordSide;
use crate::messages::fixture::{RECORD, account, answer, become_rosa, with};
use crate::testing::Journey;

fn card(scopes: Scopes) -> RecordCard {
    RecordCard {
        record: RECORD,
        name: "Sam".into(),
        member: Member(2),
        role: RecordRole::Carer,
        scopes,
        adds: Scopes::NONE,
        writer: Some(Writer(4)),
        teams: Vec::new(),
        signs: Vec::new(),
    }
}

/// A carer's device, what the server says that it may reach, and how often it
/// was asked.
#[expect(clippy::type_complexity, reason = "three things of one test")]
fn carer() -> (Journey, Arc<Mutex<Vec<RecordCard>>>, Arc<Mutex<u32>>) {
    let cards = Arc::new(Mutex::new(vec![card(Scopes::of(&[Scope::Diary]))]));
    let asked = Arc::new(Mutex::new(0));
    let (says, count) = (cards.clone(), asked.clone());
    let mut journey = Journey::default().with_server(move |request| {
        if request.method != Method::Get || request.path != paths::ME {
            return NetworkOutput::Unreachable;
        }
        *count.lock().unwrap() += 1;
        let records = says.lock().unwrap().clone();
        let me = Me { account: account(AccountRole::Person), records, calendar: None };
        answer(200, &me)
    });
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    with(&mut journey, |holding| {
        holding.about.side = RecordSide::Carer;
        holding.about.scopes = Scopes::of(&[Scope::Diary]);
    });
    (journey, cards, asked)
}

fn sees(journey: &Journey) -> Scopes {
    journey.holding(|holding| holding.about.scopes)
}

#[test]
fn a_changed_consent_is_seen_when_the_app_comes_to_the_front_and_kept() {
    let (mut journey, cards, _) = carer();
    let more = Scopes::of(&[Scope::Diary, Scope::Health]);
    *cards.lock().unwrap() = vec![card(more)];
    journey.later(1);
    assert_eq!(sees(&journey), more);
    assert_eq!(journey.restarted().holding(|holding| holding.about.scopes), more);
    cards.lock().unwrap().clear();
    journey.later(1);
    assert_eq!(sees(&journey), Scopes::NONE, "a record that is no longer shared shows nothing");
}

#[test]
fn the_server_is_not_asked_at_every_turn() {
    let (mut journey, _, asked) = carer();
    journey.later(1);
    let before = *asked.lock().unwrap();
    for _ in 0..5 {
        journey.later(0);
    }
    assert_eq!(*asked.lock().unwrap(), before, "not again within ten seconds");
    journey.later(1);
    assert_eq!(*asked.lock().unwrap(), before + 1);
}

#[test]
fn who_is_not_signed_in_asks_nothing() {
    let mut journey = Journey::default().with_server(|request| {
        assert_ne!(request.path, paths::ME);
        NetworkOutput::Unreachable
    });
    journey.press("Use it on this device");
    journey.later(30);
}
