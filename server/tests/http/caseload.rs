//! Whom a team sees, and who waits for it.

use record::api::{Attention, Caseload, Secret, Session, SignIn, paths};
use record::kinds::{
    ActionPlan, Condition, Gauge, Limits, Measure, PlanItem, PlanSort, Reading, Ref, Threshold,
    Tracker, Unit,
};
use record::{Decimal, OpId, Scope};
use server::clock::Clock;

use crate::support::{Device, House, PASSWORD, Person, message, note};

#[tokio::test]
async fn people_appear_when_they_share_and_wait_until_the_team_answers() {
    let house = House::open().await;
    let nurse = house.colleague("nurse", "Riverside").await;
    let sam = house.patient("sam", &nurse).await;
    let pat = house.patient("pat", &nurse).await;
    let caseload = async || house.get::<Caseload>(paths::CASELOAD, nurse.token()).await.unwrap();
    assert!(caseload().await.people.is_empty(), "no consent, no name");

    let team = sam.session.records[0].teams[0].member;
    house.share(&sam, team, &[Scope::Messages]).await;
    house.share(&pat, team, &[Scope::Diary]).await;
    house.write(&pat, pat.record(), &message("The team may not see this")).await;
    house.write(&pat, pat.record(), &note("A walk")).await;
    let both = caseload().await;
    let names: Vec<&str> = both.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Pat", "Sam"]);
    assert!(both.people.iter().all(|person| person.attention.is_empty()));
    assert!(both.people[0].last_entry.is_some() && both.people[1].last_entry.is_none());

    house.write(&sam, sam.record(), &message("My inhaler ran out")).await;
    let waiting = caseload().await;
    assert_eq!(waiting.people[0].name, "Sam", "who waits comes first");
    let since = waiting.people[0].waiting_since.unwrap();
    assert_eq!(
        waiting.people[0].attention,
        [Attention::UnansweredMessage { since, reply_by: since + 24 * 3600 }]
    );

    house.open_record(&nurse, sam.record()).await.unwrap();
    house.write(&nurse, sam.record(), &message("We will send one")).await;
    assert!(caseload().await.people.iter().all(|person| person.attention.is_empty()));
}

/// When what a house writes has happened.
const TAKEN: i64 = 1_800_000_000;

/// Follows their peak flow, by a plan whose red begins below 60% of 450.
async fn follows(house: &House, person: &Person) {
    let writer = house.enrol(person, person.record()).await.unwrap().writer;
    let tracker = Tracker {
        measure: Measure::PeakFlow,
        name: None,
        unit: Unit::LitrePerMinute,
        unit_name: None,
        least: None,
        most: None,
        place: None,
        put_away: None,
    };
    let plan = ActionPlan {
        condition: Condition::Asthma,
        name: None,
        set_by: None,
        set_on: None,
        green_signs: None,
        green_do: None,
        green_call: None,
        amber_signs: None,
        amber_do: None,
        amber_call: None,
        red_signs: None,
        red_do: None,
        red_call: None,
        ended: None,
    };
    let threshold = Threshold {
        plan: Ref(OpId { writer, counter: 1 }),
        measure: Measure::PeakFlow,
        unit: Unit::LitrePerMinute,
        name: None,
        unit_name: None,
        gauge: Gauge::PercentOfBest,
        occasion: None,
        limits: Limits {
            red_below: Some(Decimal::whole(60)),
            amber_below: None,
            amber_from: None,
            red_from: None,
            best: Some(Decimal::whole(450)),
            days: 0,
            set_on: None,
            set_by: "Sam Okoro".into(),
        },
    };
    house.write(person, person.record(), &tracker).await;
    house.write(person, person.record(), &plan).await;
    house.write(person, person.record(), &threshold).await;
}

async fn blows(house: &House, person: &Person, value: i64) {
    let writer = house.enrol(person, person.record()).await.unwrap().writer;
    let reading = Reading {
        tracker: Ref(OpId { writer, counter: 1 }),
        value: Decimal::whole(value),
        second: None,
        third: None,
        context: None,
        note: None,
    };
    house.write(person, person.record(), &reading).await;
}

