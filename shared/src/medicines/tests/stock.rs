//! What is left, and when to order.

use record::Decimal;
use record::kinds::Supply;

use super::{add, armed, daily, medicines, person, today};
use crate::effects::platform::{Notifications, PlatformOperation, Telling};
use crate::event::Event;
use crate::testing::Journey;

fn counted(left: &str) -> Journey {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00", "18:00"]);
    journey.press("Metformin").press("What is left");
    journey.type_in("How much is there now?", left);
    journey
}

#[test]
fn doses_are_taken_off_what_was_counted() {
    let mut journey = counted("10");
    journey.press("Save");
    assert!(journey.text().contains("Left: 10 tablets left"), "{}", journey.text());
    journey.later(5);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    medicines(&mut journey);
    assert!(journey.text().contains("9 tablets left"), "{}", journey.text());
    // Corrected to half of one, and crossed out: the stock follows.
    journey.press("Metformin").press("Metformin: 1 tablet").press("Correct");
    journey.type_in("How much was taken?", "0.5").press("Save");
    medicines(&mut journey);
    assert!(journey.text().contains("9.5 tablets left"), "{}", journey.text());
    journey.press("Metformin").press("Metformin: 0.5 tablets").press("Cross it out");
    journey.choose("Why?", &["typed"]).press("Cross it out");
    medicines(&mut journey);
    assert!(journey.text().contains("10 tablets left"), "{}", journey.text());
}

#[test]
fn a_dose_of_the_same_second_is_taken_off_where_it_was_written_down_later() {
    let mut journey = counted("10");
    journey.press("Save").press("Write down a dose").press("Save");
    assert!(journey.text().contains("9 tablets left"), "{}", journey.text());
    // One of before the count was not there any more when it was counted.
    journey.press("Write down a dose").type_in("Time", "6:30").press("Save");
    assert!(journey.text().contains("9 tablets left"), "{}", journey.text());
}

#[test]
fn there_is_never_less_than_nothing_and_the_person_is_asked_to_put_it_right() {
    let mut journey = counted("0");
    journey.press("Save");
    journey.later(5);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    insta::assert_snapshot!("short", journey.text());
    journey.press("Put it right").type_in("How much is there now?", "27").press("Save");
    medicines(&mut journey);
    assert!(journey.text().contains("27 tablets left"), "{}", journey.text());
    assert!(!today(&mut journey).contains("does not add up"), "{}", journey.text());
}

#[test]
fn a_day_to_order_on_is_told_and_stands_on_today_until_it_is_ordered() {
    let mut journey = counted("20");
    journey.date("On which day shall we remind you to order?", "24", "11", "2026").press("Save");
    let order =
        armed(&journey).into_iter().find(|telling| telling.notification.id.starts_with("order"));
    let order = order.unwrap();
    assert_eq!((order.date.as_str(), order.time.as_str()), ("2026-11-24", "09:00"));
    assert!(!format!("{:?}", order.notification.text).contains("Metformin"));
    journey.send(Event::Press(order.notification.open.clone()));
    assert_eq!(journey.page().name, "medicines.one");
    assert!(!today(&mut journey).contains("Order more"), "{}", journey.text());
    journey.later(2 * 24 * 60);
    let text = today(&mut journey);
    assert!(text.contains("Order more: Metformin"), "{text}");
    journey.press("I have ordered it");
    assert!(!today(&mut journey).contains("Order more"), "{}", journey.text());
    // Nobody counted anew: what there was goes on to be counted down.
    medicines(&mut journey);
    assert!(journey.text().contains("20 tablets left"), "{}", journey.text());
}

#[test]
fn few_left_stands_on_today() {
    let mut journey = counted("8");
    journey.type_in("Or when how much is left?", "7").press("Save");
    assert!(!today(&mut journey).contains("Order more"), "{}", journey.text());
    journey.later(5);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    assert!(today(&mut journey).contains("Order more: Metformin"), "{}", journey.text());
}

