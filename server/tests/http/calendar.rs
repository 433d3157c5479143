//! A calendar that follows a person's times: who reads it, what it says, how it ends.

use record::api::{
    CalendarMade, CalendarTimes, MAX_TIMES, Me, NewPassword, ProblemCode, Secret, Session, Sign,
    SignIn, SignName, paths,
};
use reqwest::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use reqwest::{Method, StatusCode};
use server::clock::Clock;
use server::refused::Refused;
use server::store::TableId;
use server::store::books::Read;
use server::store::tables::Calendars;

use crate::support::{Device, House, PASSWORD, Person, code};

async fn make(house: &House, person: &Person) -> String {
    let made: CalendarMade =
        house.ask(Method::POST, paths::CALENDAR, Some(person.token()), None::<&()>).await.unwrap();
    made.address.reveal().to_owned()
}

/// As a calendar asks: with the address and nothing else.
async fn fetch(address: &str, known: Option<&str>) -> reqwest::Response {
    let mut request = reqwest::Client::new().get(address);
    if let Some(known) = known {
        request = request.header(IF_NONE_MATCH, known);
    }
    request.send().await.unwrap()
}

fn times(floating: &[i64], moments: &[i64]) -> CalendarTimes {
    let sign = |at: &i64| Sign { at: *at, name: SignName([u8::try_from(at % 251).unwrap(); 8]) };
    let signs = |all: &[i64]| all.iter().map(sign).collect();
    CalendarTimes { floating: signs(floating), moments: signs(moments) }
}

async fn tell(house: &House, person: &Person, times: &CalendarTimes) {
    house.post::<()>(paths::CALENDAR_TIMES, Some(person.token()), times).await.unwrap();
}

/// 22 November 2026, 8:00.
const EIGHT: i64 = 1_795_334_400;

#[tokio::test]
async fn whoever_has_the_address_reads_when_and_never_what() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let address = make(&house, &sam).await;
    assert!(address.starts_with(&format!("{}/calendar/", house.base)), "{address}");
    assert!(
        address.strip_suffix(".ics").is_some() && address.len() > house.base.len() + 64,
        "{address}"
    );
    let me: Me = house.get(paths::ME, sam.token()).await.unwrap();
    assert_eq!(me.calendar, Some(house.clock.now().seconds()));
    tell(&house, &sam, &times(&[EIGHT], &[EIGHT + 3600])).await;
    let answer = fetch(&address, None).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let header = |name| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header(CONTENT_TYPE), "text/calendar; charset=utf-8");
    assert!(header(CACHE_CONTROL).starts_with("private"));
    let tag = header(ETAG);
    let text = answer.text().await.unwrap();
    for part in [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n",
        "X-PUBLISHED-TTL:PT1H\r\n",
        // By the clock wherever the calendar is, and at a moment.
        "DTSTART:20261122T080000\r\n",
        "DTSTART:20261122T090000Z\r\n",
        "END:VCALENDAR\r\n",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.to_lowercase().contains("sam"), "{text}");
    let titles: Vec<&str> = text.lines().filter(|line| line.starts_with("SUMMARY:")).collect();
    assert_eq!(titles, ["SUMMARY:It is time for something you wanted to do"; 2]);
    // Nothing new: not a byte of it again.
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
        let again = fetch(&address, Some(&known)).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{known}");
        assert_eq!(again.text().await.unwrap(), "");
    }
    // What was done is there no more.
    tell(&house, &sam, &times(&[], &[EIGHT + 3600])).await;
    let after = fetch(&address, Some(&tag)).await;
    assert_eq!(after.status(), StatusCode::OK);
    assert_ne!(after.headers()[ETAG], tag);
    assert!(!after.text().await.unwrap().contains("T080000"));
}

