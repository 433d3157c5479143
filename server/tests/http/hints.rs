//! Hints: that something is new, and nothing else.

use std::time::Duration;

use record::api::{Session, SignIn, paths};
use reqwest::Method;

use crate::support::{Device, House, PASSWORD, note};

async fn line(house: &House, session: &Session) -> reqwest::Response {
    let response =
        house.request(Method::GET, paths::HINTS, Some(&session.access)).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    response
}

async fn next(line: &mut reqwest::Response) -> Option<String> {
    let chunk = tokio::time::timeout(Duration::from_secs(10), line.chunk()).await.unwrap();
    chunk.unwrap().map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn the_other_device_is_told_that_something_is_new_and_a_stranger_is_not() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let eve = house.sign_up("eve", None).await;
    let asked = SignIn {
        username: "sam".into(),
        password: record::api::Secret::new(PASSWORD),
        device_key: Device::new().key(),
    };
    let other: Session = house.post(paths::SESSIONS, None, &asked).await.unwrap();
    let mut mine = line(&house, &other).await;
    let mut hers = line(&house, &eve.session).await;
    assert!(next(&mut mine).await.unwrap().contains(": open"));
    assert!(next(&mut hers).await.unwrap().contains(": open"));
    house.write(&sam, sam.record(), &note("Secret words")).await;
    assert_eq!(next(&mut mine).await.unwrap(), "event: new\ndata:\n\n");
    // The server stops: every line ends, and nothing was said to her.
    house.close().await;
    assert_eq!(next(&mut hers).await, None);
}
