//! Making accounts and signing in.

use record::Member;
use record::api::{
    AccountRole, Me, NewAccount, Problem, ProblemCode, Reading, RecordRole, Secret, Session,
    SignIn, paths,
};
use reqwest::{Method, StatusCode};

use crate::support::{Device, House, PASSWORD, code, note};

fn sign_in(username: &str, password: &str) -> SignIn {
    SignIn {
        username: username.into(),
        password: Secret::new(password),
        device_key: Device::new().key(),
    }
}

#[tokio::test]
async fn a_person_makes_an_account_and_signs_in_on_another_device() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    assert_eq!(sam.session.account.role, AccountRole::Person);
    let card = &sam.session.records[0];
    assert_eq!(
        (card.role, card.member, card.name.as_str()),
        (RecordRole::Person, Member::PERSON, "Sam")
    );

    let second: Session =
        house.post(paths::SESSIONS, None, &sign_in(" SAM ", PASSWORD)).await.unwrap();
    assert_eq!(second.account, sam.session.account);
    assert_eq!(second.records, sam.session.records);
    let me: Me = house.get(paths::ME, &second.access).await.unwrap();
    assert_eq!(me.account, sam.session.account);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_are_told_alike() {
    let house = House::open().await;
    house.sign_up("sam", None).await;
    let mut answers = Vec::new();
    for (username, password) in
        [("sam", "not the password"), ("nobody", PASSWORD), ("not a username", PASSWORD)]
    {
        let response = house
            .request(Method::POST, paths::SESSIONS, None)
            .json(&sign_in(username, password))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        let mut headers = response.headers().clone();
        headers.remove("date");
        answers.push((headers, response.text().await.unwrap()));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    let problem: Problem = serde_json::from_str(&answers[0].1).unwrap();
    assert_eq!(problem.code, ProblemCode::CredentialsWrong);
}

#[tokio::test]
async fn too_many_tries_are_turned_away_for_a_while() {
    let house = House::open().await;
    house.sign_up("sam", None).await;
    let mut last = None;
    for _ in 0..11 {
        last = Some(house.post::<Session>(paths::SESSIONS, None, &sign_in("sam", "wrong")).await);
    }
    let problem = last.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::TooManyTries);
    assert!((1..=60).contains(&problem.retry_after.unwrap()));
    let still = house.post::<Session>(paths::SESSIONS, None, &sign_in("sam", PASSWORD)).await;
    assert_eq!(code(still), ProblemCode::TooManyTries);
    house.clock.advance_seconds(60);
    house.post::<Session>(paths::SESSIONS, None, &sign_in("sam", PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_used_is_said() {
    let house = House::open().await;
    house.sign_up("sam", None).await;
    let good = NewAccount {
        username: "pat".into(),
        password: Secret::new(PASSWORD),
        name: "Pat".into(),
        device_key: Device::new().key(),
        invitation: None,
    };
    let cases = [
        (NewAccount { username: "Sam".into(), ..good.clone() }, ProblemCode::UsernameTaken),
        (NewAccount { username: "p".into(), ..good.clone() }, ProblemCode::UsernameInvalid),
        (NewAccount { password: Secret::new("short"), ..good.clone() }, ProblemCode::PasswordWeak),
        (NewAccount { name: "\n".into(), ..good.clone() }, ProblemCode::NameInvalid),
    ];
    for (asked, expected) in cases {
        assert_eq!(code(house.post::<Session>(paths::ACCOUNTS, None, &asked).await), expected);
    }
    house.post::<Session>(paths::ACCOUNTS, None, &good).await.unwrap();
}

#[tokio::test]
async fn what_is_malformed_or_too_large_is_refused_with_a_sentence() {
    let house = House::open().await;
    let send = |media: &'static str, body: Vec<u8>| {
        let request = house.request(Method::POST, paths::SESSIONS, None);
        async move {
            let response = request.header("content-type", media).body(body).send().await.unwrap();
            response.json::<Problem>().await.unwrap()
        }
    };
    let secret = br#"{"username":"sam","password":"my secret""#;
    let problem = send("application/json", secret.to_vec()).await;
    assert_eq!(problem.code, ProblemCode::Malformed);
    assert!(!problem.message.contains("secret"));
    let deep = "[".repeat(60_000).into_bytes();
    assert_eq!(send("application/json", deep).await.code, ProblemCode::Malformed);
    let large = vec![b' '; 64 * 1024 + 1];
    assert_eq!(send("application/json", large).await.code, ProblemCode::TooLarge);
    assert_eq!(send("text/plain", b"{}".to_vec()).await.code, ProblemCode::WrongKind);
}

#[tokio::test]
async fn everything_is_there_after_a_restart_and_no_name_is_in_the_file() {
    let house = House::open().await;
    let sam = house.sign_up("samantha-longname", None).await;
    house.write(&sam, sam.record(), &note("Words of my own")).await;
    let folder = house.close().await;
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        bytes.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    for said in ["amantha-longname", "Words of my own", sam.session.access.reveal()] {
        let found = bytes.windows(said.len()).any(|part| part == said.as_bytes());
        assert!(!found, "the files hold what they should not");
    }
    let house = House::open_at(folder).await;
    let me: Me = house.get(paths::ME, sam.token()).await.unwrap();
    assert_eq!(me.account, sam.session.account);
}

#[tokio::test]
async fn how_somebody_reads_is_their_accounts_and_nobody_elses() {
    let house = House::open().await;
    let (sam, ada) = (house.sign_up("sam", None).await, house.sign_up("ada", None).await);
    assert_eq!(sam.session.account.easy_read, None, "nobody has asked them");
    for easy_read in [true, false, true] {
        house.post::<()>(paths::READING, Some(sam.token()), &Reading { easy_read }).await.unwrap();
        let me: Me = house.get(paths::ME, &sam.session.access).await.unwrap();
        assert_eq!(me.account.easy_read, Some(easy_read));
        let second: Session =
            house.post(paths::SESSIONS, None, &sign_in("sam", PASSWORD)).await.unwrap();
        assert_eq!(second.account.easy_read, Some(easy_read), "on another device too");
    }
    let me: Me = house.get(paths::ME, &ada.session.access).await.unwrap();
    assert_eq!(me.account.easy_read, None);
}
