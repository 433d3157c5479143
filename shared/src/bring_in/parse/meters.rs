//! Tables as meters and their apps write them: several values on a line, each with
//! its unit in the name of its column. Known by those names alone, whoever made the
//! file. Where the names are from, each as its maker's export of 2023 to 2026 has it:
//! `LibreView` (Abbott), Clarity (Dexcom), Contour (Ascensia), Accu-Chek and `mySugr`
//! (Roche), OMRON connect, Health Mate (Withings).

use record::kinds::{Context, DoseUnit, Measure, Unit};

use super::item::TrackerKey;
use super::meaning::Meaning;
use super::table::{TimeFrom, plain};

/// What a column of a meter's table holds.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Date,
    Time,
    Glucose,
    Upper,
    Lower,
    Pulse,
    Pressure,
    Weight,
    Oxygen,
    Dose,
    Marker,
    Note,
}

/// The names, without space, signs, capitals, and the unit at their end.
const NAMES: &[(&str, Holds)] = &[
    ("devicetimestamp", Holds::Date),
    ("timestampyyyymmddthhmmss", Holds::Date),
    ("timestamp", Holds::Date),
    ("datetime", Holds::Date),
    ("dateandtime", Holds::Date),
    ("measurementdate", Holds::Date),
    ("date", Holds::Date),
    ("time", Holds::Time),
    // With the unit alone, as Accu-Chek has it.
    ("", Holds::Glucose),
    ("historicglucose", Holds::Glucose),
    ("scanglucose", Holds::Glucose),
    ("stripglucose", Holds::Glucose),
    ("glucosevalue", Holds::Glucose),
    ("glucose", Holds::Glucose),
    ("bloodglucose", Holds::Glucose),
    ("bloodglucosereading", Holds::Glucose),
    ("bloodsugarmeasurement", Holds::Glucose),
    ("reading", Holds::Glucose),
    ("result", Holds::Glucose),
    ("systolic", Holds::Upper),
    ("sys", Holds::Upper),
    ("systolicbloodpressure", Holds::Upper),
    ("diastolic", Holds::Lower),
    ("dia", Holds::Lower),
    ("diastolicbloodpressure", Holds::Lower),
    ("pulse", Holds::Pulse),
    ("pulserate", Holds::Pulse),
    ("heartrate", Holds::Pulse),
    ("bloodpressure", Holds::Pressure),
    ("weight", Holds::Weight),
    ("bodyweight", Holds::Weight),
    ("spo2", Holds::Oxygen),
    ("oxygensaturation", Holds::Oxygen),
    ("rapidactinginsulin", Holds::Dose),
    ("longactinginsulin", Holds::Dose),
    ("longactinginsulinvalue", Holds::Dose),
    ("insulininjectionunitspen", Holds::Dose),
    ("basalinjection", Holds::Dose),
    ("mealmarker", Holds::Marker),
    ("marker", Holds::Marker),
    ("tags", Holds::Marker),
    ("tagged", Holds::Marker),
    ("notes", Holds::Note),
    ("note", Holds::Note),
    ("comment", Holds::Note),
    ("comments", Holds::Note),
];

/// Units at the end of a name. The longer ones first.
const UNITS: &[(&str, Option<Unit>)] = &[
    ("mmoll", Some(Unit::MmolPerLitre)),
    ("mgdl", Some(Unit::MgPerDecilitre)),
    ("mmhg", Some(Unit::MmHg)),
    ("kg", Some(Unit::Kilogram)),
    ("beatsmin", None),
    ("bpm", None),
    ("units", None),
];

fn known(name: &str) -> Option<(Holds, Option<Unit>)> {
    let name = plain(name);
    let of = |stem: &str| NAMES.iter().find(|(known, _)| *known == stem).map(|(_, holds)| *holds);
    let split = UNITS.iter().find_map(|(end, unit)| Some((name.strip_suffix(end)?, *unit)));
    if let Some((stem, unit)) = split
        && let Some(holds) = of(stem)
    {
        return Some((holds, unit));
    }
    of(&name).filter(|_| !name.is_empty()).map(|holds| (holds, None))
}

/// One of the values on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its column.
    pub at: usize,
    /// What it is.
    pub meaning: Meaning,
    /// Of the upper pressure: the columns of the lower one and the pulse.
    pub beside: Option<(usize, Option<usize>)>,
}

