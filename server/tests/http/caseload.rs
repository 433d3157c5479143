//! Whom a team sees, and who waits for it.

use record::Scope;
use record::api::{Attention, Caseload, paths};

use crate::support::{House, message, note};

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
