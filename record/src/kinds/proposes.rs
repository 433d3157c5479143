//! What a proposal would do, and which fields of something it is about.

use super::slot::{Owned, scalar};
use super::{Kind, Ref};
use crate::codec::DecodeError;
use crate::fields::{FieldNumber, Fields, FieldsWriter, Value};
use crate::ids::Writer;
use crate::sort;

/// Fields of an entry: a bit for each number, as one value. No kind has a number from
/// 64 up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FieldSet(u64);

impl FieldSet {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// Of these numbers.
    #[must_use]
    pub fn of(numbers: impl IntoIterator<Item = FieldNumber>) -> Self {
        let bits = numbers.into_iter().filter_map(|number| 1_u64.checked_shl(number.into()));
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Those in which two entries of a kind differ; one that is cleared is among them.
    #[must_use]
    pub fn differing<K: Kind>(one: &K, other: &K) -> Self {
        let payload = other.payload_from(one, Writer::ME);
        Self::of(Fields::of(&payload).flatten().map(|(number, _)| number))
    }

    /// Whether a field is among them.
    #[must_use]
    pub fn has(self, number: FieldNumber) -> bool {
        1_u64.checked_shl(number.into()).is_some_and(|bit| self.0 & bit != 0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that are in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are in either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// An entry as it is, but in these fields as another says: they may be of two kinds
    /// whose fields have the same numbers.
    ///
    /// # Errors
    /// [`DecodeError::Field`] where a field that is needed would be missing.
    pub fn laid<K: Kind>(self, base: &K, says: &impl Kind) -> Result<K, DecodeError> {
        let (base, says) = (base.payload(Writer::ME), says.payload(Writer::ME));
        let kept = Fields::of(&base).flatten().filter(|(number, _)| !self.has(*number));
        let laid = Fields::of(&says).flatten().filter(|(number, _)| self.has(*number));
        let mut all: Vec<(FieldNumber, Value<'_>)> = kept.chain(laid).collect();
        sort::by_key(&mut all, |(number, _)| *number);
        K::read(all.into_iter().map(|(number, value)| (number, value, Writer::ME)))
    }

    /// The fields of an entry that are among these, and nothing else.
    #[must_use]
    pub fn payload_of(self, of: &impl Kind) -> Vec<u8> {
        let payload = of.payload(Writer::ME);
        let mut out = FieldsWriter::default();
        for (number, value) in Fields::of(&payload).flatten().filter(|(of, _)| self.has(*of)) {
            out.put(number, value);
        }
        out.finish()
    }
}

scalar!(
    FieldSet,
    |value, _author| match value {
        Value::Uint(bits) => Ok(FieldSet(bits)),
        _ => Err(DecodeError::Field),
    },
    |fields: &FieldSet, _author| Owned::Uint(fields.0)
);

/// What a proposal would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposes {
    /// Add something.
    Adds,
    /// Change something.
    Changes {
        /// What.
        what: Ref,
        /// Which fields of it; none where it is about all of them, as from an app that
        /// knew of no set.
        fields: Option<FieldSet>,
    },
    /// Take something out.
    TakesOut {
        /// What.
        what: Ref,
    },
}

impl Proposes {
    /// By the fields of a proposal.
    pub(super) fn by(
        instead: Option<Ref>,
        about: Option<FieldSet>,
        takes_out: Option<bool>,
    ) -> Self {
        match instead {
            // With nothing to take out, it is what else it says.
            None => Self::Adds,
            Some(what) if takes_out == Some(true) => Self::TakesOut { what },
            Some(what) => Self::Changes { what, fields: about },
        }
    }

    /// What it would change or take out.
    #[must_use]
    pub fn what(self) -> Option<Ref> {
        match self {
            Self::Adds => None,
            Self::Changes { what, .. } | Self::TakesOut { what } => Some(what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OpId;
    use crate::kinds::{KINDS, PlanItem, PlanSort};

    fn goal(text: Option<&str>, importance: Option<u64>) -> PlanItem {
        PlanItem { text: text.map(str::to_owned), importance, ..PlanItem::new(PlanSort::Goal) }
    }

    #[test]
    fn a_field_that_is_set_changed_or_cleared_differs_and_no_other() {
        let before = PlanItem { why: Some("The garden".into()), ..goal(Some("Walk"), None) };
        let after = PlanItem { why: None, ..goal(Some("Swim"), Some(9)) };
        assert_eq!(FieldSet::differing(&before, &after), FieldSet::of([5, 6, 8]));
        assert!(FieldSet::differing(&before, &before).is_empty());
        assert!(!FieldSet::of([5]).has(64 + 5), "a number is not its remainder");
        assert!(FieldSet::of([64, 200]).is_empty());
    }

    #[test]
    fn what_is_laid_over_an_entry_touches_these_fields_alone() {
        let of = Some(Ref(OpId { writer: Writer::ME, counter: 3 }));
        let base = PlanItem { of, who: Some("Me".into()), ..goal(Some("Walk"), Some(9)) };
        let says = PlanItem { proposed: Some(true), ..goal(Some("Swim"), None) };
        let laid: PlanItem = FieldSet::of([5, 8]).laid(&base, &says).unwrap();
        assert_eq!(laid, PlanItem { of, who: Some("Me".into()), ..goal(Some("Swim"), None) });
        let none: PlanItem = FieldSet::NONE.laid(&base, &says).unwrap();
        assert_eq!(none, base);
        // What is needed cannot be cleared.
        assert!(FieldSet::of([2]).laid(&contingency(), &base).is_err());
    }

    fn contingency() -> crate::kinds::Contingency {
        let fields = [(2, Value::Bytes(b"A cold"), Writer::ME)];
        Kind::read(fields.into_iter()).unwrap()
    }

    #[test]
    fn every_field_of_every_kind_has_its_bit() {
        for spec in KINDS {
            let all = FieldSet::of(spec.fields.iter().map(|field| field.number));
            assert!(spec.fields.iter().all(|field| all.has(field.number)), "{}", spec.name);
        }
    }

    #[test]
    fn what_names_nothing_takes_nothing_out() {
        let what = Ref(OpId { writer: Writer(2), counter: 9 });
        assert_eq!(Proposes::by(None, None, Some(true)), Proposes::Adds);
        assert_eq!(Proposes::by(Some(what), None, Some(true)), Proposes::TakesOut { what });
        let fields = Some(FieldSet::of([5]));
        assert_eq!(Proposes::by(Some(what), fields, None), Proposes::Changes { what, fields });
    }
}
