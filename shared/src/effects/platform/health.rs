//! The phone's own store of measurements (`HealthKit`, Health Connect).

use facet::Facet;
use serde::{Deserialize, Serialize};

/// Asks for what has been measured. The platform asks the person first, for each
/// kind of measurement, and does not always say what they answered.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct HealthQuery {
    /// What is wanted.
    pub measures: Vec<HealthMeasure>,
    /// From when on: seconds since 1970, UTC.
    pub from: i64,
    /// Before when; none for all there is.
    pub until: Option<i64>,
    /// The most readings of each measure, the newest. Where there may be more, the
    /// core asks again for those before them.
    pub most: u32,
}

/// What both stores know and the app can follow, with the unit that a shell gives
/// it in.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub enum HealthMeasure {
    /// Blood glucose, mmol/L.
    Glucose,
    /// Blood pressure, mmHg: systolic, and diastolic as the second value.
    BloodPressure,
    /// Body weight, kg.
    Weight,
    /// Peak expiratory flow, L/min. Not in Health Connect.
    PeakFlow,
    /// Oxygen saturation, per cent (97, not 0.97).
    Oxygen,
    /// Body temperature, °C.
    Temperature,
}

/// One measurement.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct HealthReading {
    /// Of what.
    pub measure: HealthMeasure,
    /// Its value, in the measure's unit.
    pub value: f64,
    /// Its second value, where it has one.
    pub second: Option<f64>,
    /// When: seconds since 1970, UTC.
    pub at: i64,
    /// The zone it was measured in, where the store says so.
    pub zone: Option<String>,
}

/// What the store gave.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
#[repr(C)]
pub enum HealthAnswer {
    /// What it has, or what the person lets the app see of it.
    Readings(Vec<HealthReading>),
    /// The person said no.
    Denied,
    /// There is no such store here.
    Unavailable,
}
