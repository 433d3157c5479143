//! Cuts a failing schedule down to what it needs.
//!
//! Every part of a schedule is a schedule, so taking steps away is all it
//! takes: halves first, then ever smaller runs (delta debugging), until no one
//! step can be taken away.

use crate::schedule::Schedule;

/// The shortest failing part that is found. A part that fails otherwise than
/// the whole is as good: it is wrong too.
#[must_use]
pub fn shrink(schedule: &Schedule) -> Schedule {
    let mut best = schedule.clone();
    for devices in 1..best.devices {
        let fewer = Schedule { devices, ..best.clone() };
        if fewer.live().fault.is_some() {
            best = fewer;
            break;
        }
    }
    let mut run = best.steps.len().div_ceil(2);
    while run > 0 {
        let mut at = 0;
        let mut shorter = false;
        while at < best.steps.len() {
            let mut part = best.clone();
            part.steps.drain(at..(at + run).min(part.steps.len()));
            if part.live().fault.is_some() {
                best = part;
                shorter = true;
            } else {
                at += run;
            }
        }
        if run > 1 {
            run = run.div_ceil(2);
        } else if !shorter {
            run = 0;
        }
    }
    best
}
