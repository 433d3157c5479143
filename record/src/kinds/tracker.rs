//! Trackers: what the person has chosen to follow.

use super::{codes, kind};
use crate::decimal::Decimal;

codes! {
    /// What is measured. Bounds, units and wording of the ready-made ones are
    /// `shared`'s business. LOINC codes as UK Core gives them where it has one.
    Measure {
        /// One's own.
        0 Own,
        /// Blood glucose (LOINC 15074-8 in mmol/L).
        1 Glucose,
        /// Blood pressure with pulse (LOINC 85354-9, 8867-4).
        2 BloodPressure,
        /// Body weight (LOINC 29463-7).
        3 Weight,
        /// Peak expiratory flow (LOINC 19935-6).
        4 PeakFlow,
        /// Oxygen saturation by pulse oximeter (LOINC 2708-6).
        5 Oxygen,
        /// Body temperature (LOINC 8310-5).
        6 Temperature,
        /// Pain 0–10 (LOINC 72514-3).
        7 Pain,
        /// Mood.
        8 Mood,
        /// Breathlessness.
        9 Breathlessness,
        /// Fatigue.
        10 Fatigue,
        /// Sleep.
        11 Sleep,
        /// Steps.
        12 Steps,
    }
}

codes! {
    /// The unit of a tracker's readings. UCUM code beside each.
    Unit {
        /// No unit, or the tracker's own words for it.
        0 None,
        /// mmol/L
        1 MmolPerLitre,
        /// mg/dL
        2 MgPerDecilitre,
        /// mm\[Hg\]
        3 MmHg,
        /// kg
        4 Kilogram,
        /// L/min
        5 LitrePerMinute,
        /// %
        6 Percent,
        /// Cel
        7 Celsius,
        /// h
        8 Hour,
        /// {steps}
        9 Step,
        /// {score}
        10 Score,
    }
}

kind! {
    /// Something the person has chosen to follow.
    Tracker = 3 in Health as "tracker" {
        /// What is measured.
        1 measure: Measure => Fixed,
        /// What the person calls it; the ready-made name where there is none.
        2 name: Option<String> => Latest,
        /// The unit of its readings.
        3 unit: Unit => Fixed,
        /// The unit in the person's words, for one of their own.
        4 unit_name: Option<String> => Fixed,
        /// Least value, for one of their own.
        5 least: Option<Decimal> => All,
        /// Greatest value, for one of their own.
        6 most: Option<Decimal> => All,
        /// Its place among the others, lowest first.
        7 place: Option<i64> => Latest,
        /// No longer shown on Today.
        8 put_away: Option<bool> => Latest,
    }
}
