//! The bytes of what stands about the person: needs, care in advance, and plans for
//! when something happens. As in [`golden`](crate::golden).

use std::fmt::Write as _;

use jiff::civil::Date;
use record::kinds::{
    AboutMe, AboutMedia, AccessNeeds, AdvancePaper, AdvanceWishes, Contingency,
    ContingencyProposal, DecisionMedia, FieldSet, Kind, MediaType, Need, PaperSort, Ref,
};
use record::media::MediaHash;
use record::{OpId, Writer};

use crate::golden::hex;

fn line<K: Kind>(out: &mut String, value: &K) {
    let payload = value.payload(Writer(2));
    writeln!(out, "{} {}: {}", K::SPEC.id.0, K::SPEC.name, hex(&payload)).unwrap();
}

#[test]
fn every_kind_with_every_field() {
    let text = |text: &str| Some(text.to_owned());
    let day = Some(Date::constant(2027, 5, 1));
    let mut all = String::new();
    let helped = AboutMe { helped_by: text("Ada"), helped_on: day, ..AboutMe::default() };
    line(&mut all, &helped);
    line(
        &mut all,
        &AccessNeeds {
            information: vec![Need::LargePrint, Need::TextNotCall],
            talking: vec![Need::SignLanguage],
            visits: vec![Need::Longer],
            which: text("24 point"),
            words: text("I hear better on my left"),
            review_on: day,
        },
    );
    line(
        &mut all,
        &AdvanceWishes {
            cared_for: text("At home"),
            place_of_death: text("St Anne’s"),
            people: text("Ada"),
            spiritual: text("Psalm 23"),
            comfort: text("The window open"),
            avoid: text("A siren"),
            talked_with: text("Dr Reid"),
            review_on: day,
        },
    );
    line(
        &mut all,
        &AdvancePaper {
            sort: PaperSort::Respect,
            name: text("Purple form"),
            place: "Kitchen drawer".to_owned(),
            completed_by: text("Dr Reid, GP"),
            completed_on: day,
            review_on: day,
            holders: text("Ada has a copy"),
            call: text("Surgery\n01632 960001"),
        },
    );
    line(
        &mut all,
        &Contingency {
            name: text("Chest infection"),
            triggers: "A cold\nA hot day".to_owned(),
            signs: text("I wake at night"),
            action: text("Open the rescue pack"),
            coping: text("Sit up"),
            no_carer: text("Ring Jo"),
            medicines: text("Bathroom shelf"),
            call_first: text("Ada\n01632 960002"),
            call_second: text("Surgery\n01632 960001"),
            call_third: text("Jo"),
            agreed_with: text("Sam, nurse"),
            agreed_on: day,
            review_on: day,
            review_by: text("Sam"),
        },
    );
    line(
        &mut all,
        &ContingencyProposal {
            name: text("Chest infection"),
            triggers: text("A cold"),
            signs: text("I wake at night"),
            action: text("Open the rescue pack"),
            coping: text("Sit up"),
            no_carer: text("Ring Jo"),
            medicines: text("Bathroom shelf"),
            call_first: text("Ada\n01632 960002"),
            call_second: text("Surgery"),
            call_third: text("Jo"),
            agreed_with: text("Sam, nurse"),
            agreed_on: day,
            review_on: day,
            review_by: text("Sam"),
            instead: Some(Ref(OpId { writer: Writer(2), counter: 9 })),
            reason: text("The pack has moved"),
            about: Some(FieldSet::of([4, 7])),
            takes_out: Some(true),
        },
    );
    let hash = MediaHash([0xab; 32]);
    let words = "Ada helps me up".to_owned();
    let media = MediaType::Webm;
    line(&mut all, &AboutMedia { item: 5, hash, media, bytes: 131_073, words: words.clone() });
    let decision = Ref(OpId { writer: Writer(2), counter: 3 });
    let agreed = "Dr Reid and Ada".to_owned();
    line(&mut all, &DecisionMedia { decision, hash, media, bytes: 9, words, agreed });
    for (name, codes) in [
        ("need", Need::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect::<Vec<_>>()),
        ("media", MediaType::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect()),
        ("paper", PaperSort::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect()),
    ] {
        writeln!(all, "{name}: {codes:?}").unwrap();
    }
    insta::assert_snapshot!(all);
}
