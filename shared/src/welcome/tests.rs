//! Beginning, as a person does it.

use record::api::{Problem, ProblemCode, paths};

use crate::effects::network::{Answer, NetworkOutput};
use crate::effects::store::StoreProblem;
use crate::testing::Journey;

fn refusing(code: ProblemCode) -> Journey {
    Journey::default().with_server(move |request| {
        assert!(matches!(request.path.as_str(), paths::SESSIONS | paths::ACCOUNTS | paths::LOOK));
        NetworkOutput::Answer(Answer {
            status: code.status(),
            retry_after: None,
            body: serde_json::to_vec(&Problem::from(code)).unwrap(),
        })
    })
}

#[test]
fn the_first_page() {
    insta::assert_snapshot!(Journey::default().text());
}

#[test]
fn a_wrong_password_is_said_at_the_field_and_what_was_typed_stays() {
    let mut journey = refusing(ProblemCode::CredentialsWrong);
    journey
        .press("Sign in")
        .type_in("Username", "sam")
        .type_in("Password", "not this one")
        .press("Sign in");
    insta::assert_snapshot!(journey.text());
}

#[test]
fn empty_and_short_answers_are_refused_before_anything_is_sent() {
    let mut journey = Journey::default().with_server(|_| panic!("nothing may be sent"));
    journey.press("Create an account").type_in("Choose a password", "short");
    journey.press("Create an account");
    insta::assert_snapshot!(journey.text());
}

#[test]
fn with_no_network_the_page_says_so_and_loses_nothing() {
    let mut journey = Journey::default();
    journey
        .press("Create an account")
        .type_in("Your name", "Sam")
        .type_in("Username", "sam")
        .type_in("Choose a password", "correct horse battery")
        .press("Create an account");
    let text = journey.text();
    assert!(text.contains("There is no connection"), "{text}");
    assert!(text.contains("Username = sam"), "{text}");
}

#[test]
fn a_code_of_the_wrong_shape_or_used_up_is_said_at_the_field() {
    let mut journey = refusing(ProblemCode::InvitationUsed);
    journey.press("I have an invitation").type_in("The code of your invitation", "K7QP");
    journey.press("Continue");
    assert!(journey.text().contains("Enter the whole code"));
    journey.type_in("The code of your invitation", "k7qp 2mxd 9rtb").press("Continue");
    assert!(journey.text().contains("used already"), "{}", journey.text());
}

#[test]
fn passwords_are_never_kept_on_the_device() {
    let mut journey = Journey::default();
    journey
        .press("Sign in")
        .type_in("Username", "sam")
        .type_in("Password", "correct horse battery");
    let again = journey.restarted();
    assert_eq!(again.page().name, "welcome");
    let mut again = again;
    again.press("Sign in");
    assert!(!again.text().contains("horse"));
}

#[test]
fn a_full_device_says_so_and_a_later_try_works() {
    let mut journey = Journey::default();
    journey.disk.lock().unwrap().problem = Some(StoreProblem::Full);
    journey.press("Use it on this device");
    assert!(journey.text().contains("no room left"), "{}", journey.text());
    journey.disk.lock().unwrap().problem = None;
    journey.press("Use it on this device");
    assert_eq!(journey.page().name, "today");
}
