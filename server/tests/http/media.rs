//! Pictures, sound and film: who may send, see and have them forgotten, and what is
//! taken.

use record::api::{
    BINARY, Me, MediaAsked, MediaPart, MediaTaken, Problem, ProblemCode, Secret, paths,
};
use record::media::{MOST, MOST_PICTURE, MediaHash, PART, parts};
use record::{RecordId, Scope};
use reqwest::Method;

use crate::support::{House, Person, code};

fn sound(bytes: usize, salt: u32) -> Vec<u8> {
    let mut sound = b"OggS".to_vec();
    let numbers = (salt..).flat_map(|n: u32| n.wrapping_mul(2_654_435_761).to_le_bytes());
    sound.extend(numbers.take(bytes - 4));
    sound
}

fn part(record: RecordId, content: &[u8], part: u32) -> MediaPart {
    let bytes = content.chunks(PART).nth(part as usize).unwrap().to_vec();
    MediaPart {
        record,
        scope: Scope::About,
        hash: MediaHash::of(content),
        bytes: content.len() as u64,
        part,
        content: bytes,
    }
}

async fn send(house: &House, token: &Secret, part: &MediaPart) -> Result<MediaTaken, Problem> {
    let request = house.request(Method::POST, paths::MEDIA, Some(token));
    let request = request.header("content-type", BINARY).body(part.encode());
    let answer = request.send().await.unwrap();
    if answer.status().is_success() {
        return Ok(answer.json().await.unwrap());
    }
    Err(answer.json().await.unwrap())
}

async fn send_all(house: &House, by: &Person, record: RecordId, content: &[u8]) -> MediaTaken {
    let mut taken = MediaTaken { next: 0, whole: false };
    for at in 0..parts(content.len() as u64) {
        taken = send(house, by.token(), &part(record, content, at)).await.unwrap();
    }
    taken
}

fn asked(record: RecordId, content: &[u8], part: u32) -> MediaAsked {
    MediaAsked { record, scope: Scope::About, hash: MediaHash::of(content), part }
}

async fn fetch(house: &House, token: &Secret, asked: &MediaAsked) -> Result<Vec<u8>, ProblemCode> {
    let request = house.request(Method::POST, paths::MEDIA_PART, Some(token)).json(asked);
    let answer = request.send().await.unwrap();
    if answer.status().is_success() {
        return Ok(answer.bytes().await.unwrap().to_vec());
    }
    Err(answer.json::<Problem>().await.unwrap().code)
}

#[tokio::test]
async fn it_comes_in_parts_goes_on_where_it_stopped_and_is_there_after_a_restart() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    let (record, content) = (rosa.record(), sound(2 * PART + 7, 1));
    let taken = send(&house, rosa.token(), &part(record, &content, 0)).await.unwrap();
    assert_eq!(taken, MediaTaken { next: 1, whole: false });
    // Not whole, it is not given.
    let unknown = fetch(&house, rosa.token(), &asked(record, &content, 0)).await;
    assert_eq!(unknown, Err(ProblemCode::MediaUnknown));
    // Again, and out of turn: told which is wanted.
    for again in [0, 2] {
        let taken = send(&house, rosa.token(), &part(record, &content, again)).await.unwrap();
        assert_eq!(taken, MediaTaken { next: 1, whole: false });
    }
    send(&house, rosa.token(), &part(record, &content, 1)).await.unwrap();
    let taken = send(&house, rosa.token(), &part(record, &content, 2)).await.unwrap();
    assert_eq!(taken, MediaTaken { next: 3, whole: true });
    let hers = rosa.token().clone();
    let house = House::open_at(house.close().await).await;
    let mut back = Vec::new();
    for at in 0..3 {
        back.extend(fetch(&house, &hers, &asked(record, &content, at)).await.unwrap());
    }
    assert!(back == content);
    let beyond = fetch(&house, &hers, &asked(record, &content, 3)).await;
    assert_eq!(beyond, Err(ProblemCode::MediaUnknown));
    // Once more costs one part.
    let taken = send(&house, &hers, &part(record, &content, 0)).await.unwrap();
    assert!(taken.whole);
}

