//! The life of a session, over HTTP.

use record::api::{Me, NewPassword, ProblemCode, Refresh, Secret, Session, SignIn, paths};
use reqwest::{Method, StatusCode};
use server::clock::Clock;
use server::sessions;

use crate::support::{House, PASSWORD, code};

fn refresh(session: &Session) -> Refresh {
    Refresh { refresh: session.refresh.clone(), device_key: None }
}

#[tokio::test]
async fn an_access_token_ends_and_a_refresh_gives_another() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    assert_eq!(sam.session.access_seconds, 15 * 60);
    house.clock.advance_seconds(15 * 60);
    assert_eq!(code(house.get::<Me>(paths::ME, sam.token()).await), ProblemCode::SignedOut);
    let next: Session = house.post(paths::REFRESH, None, &refresh(&sam.session)).await.unwrap();
    assert_eq!(next.records, sam.session.records);
    house.get::<Me>(paths::ME, &next.access).await.unwrap();
}

#[tokio::test]
async fn a_lost_answer_is_given_again_and_a_stolen_token_ends_the_family() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let once: Session = house.post(paths::REFRESH, None, &refresh(&sam.session)).await.unwrap();
    let again: Session = house.post(paths::REFRESH, None, &refresh(&sam.session)).await.unwrap();
    assert_eq!((&once.access, &once.refresh), (&again.access, &again.refresh));
    house.get::<Me>(paths::ME, &again.access).await.unwrap();

    let third: Session = house.post(paths::REFRESH, None, &refresh(&once)).await.unwrap();
    let stolen = house.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await;
    assert_eq!(code(stolen), ProblemCode::SessionEnded);
    assert_eq!(code(house.get::<Me>(paths::ME, &third.access).await), ProblemCode::SignedOut);
    let dead = house.post::<Session>(paths::REFRESH, None, &refresh(&third)).await;
    assert_eq!(code(dead), ProblemCode::SessionEnded);
}

#[tokio::test]
async fn the_grace_is_three_minutes() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    house.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await.unwrap();
    house.clock.advance_seconds(181);
    let late = house.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await;
    assert_eq!(code(late), ProblemCode::SessionEnded);
}

#[tokio::test]
async fn signing_out_ends_this_session_alone() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let pat = house.sign_up("pat", None).await;
    let out =
        house.request(Method::DELETE, paths::SESSIONS, Some(sam.token())).send().await.unwrap();
    assert_eq!(out.status(), StatusCode::NO_CONTENT);
    assert_eq!(code(house.get::<Me>(paths::ME, sam.token()).await), ProblemCode::SignedOut);
    let dead = house.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await;
    assert_eq!(code(dead), ProblemCode::SessionEnded);
    house.get::<Me>(paths::ME, pat.token()).await.unwrap();
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_not_this_one() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let sign_in = |password: &str| SignIn {
        username: "sam".into(),
        password: Secret::new(password),
        device_key: sam.device.key(),
    };
    let other: Session = house.post(paths::SESSIONS, None, &sign_in(PASSWORD)).await.unwrap();
    let change =
        |old: &str, new: &str| NewPassword { old: Secret::new(old), new: Secret::new(new) };
    let wrong = house
        .post::<()>(paths::PASSWORD, Some(sam.token()), &change("wrong one", "a shed in June"))
        .await;
    assert_eq!(code(wrong), ProblemCode::PasswordWrong);
    let weak = house
        .post::<()>(paths::PASSWORD, Some(sam.token()), &change(PASSWORD, "password123"))
        .await;
    assert_eq!(code(weak), ProblemCode::PasswordWeak);
    house.get::<Me>(paths::ME, &other.access).await.unwrap();

    house
        .post::<()>(paths::PASSWORD, Some(sam.token()), &change(PASSWORD, "a shed in June"))
        .await
        .unwrap();
    house.get::<Me>(paths::ME, sam.token()).await.unwrap();
    let next: Session = house.post(paths::REFRESH, None, &refresh(&sam.session)).await.unwrap();
    house.get::<Me>(paths::ME, &next.access).await.unwrap();
    assert_eq!(code(house.get::<Me>(paths::ME, &other.access).await), ProblemCode::SignedOut);
    let dead = house.post::<Session>(paths::REFRESH, None, &refresh(&other)).await;
    assert_eq!(code(dead), ProblemCode::SessionEnded);
    let old = house.post::<Session>(paths::SESSIONS, None, &sign_in(PASSWORD)).await;
    assert_eq!(code(old), ProblemCode::CredentialsWrong);
    house.post::<Session>(paths::SESSIONS, None, &sign_in("a shed in June")).await.unwrap();
}

#[tokio::test]
async fn sessions_that_are_over_are_forgotten_and_no_other() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    house.clock.advance_seconds(80 * 24 * 60 * 60);
    let pat = house.sign_up("pat", None).await;
    house.clock.advance_seconds(11 * 24 * 60 * 60);
    assert_eq!(sweep(&house).await, 1);
    assert_eq!(sweep(&house).await, 0);
    let dead = house.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await;
    assert_eq!(code(dead), ProblemCode::SessionEnded);
    house.post::<Session>(paths::REFRESH, None, &refresh(&pat.session)).await.unwrap();
}

/// What the server does every hour.
async fn sweep(house: &House) -> usize {
    let now = house.clock.now();
    let ended = house.books.read(move |page| sessions::ended(page, now)).await.unwrap();
    let count = ended.len();
    house.books.write(move |pen| sessions::sweep(pen, &ended, now)).await.unwrap();
    count
}