fn orders(journey: &Journey) -> Vec<(String, String)> {
    let order = |one: &Telling| one.notification.id.starts_with("order.");
    let armed = armed(journey).into_iter().filter(order);
    armed.map(|one| (one.date, one.time)).collect()
}

fn cleared(journey: &Journey) -> Vec<String> {
    let clear = |asked: &PlatformOperation| match asked {
        PlatformOperation::Notifications(Notifications::Clear(ids)) => Some(ids.clone()),
        _ => None,
    };
    journey.asked.iter().filter_map(clear).flatten().collect()
}

#[test]
fn few_left_is_told_outside_the_app_once_and_never_of_what() {
    let mut journey = counted("8");
    journey.type_in("Or when how much is left?", "7").press("Save");
    assert!(orders(&journey).is_empty());
    journey.later(5);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    // The first nine o’clock since then, and not each time the app is opened.
    assert_eq!(orders(&journey), [("2026-11-22".to_owned(), "09:00".to_owned())]);
    let order = armed(&journey).into_iter().find(|one| one.notification.id.starts_with("order."));
    let notification = order.unwrap().notification;
    assert_eq!(notification.text, "It is time to order something. Open the app to see what.");
    assert!(!format!("{notification:?}").contains("Metformin"));
    journey.later(3 * 60);
    journey.send(Event::Background);
    assert!(orders(&journey).is_empty(), "told once");
    assert!(today(&mut journey).contains("Order more: Metformin"), "{}", journey.text());
    // Another dose leaves fewer still, which is nothing new.
    medicines(&mut journey).press("Metformin").press("Write down a dose").press("Save");
    today(&mut journey);
    assert!(orders(&journey).is_empty());
    // Ordered: what may still be on show is taken back, until it is counted anew.
    journey.press("I have ordered it");
    assert!(cleared(&journey).iter().any(|id| id.starts_with("order.")), "{:?}", cleared(&journey));
    medicines(&mut journey).press("Metformin").press("What is left");
    // How few are few was said once, and stands there still.
    journey.type_in("How much is there now?", "28").press("Save");
    assert!(orders(&journey).is_empty());
    let limit = journey.holding(|holding| {
        let last = holding.record.current::<Supply>().last().unwrap().value;
        (last.left, last.order_at)
    });
    assert_eq!(limit, (Some(Decimal::whole(28)), Some(Decimal::whole(7))));
    // Taken out, it does not come back.
    medicines(&mut journey).press("Metformin").press("What is left");
    journey.type_in("Or when how much is left?", "").press("Save");
    medicines(&mut journey).press("Metformin").press("What is left").press("Save");
    let last = journey
        .holding(|holding| holding.record.current::<Supply>().last().unwrap().value.order_at);
    assert_eq!(last, None);
}

#[test]
fn few_left_that_was_counted_is_told_the_next_morning() {
    let mut journey = counted("5");
    journey.later(4 * 60);
    journey.type_in("Or when how much is left?", "7").press("Save");
    assert_eq!(orders(&journey), [("2026-11-23".to_owned(), "09:00".to_owned())]);
    // Counted anew, and there is enough.
    journey.press("What is left").type_in("How much is there now?", "56").press("Save");
    assert!(orders(&journey).is_empty());
}

#[test]
fn a_dose_without_a_number_is_not_taken_off_and_that_is_said() {
    let mut journey = person();
    add(&mut journey, "Cough syrup", "");
    journey.choose("How often?", &["needed"]).press("Save");
    journey.press("Cough syrup").press("What is left");
    assert!(journey.text().contains("is not kept as a number"), "{}", journey.text());
    journey.type_in("How much is there now?", "200").press("Save");
    journey.later(5);
    journey.press("Write down a dose").type_in("Or in words", "a spoonful").press("Save");
    journey.press("What is left");
    let text = journey.text();
    assert!(text.contains("1 dose since the last count had no number"), "{text}");
}
