//! Exports of Apple Health: made here, with what real ones have and with what they
//! should not have.

mod journeys;
mod refused;

use std::fmt::Write as _;

use jiff::civil::datetime;

use super::{Found, Reader, Refused, What};
use crate::testing::{Journey, MORNING};
use crate::zip::write::Archive;

const MOLE: &str = "mmol&lt;180.1558800000541&gt;/L";

/// The declarations as iOS 16 wrote them: brackets are missing, and one is where a
/// comment ends.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n\
    <!-- HealthKit Export Version: 12 ]> -->\n\
    <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>\n\
    <!ATTLIST VisionPrescription\n  type CDATA #REQUIRED\n  brand CDATA #IMPLIED\n\
    <!ELEMENT RightEye EMPTY>\n]>\n";

fn xml(records: &str) -> String {
    format!(
        "{HEAD}<HealthData locale=\"en_GB\">\n <ExportDate value=\"2026-11-21 22:10:00 +0000\"/>\n \
         <Me HKCharacteristicTypeIdentifierBloodType=\"HKBloodTypeNotSet\"/>\n{records}</HealthData>\n"
    )
}

fn start(kind: &str, unit: &str, value: &str, at: &str, source: &str) -> String {
    format!(
        " <Record type=\"HKQuantityTypeIdentifier{kind}\" sourceName=\"{source}\" unit=\"{unit}\" \
         creationDate=\"{at}\" startDate=\"{at}\" endDate=\"{at}\" value=\"{value}\""
    )
}

fn record(kind: &str, unit: &str, value: &str, at: &str) -> String {
    format!("{}/>\n", start(kind, unit, value, at, "A meter"))
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Archive::new(datetime(2026, 11, 21, 22, 10, 0, 0));
    for (name, content) in files {
        assert!(archive.add(name, content.as_bytes()));
    }
    archive.finish().unwrap()
}

/// As the phone packs it: with what the app does not read beside it.
fn zip(records: &str) -> Vec<u8> {
    archive(&[
        ("apple_health_export/export_cda.xml", "<ClinicalDocument>…</ClinicalDocument>"),
        ("apple_health_export/Exportieren.xml", &xml(records)),
        ("apple_health_export/workout-routes/route_1.gpx", "<gpx/>"),
    ])
}

/// A little of everything.
fn everything() -> String {
    let mut all = String::new();
    for (kind, unit, value, at) in [
        ("HeartRate", "count/min", "61.4", "2026-11-01 10:00:00 +0000"),
        ("HeartRate", "count/min", "58", "2026-11-01 10:05:00 +0000"),
        ("RestingHeartRate", "count/min", "57", "2026-11-01 00:00:00 +0000"),
        ("BodyMass", "lb", "157", "2026-11-01 07:00:00 +0000"),
        ("OxygenSaturation", "%", "0.97", "2026-11-01 07:01:00 +0000"),
        ("BodyTemperature", "degF", "98.6", "2026-11-01 07:02:00 +0000"),
        ("PeakExpiratoryFlowRate", "L/min", "410", "2026-11-01 07:03:00 +0000"),
        // Not followed here, and not counted.
        ("DistanceWalkingRunning", "km", "0.4", "2026-11-01 10:00:00 +0000"),
        // Left out: no meter shows it; its unit is not known; its time is to come.
        ("OxygenSaturation", "%", "97", "2026-11-01 07:01:00 +0000"),
        ("BloodGlucose", "mg/L", "97", "2026-11-01 07:01:00 +0000"),
        ("BodyMass", "kg", "71", "2027-11-01 07:00:00 +0000"),
        ("BodyMass", "kg", "71", "yesterday"),
    ] {
        all += &record(kind, unit, value, at);
    }
    let glucose = start("BloodGlucose", MOLE, "6.84", "2026-11-01 08:00:00 +0100", "Dex&amp;com");
    let _ = write!(
        all,
        "{glucose}>\n  <MetadataEntry key=\"HKTimeZone\" value=\"Europe/Paris\"/>\n  \
         <MetadataEntry key=\"HKBloodGlucoseMealTime\" value=\"1\"/>\n  \
         <MetadataEntry key=\"Note\" value=\"a\u{b}b\"/>\n </Record>\n"
    );
    // Each half alone, and once more as a pair; then a half without the other.
    let half = |side: &str, value, at| record(&format!("BloodPressure{side}"), "mmHg", value, at);
    let at = "2026-11-02 07:00:00 +0000";
    let pair = half("Systolic", "128", at) + &half("Diastolic", "82", at);
    all += &pair;
    let _ = write!(all, " <Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\">\n{pair}");
    all += " </Correlation>\n";
    all += &half("Systolic", "131", "2026-11-03 07:00:00 +0000");
    // A phone and a watch count the same steps; the day of the export is not over.
    for (source, value, at) in [
        ("Phone", "3000", "2026-11-19 09:00:00 +0000"),
        ("Watch", "2500", "2026-11-19 09:00:00 +0000"),
        ("Watch", "1000", "2026-11-19 23:50:00 +0000"),
        ("Phone", "400", "2026-11-21 09:00:00 +0000"),
    ] {
        all += &start("StepCount", "count", value, at, source);
        all += "/>\n";
    }
    all
}

