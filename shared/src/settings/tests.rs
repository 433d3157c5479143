use std::sync::{Arc, Mutex};

use record::Scope;

use crate::effects::network::{Method, NetworkOutput};
use crate::messages::fixture::{arrived, become_rosa, shared, signed_in, with};
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
