//! Supplies: how much of a medicine there is, and when to order more.

use jiff::civil::Date;

use super::{Ref, kind};
use crate::decimal::Decimal;

kind! {
    /// What somebody counted, and what they want to be told. The newest holds:
    /// doses that were taken after it are counted down from it, so that two
    /// devices that write doses at once take nothing from each other's.
    Supply = 18 in Medicines as "supply" {
        /// The medicine.
        1 medicine: Ref => Fixed,
        /// How much there was, in the unit of the medicine's dose.
        2 left: Option<Decimal> => Fixed,
        /// The day on which to order more.
        3 order_on: Option<Date> => Fixed,
        /// To order once so few are left.
        4 order_at: Option<Decimal> => Fixed,
    }
}