/// Reads a file in parts, as they are asked for.
fn read(file: &[u8]) -> Result<Found, Refused> {
    let mut reader = Reader::new(file.len() as u64, "Europe/London", MORNING / 1000);
    while let Some(span) = reader.wants() {
        let from = usize::try_from(span.at).unwrap();
        let to = from + usize::try_from(span.length).unwrap();
        reader.take(&file[from..to.min(file.len())])?;
    }
    reader.finish()
}

#[test]
fn each_reading_is_found_once_in_its_trackers_unit() {
    let found = read(&zip(&everything())).unwrap();
    let of = |what: What| -> Vec<(i64, i32, Option<i32>)> {
        super::of(&found, what).iter().map(|one| (one.at, one.first, one.second())).collect()
    };
    let london = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_second();
    assert_eq!(of(What::Glucose), [(london("2026-11-01T07:00:00Z"), 68, None)]);
    assert_eq!(of(What::Pressure), [(london("2026-11-02T07:00:00Z"), 128, Some(82))]);
    assert_eq!(of(What::Weight), [(london("2026-11-01T07:00:00Z"), 7121, None)]);
    assert_eq!(of(What::Steps), [(london("2026-11-19T12:00:00Z"), 3500, None)]);
    assert_eq!(of(What::Rate).len(), 2);
    for what in [What::Oxygen, What::Temperature, What::PeakFlow, What::RestingRate] {
        assert_eq!(of(what).len(), 1, "{what:?}");
    }
    assert_eq!(found.readings.len(), 10);
    assert_eq!((found.left_out, found.too_many), (5, 0));
    let glucose = super::of(&found, What::Glucose)[0];
    assert_eq!(found.zones[usize::from(glucose.zone)].name(), "Europe/Paris");
    assert_eq!(glucose.meal, super::Meal::Before);
    // The same without its archive.
    let plain = read(xml(&everything()).as_bytes()).unwrap();
    assert_eq!(plain.readings, found.readings);
}

#[test]
fn what_is_read_does_not_depend_on_where_the_parts_end() {
    let text = xml(&everything());
    let parts = |length: usize| {
        let mut reader = super::xml::Reader::default();
        let mut gather = super::gather::Gather::new("Europe/London", MORNING / 1000);
        for bytes in text.as_bytes().chunks(length) {
            reader.take(bytes, &mut |part| gather.take(&part)).unwrap();
        }
        reader.finish().unwrap();
        gather.finish().readings
    };
    let whole = parts(text.len());
    for length in 1..40 {
        assert_eq!(parts(length), whole, "parts of {length}");
    }
}

fn at_the_file() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Bring in a diary");
    journey
}

fn look_at(mut journey: Journey, name: &str, file: &[u8]) -> Journey {
    journey.pick("Choose the file", name, file).press("Look at the file");
    journey
}
