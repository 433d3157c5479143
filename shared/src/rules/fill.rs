//! Filling in a form with a rule that stands.

use record::schedule::{Days, End, Terms, When};

use super::{
    BY_DATE, BY_WEEKDAY, DAILY, EVERY, FLOATING, MONTHLY, ONCE, PINNED, TIMES, WEEKLY, once,
};
use crate::forms::Forms;
use crate::reminders::{self, WEEK, bit};

/// "08:00", as a form has it.
pub(crate) fn clock(minute: u16) -> String {
    let time = reminders::time(minute);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Every so many, where it is more than one.
fn every(forms: &mut Forms, name: &str, field: &str, every: u16) {
    if every > 1 {
        forms.set(name, field, every.to_string());
    }
}

/// On which days, from when to when, at which times, and by which clock.
pub(crate) fn fill(forms: &mut Forms, name: &str, terms: &Terms) {
    forms.choose(name, "zone", if terms.zone.is_some() { PINNED } else { FLOATING });
    forms.set_date(name, "first", terms.first);
    let once = once(terms).is_some();
    match terms.end {
        End::On(last) if !once => forms.set_date(name, "last", last),
        End::After(count) => forms.set(name, "count", count.to_string()),
        End::Open | End::On(_) => {}
    }
    let When::Calendar { days, steps } = &terms.when else { return };
    let how = match *days {
        Days::Every(1) if once => ONCE,
        Days::Every(1) => DAILY,
        Days::Every(every) => {
            forms.set(name, "every", every.to_string());
            EVERY
        }
        Days::Weeks { every, on } => {
            self::every(forms, name, "weeks", every);
            let chosen = WEEK.iter().filter(|day| on.0 & bit(**day) != 0);
            forms.choose_all(name, "days", chosen.map(|day| bit(*day).to_string()).collect());
            WEEKLY
        }
        Days::MonthDay { every, day } => {
            self::every(forms, name, "months", every);
            forms.choose(name, "by", BY_DATE);
            forms.set(name, "day", day.to_string());
            MONTHLY
        }
        Days::MonthWeekday { every, nth, on } => {
            self::every(forms, name, "months", every);
            forms.choose(name, "by", BY_WEEKDAY);
            forms.choose(name, "nth", nth.to_string());
            forms.choose(name, "weekday", bit(on).to_string());
            MONTHLY
        }
    };
    forms.choose(name, "how", how);
    let times = steps.first().map(|step| step.times.as_slice()).unwrap_or_default();
    for (field, at) in TIMES.iter().zip(times) {
        forms.set(name, field, clock(at.minute));
    }
}
