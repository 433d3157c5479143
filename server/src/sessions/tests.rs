//! The life of a token family, by the rules alone.

use super::rules::{
    ACCESS_SECONDS, GRACE_SECONDS, Pair, REFRESH_SECONDS, begin, next, serves, turn,
};
use super::*;

const NOW: Moment = Moment(1_800_000_000_000);

fn pair(seed: u8) -> Pair {
    Pair { access: [seed; 32], refresh: [seed + 100; 32] }
}

fn session() -> SessionRow {
    begin(AccountId([1; 16]), DeviceKey([2; 32]), &pair(1), NOW)
}

#[test]
fn an_access_token_serves_for_its_time_and_no_other_secret_does() {
    let row = session();
    assert!(serves(&row, &pair(1).access, NOW));
    assert!(!serves(&row, &pair(1).refresh, NOW));
    assert!(!serves(&row, &pair(2).access, NOW));
    let end = NOW.plus_seconds(ACCESS_SECONDS);
    assert!(serves(&row, &pair(1).access, Moment(end.0 - 1)));
    assert!(!serves(&row, &pair(1).access, end));
}

#[test]
fn a_refresh_token_serves_once_then_again_in_grace_then_kills() {
    let first = session();
    assert_eq!(turn(&first, &pair(1).refresh, NOW), Turn::Next);
    let second = next(first, &pair(2), NOW);
    assert_eq!(turn(&second, &pair(2).refresh, NOW), Turn::Next);
    assert_eq!(turn(&second, &pair(1).refresh, NOW), Turn::Again);
    let late = NOW.plus_seconds(GRACE_SECONDS);
    assert_eq!(turn(&second, &pair(1).refresh, late), Turn::Dead);
    let third = next(second, &pair(3), NOW);
    assert_eq!(turn(&third, &pair(1).refresh, NOW), Turn::Dead, "two before is stolen");
    assert_eq!(turn(&third, &pair(9).refresh, NOW), Turn::Dead, "never given out");
    assert!(!serves(&third, &pair(2).access, NOW), "only the newest access token serves");
}

#[test]
fn a_session_left_alone_ends() {
    let row = session();
    let late = NOW.plus_seconds(REFRESH_SECONDS);
    assert_eq!(turn(&row, &pair(1).refresh, late), Turn::Dead);
}

#[test]
fn what_was_opened_stays_open_over_a_refresh_until_its_time() {
    let mut row = session();
    row.opened =
        vec![(RecordId([1; 16]), NOW.plus_seconds(-1)), (RecordId([2; 16]), NOW.plus_seconds(60))];
    assert_eq!(next(row, &pair(2), NOW).opened, [(RecordId([2; 16]), NOW.plus_seconds(60))]);
}

#[test]
fn a_token_reads_back_and_nonsense_is_none() {
    let token = Token { session: SessionId([3; 16]), secret: [4; 32] };
    let text = token.write();
    let again = Token::read(text.reveal()).unwrap();
    assert_eq!((again.session, again.secret), (token.session, token.secret));
    assert!(!format!("{token:?}{text:?}").contains("0404"));
    for wrong in ["", "xyz", &"0".repeat(95), &"0".repeat(98), &"é".repeat(48)] {
        assert!(Token::read(wrong).is_none());
    }
}