#[tokio::test]
async fn what_never_was_an_address_and_what_is_none_any_more_are_one_answer() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let first = make(&house, &sam).await;
    let second = make(&house, &sam).await;
    assert_ne!(first, second);
    assert_eq!(fetch(&second, None).await.status(), StatusCode::OK);
    house.ask::<()>(Method::DELETE, paths::CALENDAR, Some(sam.token()), None::<&()>).await.unwrap();
    let never = format!("{}/calendar/{}.ics", house.base, "0a".repeat(32));
    let nothing = fetch(&format!("{}/api/v1/nothing", house.base), None).await;
    let (status, said) = (nothing.status(), nothing.text().await.unwrap());
    assert_eq!(status, StatusCode::NOT_FOUND);
    let half = second.trim_end_matches(".ics");
    for address in [&first, &second, &never, half, &format!("{}/calendar/x", house.base)] {
        let answer = fetch(address, None).await;
        assert_eq!((answer.status(), answer.text().await.unwrap()), (status, said.clone()));
    }
    let me: Me = house.get(paths::ME, sam.token()).await.unwrap();
    assert_eq!(me.calendar, None);
    let told = house.post::<()>(paths::CALENDAR_TIMES, Some(sam.token()), &times(&[], &[])).await;
    assert_eq!(code(told), ProblemCode::CalendarUnknown);
}

#[tokio::test]
async fn the_secret_is_kept_as_a_hash_alone() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let address = make(&house, &sam).await;
    let secret = address.rsplit('/').next().unwrap().trim_end_matches(".ics").to_owned();
    let account = sam.session.account.id;
    let kept = house
        .books
        .read(move |page| {
            let mut kept = format!("{:?}", page.get(Calendars, &account)?);
            for (key, _) in page.reads().list(TableId::Follows, &[])? {
                kept.extend(key.iter().map(|byte| format!("{byte:02x}")));
            }
            Ok::<_, Refused>(kept)
        })
        .await
        .unwrap();
    assert!(kept.len() > 64, "{kept}");
    // As text, and as bytes in a list of figures.
    let bytes: Vec<u8> = (0..secret.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&secret[at..at + 2], 16).unwrap())
        .collect();
    let figures = format!("{bytes:?}");
    assert!(!kept.contains(&secret) && !kept.contains(figures.trim_matches(['[', ']'])), "{kept}");
}

#[tokio::test]
async fn it_is_the_accounts_own_and_a_new_password_ends_it() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let address = make(&house, &sam).await;
    house.ask::<()>(Method::DELETE, paths::SESSIONS, Some(sam.token()), None::<&()>).await.unwrap();
    assert_eq!(fetch(&address, None).await.status(), StatusCode::OK);
    let asked = SignIn {
        username: "sam".into(),
        password: Secret::new(PASSWORD),
        device_key: Device::new().key(),
    };
    let again: Session = house.post(paths::SESSIONS, None, &asked).await.unwrap();
    let password = NewPassword { old: Secret::new(PASSWORD), new: Secret::new("a shed in June") };
    house.post::<()>(paths::PASSWORD, Some(&again.access), &password).await.unwrap();
    assert_eq!(fetch(&address, None).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_holds_so_many_times_and_a_colleague_has_none() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    make(&house, &sam).await;
    let most = i64::try_from(MAX_TIMES).unwrap();
    let many: Vec<i64> = (0..=most).map(|day| EIGHT + day * 60).collect();
    let told = house.post::<()>(paths::CALENDAR_TIMES, Some(sam.token()), &times(&many, &[])).await;
    assert_eq!(code(told), ProblemCode::TooLarge);
    tell(&house, &sam, &times(&many[1..], &[])).await;
    let amina = house.colleague("amina", "Practice").await;
    let made = house
        .ask::<CalendarMade>(Method::POST, paths::CALENDAR, Some(amina.token()), None::<&()>)
        .await;
    assert_eq!(code(made), ProblemCode::NotAllowed);
}

#[tokio::test]
async fn addresses_are_not_tried_without_end() {
    let house = House::open().await;
    let wrong = format!("{}/calendar/{}.ics", house.base, "0a".repeat(32));
    let mut refused = None;
    for _ in 0..300 {
        let answer = fetch(&wrong, None).await;
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    assert!(refused.unwrap().headers().contains_key("retry-after"));
}
