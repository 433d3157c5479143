//! Where a record's rows lie in the device's store.

use record::Scope;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Written here, not yet signed. Position: counter of the first operation.
    Outbox,
    /// Signed and on its way. Position: counter of the first operation.
    Pending,
    /// In the stream, as the server numbered it. Position: sequence of the first.
    Stream,
    /// Refused by the server; kept for the person. Position: a number made of its
    /// bytes.
    Parked,
    /// Written for the person by somebody who may no longer write there; the
    /// person decides. Position: its number with the server.
    SetAside,
}

/// The slot of a record's area and scope.
#[must_use]
pub fn of(index: u32, area: Area, scope: Scope) -> u64 {
    let area = match area {
        Area::Outbox => 1_u64,
        Area::Pending => 2,
        Area::Stream => 3,
        Area::Parked => 4,
        Area::SetAside => 5,
    };
    u64::from(index) << 16 | area << 8 | u64::from(scope.code())
}

/// What a slot is; none for one that this app does not know.
#[must_use]
pub fn read(slot: u64) -> Option<(u32, Area, Scope)> {
    let area = match slot >> 8 & 0xff {
        1 => Area::Outbox,
        2 => Area::Pending,
        3 => Area::Stream,
        4 => Area::Parked,
        5 => Area::SetAside,
        _ => return None,
    };
    let scope = Scope::from_code(u8::try_from(slot & 0xff).ok()?).ok()?;
    Some((u32::try_from(slot >> 16).ok()?, area, scope))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_reads_back() {
        for area in [Area::Outbox, Area::Pending, Area::Stream, Area::Parked, Area::SetAside] {
            for scope in Scope::ALL {
                assert_eq!(read(of(7, area, scope)), Some((7, area, scope)));
            }
        }
        assert_eq!(read(0), None);
    }
}
