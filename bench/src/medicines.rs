//! Ten years of medicines in a made-up life: six, each taken twice a day by its
//! schedule, answered each time, and counted.

use jiff::civil::{Date, date};
use record::kinds::{Dosage, Dose, DoseUnit, Medicine, MedicineForm, Ref, Supply, What};
use record::schedule::{At, Days, End, Rule, RuleBytes, Step, Terms, When, Window};
use record::{Decimal, OpId};

const NAMES: [&str; 6] =
    ["Metformin", "Ramipril", "Atorvastatin", "Bisoprolol", "Gabapentin", "Omeprazole"];

/// The first day of a life.
const FIRST: Date = date(2016, 1, 1);

/// The minutes of the day at which each is taken.
const TIMES: [u16; 2] = [8 * 60, 20 * 60];

fn dosage() -> Dosage {
    Dosage { words: String::new(), amount: Some(Decimal::whole(1)), unit: DoseUnit::Tablet }
}

fn rule() -> Option<RuleBytes> {
    let times = TIMES.map(|minute| At { minute, amount: None }).to_vec();
    let terms = Terms {
        when: When::Calendar { days: Days::DAILY, steps: vec![Step { days: 0, times }] },
        zone: None,
        first: FIRST,
        from: FIRST,
        end: End::Open,
        day_start: 0,
        window: Window { early: 60, due: 60, expires: 360 },
    };
    Rule::new(terms).ok().map(|rule| RuleBytes::of(&rule))
}

/// The medicines.
pub(crate) fn all() -> impl Iterator<Item = Medicine> {
    NAMES.into_iter().map(|name| Medicine {
        name: name.into(),
        strength: None,
        form: Some(MedicineForm::Tablet),
        dose: Some(dosage()),
        why: None,
        how: None,
        prescriber: None,
        started: None,
        stopped: None,
        stop_reason: None,
        rule: rule(),
        discreet: None,
        silent: None,
        beside: None,
        important: None,
        insist: None,
    })
}

/// What became of a medicine on a day of the life, at each of its times.
pub(crate) fn doses(medicine: OpId, day: u32) -> impl Iterator<Item = Dose> {
    let version = rule().map(|rule| u64::from(rule.number()));
    let date = FIRST.checked_add(jiff::Span::new().days(i64::from(day))).ok();
    TIMES.into_iter().map(move |slot| Dose {
        medicine: Ref(medicine),
        version,
        date,
        slot: Some(u64::from(slot)),
        what: What::Done,
        taken: Some(dosage()),
        note: None,
    })
}

/// What was counted, and at how few to order.
pub(crate) fn supply(medicine: OpId) -> Supply {
    Supply {
        medicine: Ref(medicine),
        left: Some(Decimal::whole(168)),
        order_on: None,
        order_at: Some(Decimal::whole(28)),
    }
}
