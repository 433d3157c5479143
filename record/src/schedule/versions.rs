//! The rules that one reminder has had, and when each was in force.

use std::sync::Arc;

use jiff::civil::Date;

use super::amount::Amount;
use super::clock::{Clocks, Utc};
use super::code::{RuleBytes, Trouble};
use super::day;
use super::key::OccurrenceKey;
use super::rule::{Promise, Rule};
use crate::ids::{EntryId, OpId};
use crate::kinds::Reminder;
use crate::state::{Record, Setting};

/// The zone database: a zone by its IANA name, where it has one.
pub type Zones<'a> = &'a dyn Fn(&str) -> Option<Arc<dyn Clocks>>;

/// A reminder's schedule: every rule that it ever had.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// The entry.
    pub id: OpId,
    /// Its rules, as they were made; concurrent ones in the same order
    /// everywhere.
    pub versions: Vec<Version>,
    /// When its last outcome happened, seconds since 1970: for elapsed time. The
    /// caller's to say.
    pub last: Option<i64>,
}

/// One rule of a schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// What it is called in keys.
    pub number: u32,
    /// The last day on which it holds; none while nothing has replaced it.
    /// Several without are concurrent, and hold until someone resolves them.
    pub until: Option<Date>,
    /// What it says, or why that is of no use here.
    pub rule: Result<InForce, Trouble>,
}

/// A rule, and the zone it speaks of.
#[derive(Clone, Debug)]
pub struct InForce {
    /// The rule.
    pub rule: Rule,
    /// The zone that it is pinned to; none for wherever the person is.
    pub zone: Option<Arc<dyn Clocks>>,
}

/// A rule's zone is found by the rule.
impl PartialEq for InForce {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule
    }
}

impl InForce {
    /// Finds the zone of a rule.
    ///
    /// # Errors
    /// [`Trouble::UnknownZone`].
    pub fn new(rule: Rule, zones: Zones<'_>) -> Result<Self, Trouble> {
        let zone = match &rule.terms().zone {
            Some(zone) => Some(zones(zone.name()).ok_or(Trouble::UnknownZone)?),
            None => None,
        };
        Ok(Self { rule, zone })
    }
}

impl Schedule {
    /// Of a reminder in a record. Empty where there is none.
    #[must_use]
    pub fn of(record: &Record, id: EntryId, zones: Zones<'_>) -> Self {
        let settings = record.settings::<Reminder>(id, Reminder::RULE);
        Self::new(record.own(id).created_by(), &settings, zones)
    }

    /// From all that was ever said of its rule, each after what it saw.
    ///
    /// A rule holds from its own day until the day before the first of those
    /// that replace it. One that cannot be read replaces others from the day on
    /// which it was written: what it says is not known, but that the old one no
    /// longer holds is.
    #[must_use]
    pub fn new(id: OpId, settings: &[Setting], zones: Zones<'_>) -> Self {
        let mut begins = Vec::with_capacity(settings.len());
        let mut versions: Vec<Version> = Vec::with_capacity(settings.len());
        for setting in settings {
            let bytes = RuleBytes(setting.value.clone());
            let rule = bytes.read();
            begins.push(match &rule {
                Ok(rule) => rule.terms().from,
                Err(_) => day::day_of(setting.by.happened.at, &Utc, 0),
            });
            let rule = rule.and_then(|rule| InForce::new(rule, zones));
            versions.push(Version { number: bytes.number(), until: None, rule });
        }
        for (at, version) in versions.iter_mut().enumerate() {
            for (by, begin) in settings.iter().zip(&begins) {
                if by.saw.contains(&at) {
                    let last = day::days_after(*begin, -1);
                    version.until = Some(version.until.map_or(last, |until| until.min(last)));
                }
            }
        }
        // Said twice it is one, and holds as long as either.
        let mut at = 0;
        while let Some(Version { number, until, .. }) = versions.get(at) {
            let (number, until) = (*number, *until);
            match versions[..at].iter_mut().find(|before| before.number == number) {
                Some(same) => {
                    same.until = same.until.zip(until).map(|(one, other)| one.max(other));
                    versions.remove(at);
                }
                None => at += 1,
            }
        }
        Self { id, versions, last: None }
    }

    /// How much, at an occurrence.
    #[must_use]
    pub fn amount(&self, key: &OccurrenceKey) -> Option<&Amount> {
        let version = self.versions.iter().find(|version| version.number == key.version)?;
        version.rule.as_ref().ok()?.rule.amount(key.date, key.slot)
    }

    /// Why it is silent, or partly so, where it is: what stands in the way of a
    /// rule that nothing has replaced.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        let mut standing = self.versions.iter().filter(|version| version.until.is_none());
        standing.find_map(|version| version.rule.as_ref().err().copied())
    }

    /// Whether its times go by the time since the last outcome ([`Schedule::last`]).
    #[must_use]
    pub fn is_elapsed(&self) -> bool {
        let mut rules = self.versions.iter().filter_map(|version| version.rule.as_ref().ok());
        rules.any(|one| one.rule.promise() == Promise::Elapsed)
    }
}
