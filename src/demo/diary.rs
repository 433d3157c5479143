//! Some weeks of a made-up diary, as a person might have kept it in a
//! spreadsheet. The same every time but for its dates.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::Date;

/// Days it covers.
const DAYS: i64 = 42;

/// The diary as comma-separated values, its last day the one before `today`.
pub(super) fn csv(today: Date) -> String {
    let mut out = String::from("date,time,what,value,unit\n");
    let mut chance = 7_u64;
    // Whole tenths around a middle that drifts slowly, as bodies do.
    let mut near = |middle: i64, spread: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let offset = i64::try_from((chance >> 33) % (2 * spread + 1)).unwrap_or(0);
        middle + offset - i64::try_from(spread).unwrap_or(0)
    };
    for back in (1..=DAYS).rev() {
        let date = today.saturating_sub(back.days());
        let line = |out: &mut String, time: &str, what: &str, tenths: i64, unit: &str| {
            // Writing to a string does not fail.
            let _ = writeln!(out, "{date},{time},{what},{}.{},{unit}", tenths / 10, tenths % 10);
        };
        line(&mut out, "07:40", "Blood glucose", near(71, 14), "mmol/L");
        if back % 2 == 0 {
            line(&mut out, "18:10", "Blood glucose", near(84, 18), "mmol/L");
        }
        line(&mut out, "08:05", "Oxygen level", near(94, 2) * 10, "%");
        if back % 7 == 3 {
            line(&mut out, "08:00", "Weight", near(843 + back / 7, 4), "kg");
        }
        if back % 3 == 0 {
            line(&mut out, "21:00", "Breathlessness", near(4, 2) * 10, "out of 10");
        }
    }
    // Scores and percentages are whole numbers.
    out.replace(".0,%", ",%").replace(".0,out", ",out")
}
