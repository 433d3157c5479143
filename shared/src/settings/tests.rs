use std::sync::{Arc, Mutex};

use record::Scope;

use record::api::{NewPassword, Problem, ProblemCode, paths};

use crate::effects::network::{Answer, Method, NetworkOutput};
use crate::messages::fixture::{answer, arrived, become_rosa, shared, signed_in, with};
use crate::testing::Journey;

fn settings(journey: &mut Journey) {
    journey.press("More").press("Settings");
}

#[test]
fn the_look_is_kept() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    settings(&mut journey);
    insta::assert_snapshot!("alone", journey.text());
    journey.press("Dark").press("Largest");
    let look = journey.page().look;
    assert_eq!(look.theme, crate::screen::Theme::Dark);
    assert_eq!(journey.restarted().page().look, look);
    journey.press("About What Matters");
    insta::assert_snapshot!("about", journey.text());
}

fn rosa_writes(journey: &mut Journey) {
    with(journey, |holding| shared(holding, &[Scope::Messages]));
    journey.press("Messages");
    journey.type_in("Write to Riverside Practice", "Hello");
    journey.press("Send to Riverside Practice");
}

#[test]
fn signing_out_is_held_back_while_something_is_unsent() {
    let mut journey = signed_in();
    rosa_writes(&mut journey);
    settings(&mut journey);
    journey.press("Sign out");
    insta::assert_snapshot!("unsent", journey.text());
    journey.press("Sign out and lose 1 entry");
    assert!(journey.text().contains("✗ To lose these entries"), "{}", journey.text());
    journey.type_in("Type: sign out", "Sign Out ").press("Sign out and lose 1 entry");
    assert_eq!(journey.page().name, "welcome");
    assert_eq!(journey.disk.lock().unwrap().rows(), 0);
    assert_eq!(journey.restarted().page().name, "welcome");
}

#[test]
fn signing_out_forgets_the_device_and_tells_the_server() {
    let told = Arc::new(Mutex::new(0));
    let count = told.clone();
    let mut journey = Journey::default().with_server(move |request| {
        if request.method == Method::Delete {
            assert_eq!(request.bearer.as_deref(), Some("access"));
            *count.lock().unwrap() += 1;
        }
        NetworkOutput::Unreachable
    });
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    rosa_writes(&mut journey);
    with(&mut journey, |holding| arrived(holding, crate::testing::MORNING));
    settings(&mut journey);
    journey.press("Large").press("Sign out");
    insta::assert_snapshot!("sign_out", journey.text());
    journey.press("Sign out");
    assert_eq!(*told.lock().unwrap(), 1);
    assert_eq!(journey.page().name, "welcome");
    assert!(journey.text().contains("You are signed out."), "{}", journey.text());
    let again = journey.restarted();
    assert_eq!(again.page().name, "welcome");
    assert_eq!(again.page().look.text_size, crate::screen::TextSize::Large);
}

#[test]
fn the_password_is_changed_and_what_is_wrong_is_said_at_its_field() {
    let mut journey = Journey::default().with_server(|request| {
        if request.path != paths::PASSWORD {
            return NetworkOutput::Unreachable;
        }
        let asked: NewPassword = serde_json::from_slice(&request.body).unwrap();
        match (asked.old.reveal(), asked.new.reveal()) {
            ("a garden in May", "a garden in June") => {
                NetworkOutput::Answer(Answer { status: 204, retry_after: None, body: Vec::new() })
            }
            ("a garden in May", _) => answer(422, &Problem::from(ProblemCode::PasswordWeak)),
            _ => answer(422, &Problem::from(ProblemCode::PasswordWrong)),
        }
    });
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    settings(&mut journey);
    journey.press("Change your password");
    insta::assert_snapshot!("password", journey.text());
    journey.press("Change the password");
    assert!(journey.text().contains("✗ Enter the password you have now"), "{}", journey.text());
    assert!(journey.text().contains("✗ Choose a longer password"), "{}", journey.text());
    let mut said = |old: &str, new: &str| {
        journey.type_in("Your password now", old).type_in("Your new password", new);
        journey.press("Change the password");
        journey.text()
    };
    assert!(said("a garden in May", "a garden in May").contains("This is the password you have"));
    assert!(said("a shed in May", "a garden in June").contains("✗ That is not the password"));
    assert!(said("a garden in May", "password1234").contains("✗ Choose a longer password"));
    let done = said("a garden in May", "a garden in June");
    assert!(done.contains("Your password is changed"), "{done}");
    assert_eq!(journey.page().name, "settings");
    let kept = journey.disk.lock().unwrap().values_text();
    assert!(!kept.contains("garden"), "no password is kept on the device");
}
