//! The life of a session, over HTTP.

use record::api::{Me, ProblemCode, Refresh, Session, paths};
use reqwest::{Method, StatusCode};

use crate::support::{House, code};

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
