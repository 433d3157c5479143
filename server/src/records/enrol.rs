//! Making a device one of a record's writers.

use record::api::Enrolled;
use record::sync::Side;

use super::{MemberRow, Role, Standing, WriterRow};
use crate::accounts::AccountKind;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Accounts, Devices, Members, Records, Writers};

/// Gives the session's device a number in the record; the same device of the
/// same account always gets the same one.
///
/// # Errors
/// [`Refused::Store`].
pub fn enrol(pen: &mut Pen<'_>, caller: &Caller, standing: &Standing) -> Result<Enrolled, Refused> {
    let record = standing.record;
    let member = standing.member;
    let device = (record, caller.device.0, caller.account);
    if let Some(writer) = pen.get(Devices, &device)? {
        return Ok(Enrolled { writer, member });
    }
    let account = pen.get(Accounts, &caller.account)?.ok_or(StoreError::Damaged)?;
    let role = match (&account.kind, pen.get(Members, &(record, member))?) {
        (AccountKind::Staff { job, .. }, _) => job.clone(),
        (AccountKind::Person, Some(MemberRow::Carer { relation, .. })) => relation,
        (AccountKind::Person, _) => String::new(),
    };
    let row = WriterRow {
        member,
        account: Some(caller.account),
        key: caller.device.0,
        name: account.name,
        role,
        side: match standing.role {
            Role::Person => Side::Person,
            Role::Carer => Side::Carer,
            Role::Staff => Side::Team,
        },
        served: 0,
    };
    let mut known = pen.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let writer = known.new_writer();
    pen.put(Records, &record, &known)?;
    pen.put(Writers, &(record, writer), &row)?;
    pen.put(Devices, &device, &writer)?;
    Ok(Enrolled { writer, member })
}
