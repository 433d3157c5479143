use crate::effects::platform::PlatformOperation;
use crate::event::{Abilities, Event, Launch};
use crate::testing::Journey;

fn launch() -> Launch {
    Launch { abilities: Abilities { aside: true, ..Abilities::default() }, ..Launch::default() }
}

/// A device whose store does not open with the key it has.
fn with_a_wrong_key(launch: Launch) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey.disk.lock().unwrap().unreadable = true;
    Journey::launched_on(journey.disk.clone(), launch)
}

fn times_put_aside(journey: &Journey) -> usize {
    journey.asked.iter().filter(|asked| matches!(asked, PlatformOperation::SetAside)).count()
}

#[test]
fn who_has_a_wrong_key_may_sign_in_again_and_is_asked_before_anything_is_left_behind() {
    let mut journey = with_a_wrong_key(launch());
    insta::assert_snapshot!("told", journey.text());
    journey.press("Sign in again");
    insta::assert_snapshot!("sure", journey.text());
    journey.press("Cancel");
    assert_eq!(times_put_aside(&journey), 0);
    assert!(!journey.text().contains("Put it aside and start as new"));
    journey.press("Sign in again").press("Put it aside and start as new");
    assert_eq!(times_put_aside(&journey), 1);
    // It could not be: nothing has changed, and it can be tried again.
    assert!(journey.text().contains("It could not be put aside. Nothing has been changed."));
    journey.press("Sign in again").press("Put it aside and start as new");
    assert_eq!(times_put_aside(&journey), 2);
    let kept = journey.disk.lock().unwrap().clone();
    let before =
        Journey::default().press("Use it on this device").disk.lock().unwrap().values_text();
    assert_eq!(kept.values_text(), before);
}

#[test]
fn a_press_made_up_or_left_over_puts_nothing_aside() {
    let mut journey = with_a_wrong_key(launch());
    journey.press("Sign in again");
    let now = crate::pilot::find(&journey.page(), "Put it aside and start as new").unwrap();
    journey.press("Cancel");
    journey.send(Event::Press(now.clone()));
    assert_eq!(times_put_aside(&journey), 0);
    // Nor in an app that is open.
    let mut open = Journey::launched(launch());
    open.send(Event::Press(now));
    assert_eq!(times_put_aside(&open), 0);
}

#[test]
fn it_is_not_offered_where_the_shell_cannot() {
    let journey = with_a_wrong_key(Launch::default());
    assert!(journey.text().contains("What is saved on this device cannot be opened"));
    assert!(!journey.text().contains("Sign in again"));
}
