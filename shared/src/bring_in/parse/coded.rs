//! Diaries of codes: day, time, code and value, parted by tabs, as some glucose
//! meters and paper diaries were written down.

use jiff::civil::{Date, Time};
use record::Decimal;
use record::kinds::{
    Amount, Context, DiaryNote, DiaryTopic, DoseTaken, DoseUnit, Measure, Symptom, Unit,
};

use super::dates::{self, Order, Written};
use super::item::{Item, NewReading, Reason, TrackerKey};
use super::numbers::{self, Mark};
use super::rows::Rows;
use crate::words::{Words, say};

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A dose of insulin.
    Insulin(Insulin),
    /// Blood glucose in mg/dL, and when.
    Glucose(Option<Context>),
    /// Symptoms of low blood sugar.
    LowSugar,
    /// Something in the diary.
    Note(DiaryTopic, Option<Amount>),
}

/// The insulins that have a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insulin {
    /// 33
    Regular,
    /// 34
    Nph,
    /// 35
    UltraLente,
}

/// All codes there are.
pub const CODES: &[(u8, Code)] = &[
    (33, Code::Insulin(Insulin::Regular)),
    (34, Code::Insulin(Insulin::Nph)),
    (35, Code::Insulin(Insulin::UltraLente)),
    (48, Code::Glucose(None)),
    (57, Code::Glucose(None)),
    (58, Code::Glucose(Some(Context::BeforeBreakfast))),
    (59, Code::Glucose(Some(Context::AfterBreakfast))),
    (60, Code::Glucose(Some(Context::BeforeLunch))),
    (61, Code::Glucose(Some(Context::AfterLunch))),
    (62, Code::Glucose(Some(Context::BeforeEveningMeal))),
    (63, Code::Glucose(Some(Context::AfterEveningMeal))),
    (64, Code::Glucose(Some(Context::BeforeSnack))),
    (65, Code::LowSugar),
    (66, Code::Note(DiaryTopic::Meal, Some(Amount::Usual))),
    (67, Code::Note(DiaryTopic::Meal, Some(Amount::More))),
    (68, Code::Note(DiaryTopic::Meal, Some(Amount::Less))),
    (69, Code::Note(DiaryTopic::Exercise, Some(Amount::Usual))),
    (70, Code::Note(DiaryTopic::Exercise, Some(Amount::More))),
    (71, Code::Note(DiaryTopic::Exercise, Some(Amount::Less))),
    (72, Code::Note(DiaryTopic::Event, None)),
];

/// How many rows are looked at to tell such a diary.
const LOOKED_AT: usize = 400;

fn number_of(code: &str) -> Option<u8> {
    let short = (1..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    short.then(|| code.parse().ok()).flatten()
}

/// What a code stands for; none for one that is not in the list.
#[must_use]
pub fn code(text: &str) -> Option<Code> {
    let number = number_of(text)?;
    CODES.iter().find(|(known, _)| *known == number).map(|(_, code)| *code)
}

/// Whether a file is such a diary: most of its first rows have the shape.
#[must_use]
pub fn looks_coded(text: &str) -> bool {
    let rows = Rows::of(text, '\t', false).filter_map(|row| row.cells);
    let (mut all, mut good) = (0_usize, 0_usize);
    for cells in rows.filter(|cells| cells.iter().any(|cell| !cell.is_empty())).take(LOOKED_AT) {
        all += 1;
        if let [date, _, what, _] = cells.as_slice()
            && matches!(dates::day(date), Some(Written::Figures { .. }))
            && date.contains('-')
            && number_of(what).is_some()
        {
            good += 1;
        }
    }
    all > 0 && good * 10 >= all * 6
}

/// Reads one row.
///
/// # Errors
/// Why it cannot be taken.
pub fn read(words: &Words, cells: &[String]) -> Result<(Date, Time, Item), Reason> {
    let [date, time, what, value] = cells else {
        return Err(Reason::Fields { wanted: 4, found: cells.len() });
    };
    let date = match dates::day(date) {
        Some(written @ Written::Figures { .. }) => {
            written.day(Order::MonthFirst).ok_or(Reason::NoSuchDay)?
        }
        _ => return Err(Reason::NotADay),
    };
    let time = dates::time(time).ok_or(Reason::NotATime)?;
    let code = code(what).ok_or_else(|| Reason::Code(what.chars().take(12).collect()))?;
    let item = match code {
        Code::Insulin(insulin) => Item::Dose(DoseTaken {
            medicine: insulin_name(words, insulin),
            amount: Some(amount(value)?),
            unit: DoseUnit::Unit,
            note: None,
        }),
        Code::Glucose(context) => Item::Reading(NewReading {
            tracker: TrackerKey::ready_made(Measure::Glucose, Unit::MgPerDecilitre),
            value: amount(value)?,
            second: None,
            third: None,
            context,
            note: None,
        }),
        Code::LowSugar => {
            nothing(value)?;
            let what = say!(words, "bring-in-low-sugar");
            Item::Symptom(Symptom { what, severity: None, note: None })
        }
        Code::Note(topic, amount) => {
            nothing(value)?;
            Item::Note(DiaryNote { topic, text: String::new(), mood: None, amount })
        }
    };
    Ok((date, time, item))
}

fn amount(value: &str) -> Result<Decimal, Reason> {
    if value.is_empty() {
        return Err(Reason::NoValue);
    }
    numbers::number(value, Mark::Point).ok_or(Reason::NotANumber)
}

/// These codes have no value: 0 stands in its place.
fn nothing(value: &str) -> Result<(), Reason> {
    if value.bytes().all(|b| b == b'0') { Ok(()) } else { Err(Reason::ValueNotExpected) }
}

/// What an insulin is called.
#[must_use]
pub fn insulin_name(words: &Words, insulin: Insulin) -> String {
    match insulin {
        Insulin::Regular => say!(words, "bring-in-insulin-regular"),
        Insulin::Nph => say!(words, "bring-in-insulin-nph"),
        Insulin::UltraLente => say!(words, "bring-in-insulin-ultralente"),
    }
}