/// How a meter's table is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meter {
    /// The day, or day and time.
    pub date: usize,
    /// The time, where it has a column.
    pub time: Option<TimeFrom>,
    /// The values.
    pub values: Vec<Value>,
    /// What is said of a meal or the time of day.
    pub markers: Vec<usize>,
    /// Words.
    pub note: Option<usize>,
}

impl Meter {
    /// The columns that are not read.
    #[must_use]
    pub fn left_out<'a>(&self, names: &'a [String]) -> Vec<&'a str> {
        let read = |at: &usize| {
            let of_value = |value: &Value| {
                let beside =
                    value.beside.is_some_and(|(lower, pulse)| lower == *at || pulse == Some(*at));
                value.at == *at || beside
            };
            *at == self.date
                || self.time == Some(TimeFrom::Column(*at))
                || self.note == Some(*at)
                || self.markers.contains(at)
                || self.values.iter().any(of_value)
        };
        let all = names.iter().enumerate().filter(|(at, _)| !read(at));
        all.map(|(_, name)| name.as_str()).collect()
    }
}

/// The layout that these names of columns are of; none where they are no meter's.
#[must_use]
pub fn of(names: &[String]) -> Option<Meter> {
    let known: Vec<_> = names.iter().map(|name| known(name)).collect();
    let find = |wanted| known.iter().position(|it| it.is_some_and(|(holds, _)| holds == wanted));
    let made = |measure, unit| Meaning::Tracker(TrackerKey::ready_made(measure, unit));
    let mut values = Vec::new();
    for (at, found) in known.iter().enumerate() {
        let meaning = match found {
            // Without its unit a number says nothing.
            Some((Holds::Glucose, Some(unit @ (Unit::MmolPerLitre | Unit::MgPerDecilitre)))) => {
                made(Measure::Glucose, *unit)
            }
            Some((Holds::Upper, None | Some(Unit::MmHg))) => {
                if let Some(lower) = find(Holds::Lower) {
                    let meaning = made(Measure::BloodPressure, Unit::MmHg);
                    values.push(Value { at, meaning, beside: Some((lower, find(Holds::Pulse))) });
                }
                continue;
            }
            Some((Holds::Pressure, _)) => made(Measure::BloodPressure, Unit::MmHg),
            Some((Holds::Weight, Some(Unit::Kilogram))) => made(Measure::Weight, Unit::Kilogram),
            Some((Holds::Oxygen, _)) => made(Measure::Oxygen, Unit::Percent),
            Some((Holds::Dose, _)) => Meaning::Dose(DoseUnit::Unit),
            _ => continue,
        };
        values.push(Value { at, meaning, beside: None });
    }
    let markers = (0..known.len())
        .filter(|at| known[*at].is_some_and(|(holds, _)| holds == Holds::Marker))
        .collect();
    (!values.is_empty()).then_some(())?;
    Some(Meter {
        date: find(Holds::Date)?,
        time: find(Holds::Time).map(TimeFrom::Column),
        values,
        markers,
        note: find(Holds::Note),
    })
}

/// What meters say of a meal or the time of day. What is not here stays as it is
/// written.
const MARKERS: &[(&str, Context)] = &[
    ("beforemeal", Context::BeforeMeal),
    ("beforeameal", Context::BeforeMeal),
    ("premeal", Context::BeforeMeal),
    ("aftermeal", Context::AfterMeal),
    ("afterameal", Context::AfterMeal),
    ("postmeal", Context::AfterMeal),
    ("beforebreakfast", Context::BeforeBreakfast),
    ("afterbreakfast", Context::AfterBreakfast),
    ("beforelunch", Context::BeforeLunch),
    ("afterlunch", Context::AfterLunch),
    ("beforedinner", Context::BeforeEveningMeal),
    ("beforeeveningmeal", Context::BeforeEveningMeal),
    ("afterdinner", Context::AfterEveningMeal),
    ("aftereveningmeal", Context::AfterEveningMeal),
    ("beforesnack", Context::BeforeSnack),
    ("bedtime", Context::Bedtime),
    ("atbedtime", Context::Bedtime),
    ("night", Context::Night),
    ("overnight", Context::Night),
];

/// The circumstances that a marker stands for.
#[must_use]
pub fn context(marker: &str) -> Option<Context> {
    let marker = plain(marker);
    MARKERS.iter().find(|(known, _)| *known == marker).map(|(_, context)| *context)
}
