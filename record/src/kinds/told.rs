//! What the server told a carer of: the audit that the person sees.

use super::kind;
use crate::ids::Member;

kind! {
    /// A carer was given a sign that something which matters was not answered, as
    /// the person had asked. Written by the server alone, which knows no more.
    Told = 34 in Sharing as "told" {
        /// Who was told.
        1 member: Member => Fixed,
        /// Their name.
        2 who: String => Fixed,
    }
}
