//! What hurt people in other apps and concerns plans, each named after where it
//! was said.

use super::{asthma, log, part, plan, plans};
use crate::testing::Journey;

/// healthlocker#89: at most what one's own plan says stands on the page for bad
/// moments, before all else.
#[test]
fn healthlocker_89_the_persons_own_words_stand_first_when_things_are_bad() {
    let mut journey = asthma();
    log(&mut journey, "Peak flow", "100");
    let text = journey.text();
    let own = text.find("Blue inhaler as on my card").unwrap();
    assert!(own < text.find("Call 999 if").unwrap(), "{text}");
}

/// Flaredown#405: an outage locked people out of their own history.
#[test]
fn flaredown_405_a_plan_is_there_with_no_network_and_after_a_restart() {
    let journey = asthma();
    let mut again = journey.restarted();
    plans(&mut again).press("Asthma plan");
    assert!(again.text().contains("Blue inhaler as on my card"), "{}", again.text());
    log(&mut again, "Peak flow", "100");
    assert_eq!(again.page().name, "plans.now");
}

/// did-i-take-my-meds#87: backdate and amend, keeping history.
#[test]
fn did_i_take_my_meds_87_a_reading_that_is_corrected_falls_where_it_belongs() {
    let mut journey = asthma();
    log(&mut journey, "Peak flow", "45");
    assert_eq!(journey.page().name, "track.log", "it is asked about: {}", journey.text());
    journey.press("Yes, save 45 L/min");
    journey.press("Look at it, or correct it").press("Correct");
    journey.type_in("Reading", "445").press("Save");
    let text = journey.text();
    assert!(text.contains("[Green]") && text.contains("Corrected to: 445 L/min"), "{text}");
    journey.press("Today");
    assert!(!journey.text().contains("Read what"), "{}", journey.text());
}

/// CareKit#699: an app left overnight shows yesterday.
#[test]
fn carekit_699_yesterdays_red_does_not_stand_on_today() {
    let mut journey = asthma();
    log(&mut journey, "Peak flow", "100");
    journey.press("Today").stays_open(24 * 60);
    assert!(!journey.text().contains("Read what"), "{}", journey.text());
}

/// cgm-remote-monitor#8403: who helps sees the same part, by the person's numbers.
#[test]
fn nightscout_8403_a_carer_sees_the_persons_own_part() {
    let mut journey = asthma();
    log(&mut journey, "Peak flow", "100");
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.side = crate::holding::RecordSide::Carer;
        holding.about.name = "Ada".into();
        holding.about.scopes = record::Scopes::of(&[record::Scope::Health, record::Scope::Plan]);
        crux_core::Command::done()
    });
    journey.press("Today");
    assert!(journey.text().contains("Read what Asthma plan says"), "{}", journey.text());
    assert!(journey.text().contains("[red in plan]"), "{}", journey.text());
}

/// LifeUp#182: too complex for a stroke survivor; a plan needs nothing but words.
#[test]
fn lifeup_182_a_plan_of_words_alone_works() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    super::begin(&mut journey, "COPD plan");
    part(&mut journey, "Red", "- Very drowsy", "Ring Ada", "Ada, 01632 960002");
    assert_eq!(plan(&journey).1.red_call.as_deref(), Some("Ada\n01632 960002"));
    journey.press("I have this now: Very drowsy");
    assert!(journey.text().contains("Ring Ada"), "{}", journey.text());
}
