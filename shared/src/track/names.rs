//! What trackers, values and circumstances are called.

use record::Decimal;
use record::kinds::{Context, Measure, Reading, Tracker, Unit};

use crate::words::{Words, say};

/// What a tracker is called: the person's own name for it, or the ready-made one.
#[must_use]
pub fn tracker_name(words: &Words, tracker: &Tracker) -> String {
    match &tracker.name {
        Some(name) if !name.trim().is_empty() => name.clone(),
        _ => measure_name(words, tracker.measure),
    }
}

/// What a measure is called.
#[must_use]
pub fn measure_name(words: &Words, measure: Measure) -> String {
    words.get(match measure {
        Measure::Own => "track-name-own",
        Measure::Glucose => "track-name-glucose",
        Measure::BloodPressure => "track-name-pressure",
        Measure::Weight => "track-name-weight",
        Measure::PeakFlow => "track-name-peak-flow",
        Measure::Oxygen => "track-name-oxygen",
        Measure::Temperature => "track-name-temperature",
        Measure::Pain => "track-name-pain",
        Measure::Mood => "track-name-mood",
        Measure::Breathlessness => "track-name-breathlessness",
        Measure::Fatigue => "track-name-fatigue",
        Measure::Sleep => "track-name-sleep",
        Measure::Steps => "track-name-steps",
        Measure::Unknown(_) => "track-name-unknown",
    })
}

/// The unit of a tracker's readings, as it stands after the number: "mmol/L",
/// "hours". Empty for a scale, and where there is none.
#[must_use]
pub fn unit_text(words: &Words, tracker: &Tracker) -> String {
    if let Some(unit) = tracker.unit_name.as_deref().filter(|unit| !unit.trim().is_empty()) {
        return unit.to_owned();
    }
    match tracker.unit {
        Unit::MmolPerLitre => "mmol/L".into(),
        Unit::MgPerDecilitre => "mg/dL".into(),
        Unit::MmHg => "mmHg".into(),
        Unit::Kilogram => "kg".into(),
        Unit::LitrePerMinute => "L/min".into(),
        Unit::Percent => "%".into(),
        Unit::Celsius => "°C".into(),
        Unit::Hour => say!(words, "track-unit-hours"),
        Unit::Step => say!(words, "track-unit-steps"),
        Unit::None | Unit::Score | Unit::Unknown(_) => String::new(),
    }
}

/// A reading's value in words: "6.8 mmol/L", "128/82 mmHg, pulse 70",
/// "4 out of 10". Figures are as they were typed.
#[must_use]
pub fn value_text(words: &Words, tracker: &Tracker, reading: &Reading) -> String {
    if tracker.measure == Measure::BloodPressure {
        let upper = figures(reading.value);
        let pressure = if let Some(lower) = reading.second.map(figures) {
            say!(words, "track-value-pressure", upper = upper, lower = lower)
        } else {
            say!(words, "track-value-upper", upper = upper)
        };
        return match reading.third {
            Some(pulse) => {
                say!(words, "track-value-pulse", pressure = pressure, pulse = figures(pulse))
            }
            None => pressure,
        };
    }
    number_text(words, tracker, reading.value)
}

/// One number with its unit.
#[must_use]
pub fn number_text(words: &Words, tracker: &Tracker, value: Decimal) -> String {
    if tracker.unit == Unit::Score {
        let most = tracker.most.map_or_else(|| "10".to_owned(), figures);
        return say!(words, "track-value-score", value = figures(value), most = most);
    }
    let one = value == Decimal::whole(1);
    let unit = match tracker.unit {
        Unit::Hour if one => say!(words, "track-unit-hour"),
        Unit::Step if one => say!(words, "track-unit-step"),
        _ => unit_text(words, tracker),
    };
    match unit.as_str() {
        "" => figures(value),
        "%" => format!("{}%", figures(value)),
        _ => format!("{} {unit}", figures(value)),
    }
}

/// A number in figures, thousands apart: "6.80", "12,450".
#[must_use]
pub fn figures(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("\u{2212}", digits),
        None => ("", whole),
    };
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

/// The circumstances of a reading: "before breakfast".
#[must_use]
pub fn context_text(words: &Words, context: Context) -> String {
    words.get(match context {
        Context::BeforeBreakfast => "track-before-breakfast",
        Context::AfterBreakfast => "track-after-breakfast",
        Context::BeforeLunch => "track-before-lunch",
        Context::AfterLunch => "track-after-lunch",
        Context::BeforeEveningMeal => "track-before-evening-meal",
        Context::AfterEveningMeal => "track-after-evening-meal",
        Context::BeforeSnack => "track-before-snack",
        Context::Bedtime => "track-bedtime",
        Context::Night => "track-night",
        Context::BeforeMeal => "track-before-meal",
        Context::AfterMeal => "track-after-meal",
        Context::Unknown(_) => "track-context-unknown",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_as_typed_with_thousands_apart() {
        for (typed, shown) in
            [("6.80", "6.80"), ("12450", "12,450"), ("999", "999"), ("-1234567.5", "−1,234,567.5")]
        {
            assert_eq!(figures(typed.parse().unwrap()), shown);
        }
    }
}
