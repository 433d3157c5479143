//! Old blocks that rest together in segments: read by the program as they were, and
//! spoiled.

use std::sync::Arc;
use std::time::Duration;

use record::api::ProblemCode;
use server::chance::SystemChance;
use server::clock::{Clock as _, Moment, SystemClock};
use server::keys::Keys;
use server::store::books::Books;
use server::sync::gather::Rule;
use server::upkeep::{Gathered, Place, gather};

use crate::disk::flip;
use crate::people::{Door, Person};
use crate::program::House;

/// What a server does with what is a week old, by the code that it does it with.
async fn a_week_later(house: &House) -> Gathered {
    let chance = Arc::new(SystemChance::default());
    let keys = Keys::open(&house.data().join("server.key"), true, &*chance).unwrap();
    let place = Place::embedded(&house.data());
    let books = Books::new(place.open().unwrap(), Arc::new(keys), chance);
    let later = Moment(SystemClock.now().0 + 8 * 24 * 3_600_000);
    let gathered = gather(&books, later, Rule::default(), Duration::ZERO).await.unwrap();
    assert_eq!(gathered.damaged, 0);
    gathered
}

/// The entries that are segments, Sam's first: the longest ones.
fn segments(house: &House) -> Vec<i64> {
    let connection = rusqlite::Connection::open(house.database()).unwrap();
    let mut rows =
        connection.prepare("SELECT rowid FROM entries ORDER BY length(body) DESC LIMIT 2").unwrap();
    let rows = rows.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bit_flipped_in_a_segment_is_found_and_nothing_of_it_served() {
    let house = House::new();
    let program = house.start();
    let door = Door::to(&program.base);
    let mut sam = Person::join(&door, "sam").await;
    let mut pat = Person::join(&door, "pat").await;
    for _ in 0..40 {
        sam.push(&door).await.unwrap();
    }
    pat.push(&door).await.unwrap();
    let (sams, pats) = (sam.check(&door).await, pat.check(&door).await);
    drop(door);
    assert!(program.stop().success());

    let gathered = a_week_later(&house).await;
    assert_eq!((gathered.segments, gathered.blocks), (2, 40));
    let whole = house.copy();
    let program = whole.start();
    let door = Door::to(&program.base);
    assert_eq!(sam.check(&door).await, sams, "all of it is served as it was");
    let mut on = sam.clone();
    on.push(&door).await.unwrap();
    on.check(&door).await;
    drop(door);
    program.stop();

    for segment in segments(&house) {
        // The nonce, the middle and the tag of what is sealed, and the hash before it.
        for (at, from_end) in [(16, false), (200, false), (0, true), (0, false), (15, false)] {
            let house = house.copy();
            flip(&house, segment, at, from_end);
            let program = house.start();
            let door = Door::to(&program.base);
            let problem = sam.try_check(&door).await.unwrap_err().said();
            assert_eq!(problem.code, ProblemCode::Fault, "byte {at}");
            assert!(house.log().contains("damaged"), "the operator is told: {}", house.log());
            assert_eq!(pat.check(&door).await, pats, "another person's streams changed");
            let mut pat = pat.clone();
            pat.push(&door).await.unwrap();
            pat.check(&door).await;
            drop(door);
            program.stop();
            let verified = house.verify();
            assert!(verified.contains("does not open") || verified.contains("hash"), "{verified}");
        }
    }
}