#[tokio::test]
async fn a_reading_in_the_red_of_their_own_plan_is_a_reason_by_consent_alone() {
    let house = House::open().await;
    house.clock.advance_seconds(TAKEN + 3600 - house.clock.now().seconds());
    let nurse = house.colleague("nurse", "Riverside").await;
    let mia = house.patient("mia", &nurse).await;
    let jo = house.patient("joan", &nurse).await;
    let team = mia.session.records[0].teams[0].member;
    // The plan says what is red: whoever does not share it shares no red.
    house.share(&mia, team, &[Scope::Health, Scope::Plan]).await;
    house.share(&jo, team, &[Scope::Health]).await;
    let list = async |token: &Secret| house.get::<Caseload>(paths::CASELOAD, token).await.unwrap();
    let of = |list: &Caseload, name: &str| {
        let person = list.people.iter().find(|person| person.name == name);
        person.unwrap().attention.clone()
    };
    for person in [&jo, &mia] {
        follows(&house, person).await;
        blows(&house, person, 270).await;
    }
    assert_eq!(of(&list(nurse.token()).await, "Mia"), [], "60% is not below 60%");
    for person in [&jo, &mia] {
        blows(&house, person, 269).await;
    }
    let red = list(nurse.token()).await;
    assert_eq!(of(&red, "Mia"), [Attention::RedReading { taken: TAKEN }]);
    assert_eq!(of(&red, "Joan"), []);
    assert_eq!(red.people[0].name, "Mia", "for whom there is a reason comes first");
    assert_eq!(red.people[0].waiting_since, None, "and nobody waits for an answer");
    // What is older than two weeks is in the record, and no reason of today's.
    house.clock.advance_seconds(14 * 86_400);
    let asked = SignIn {
        username: "nurse".into(),
        password: Secret::new(PASSWORD),
        device_key: Device::new().key(),
    };
    let again: Session = house.post(paths::SESSIONS, None, &asked).await.unwrap();
    assert_eq!(of(&list(&again.access).await, "Mia"), []);
}

#[tokio::test]
async fn a_review_that_is_due_is_a_reason_after_every_other_and_by_consent_alone() {
    let house = House::open().await;
    // A minute before the end of 15 January 2027.
    let minute = TAKEN + 16 * 3600 - 60;
    house.clock.advance_seconds(minute - house.clock.now().seconds());
    let nurse = house.colleague("nurse", "Riverside").await;
    let mut people = Vec::new();
    for name in ["ann", "ben", "mia", "sam"] {
        people.push(house.patient(name, &nurse).await);
    }
    let [ann, ben, mia, sam] = people.as_slice() else { panic!("four") };
    let team = ann.session.records[0].teams[0].member;
    house.share(ann, team, &[Scope::Plan]).await;
    house.share(ben, team, &[Scope::Health]).await;
    house.share(mia, team, &[Scope::Health, Scope::Plan]).await;
    house.share(sam, team, &[Scope::Messages]).await;
    let caseload = async || house.get::<Caseload>(paths::CASELOAD, nurse.token()).await.unwrap();
    let review = |day| PlanItem {
        on: Some(jiff::civil::date(2027, 1, day)),
        who: Some("Amina Khan".into()),
        ..PlanItem::new(PlanSort::Review)
    };
    house.write(ann, ann.record(), &review(16)).await;
    house.write(ben, ben.record(), &review(10)).await;
    assert!(caseload().await.people.iter().all(|person| person.attention.is_empty()));
    // The next day, with nothing new to read.
    house.clock.advance_seconds(120);
    let of = |list: &Caseload, name: &str| {
        let person = list.people.iter().find(|person| person.name == name);
        person.unwrap().attention.clone()
    };
    let due = Attention::ReviewDue { due: jiff::civil::date(2027, 1, 16) };
    let list = caseload().await;
    assert_eq!(of(&list, "Ann"), [due]);
    assert_eq!(of(&list, "Ben"), [], "the plan is not shared");
    // An earlier one is read at once, and the first of them stands.
    house.write(ann, ann.record(), &review(12)).await;
    let due = Attention::ReviewDue { due: jiff::civil::date(2027, 1, 12) };
    assert_eq!(of(&caseload().await, "Ann"), [due]);
    // Who waits comes first, then a reading in the red, then a review.
    follows(&house, mia).await;
    blows(&house, mia, 269).await;
    house.write(sam, sam.record(), &message("My inhaler ran out")).await;
    let list = caseload().await;
    let names: Vec<&str> = list.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Sam", "Mia", "Ann", "Ben"]);
}