#[tokio::test]
async fn what_is_not_what_its_hash_says_is_refused_and_nothing_of_it_stays() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    let (record, content) = (rosa.record(), sound(PART + 7, 1));
    send(&house, rosa.token(), &part(record, &content, 0)).await.unwrap();
    let mut wrong = part(record, &content, 1);
    wrong.content[0] ^= 1;
    assert_eq!(code(send(&house, rosa.token(), &wrong).await), ProblemCode::MediaWrong);
    let taken = send(&house, rosa.token(), &part(record, &content, 0)).await.unwrap();
    assert_eq!(taken, MediaTaken { next: 1, whole: false });
    let taken = send(&house, rosa.token(), &part(record, &content, 1)).await.unwrap();
    assert!(taken.whole);
}

#[tokio::test]
async fn what_is_no_picture_sound_or_film_or_too_large_is_refused() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    let record = rosa.record();
    let page = b"<html><script>alert(1)</script>".as_slice();
    let refused = send(&house, rosa.token(), &part(record, page, 0)).await;
    assert_eq!(code(refused), ProblemCode::MediaWrong);
    let mut picture = b"\xff\xd8\xff".to_vec();
    picture.resize(PART, 0);
    let large = MediaPart { bytes: MOST_PICTURE + 1, ..part(record, &picture, 0) };
    assert_eq!(code(send(&house, rosa.token(), &large).await), ProblemCode::MediaTooLarge);
    let huge = MediaPart { bytes: MOST + 1, ..part(record, &picture, 0) };
    assert_eq!(code(send(&house, rosa.token(), &huge).await), ProblemCode::Malformed);
    let short = MediaPart { content: picture[1..].to_vec(), ..part(record, &picture, 0) };
    assert_eq!(code(send(&house, rosa.token(), &short).await), ProblemCode::Malformed);
}

#[tokio::test]
async fn a_record_has_an_end() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    // Begun counts as all of it: twelve of 25 MB are 300.
    for salt in 0..12 {
        let mut begun = part(rosa.record(), &sound(PART, salt), 0);
        begun.bytes = MOST;
        send(&house, rosa.token(), &begun).await.unwrap();
    }
    let more = send(&house, rosa.token(), &part(rosa.record(), &sound(9, 99), 0)).await;
    assert_eq!(code(more), ProblemCode::MediaTooLarge);
}

#[tokio::test]
async fn others_see_what_is_shared_with_them_and_colleagues_open_the_record_first() {
    let house = House::open().await;
    let amina = house.colleague("amina", "Riverside").await;
    let rosa = house.patient("rosa", &amina).await;
    let (record, content) = (rosa.record(), sound(100, 1));
    send_all(&house, &rosa, record, &content).await;
    let ask = asked(record, &content, 0);
    // Nobody else knows of the record at all.
    let sam = house.sign_up("sam", None).await;
    assert_eq!(fetch(&house, sam.token(), &ask).await, Err(ProblemCode::RecordUnknown));
    let me: Me = house.get(paths::ME, rosa.token()).await.unwrap();
    let team = me.records[0].teams[0].member;
    house.share(&rosa, team, &[Scope::Health]).await;
    assert_eq!(fetch(&house, amina.token(), &ask).await, Err(ProblemCode::RecordClosed));
    house.open_record(&amina, record).await.unwrap();
    assert_eq!(fetch(&house, amina.token(), &ask).await, Err(ProblemCode::NotAllowed));
    house.share(&rosa, team, &[Scope::Health, Scope::About]).await;
    assert_eq!(fetch(&house, amina.token(), &ask).await.unwrap(), content);
    // What the person sent she may not have forgotten.
    let forgotten: Result<(), Problem> =
        house.post(paths::MEDIA_FORGET, Some(amina.token()), &ask).await;
    assert_eq!(code(forgotten), ProblemCode::NotAllowed);
    // What she may add, she may take back; elsewhere she may add nothing.
    let own = sound(50, 2);
    assert!(send(&house, amina.token(), &part(record, &own, 0)).await.unwrap().whole);
    let take_back = asked(record, &own, 0);
    house.post::<()>(paths::MEDIA_FORGET, Some(amina.token()), &take_back).await.unwrap();
    let elsewhere = MediaPart { scope: Scope::Decisions, ..part(record, &own, 0) };
    let refused = send(&house, amina.token(), &elsewhere).await;
    assert_eq!(code(refused), ProblemCode::NotAllowed);
    // Crossed out by the person, nobody gets it any more.
    house.post::<()>(paths::MEDIA_FORGET, Some(rosa.token()), &ask).await.unwrap();
    for token in [amina.token(), rosa.token()] {
        assert_eq!(fetch(&house, token, &ask).await, Err(ProblemCode::MediaUnknown));
    }
}
