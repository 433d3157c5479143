//! When an invitation serves, by the rule alone.

use super::*;

#[test]
fn an_invitation_serves_once_and_until_its_end() {
    let now = Moment(1_800_000_000_000);
    let row = InvitationRow {
        to: For::Patient { team: TeamId([1; 16]) },
        name: "Sam".into(),
        relation: String::new(),
        scopes: Scopes::NONE,
        expires: now.plus_seconds(SECONDS),
        used: false,
    };
    assert_eq!(check(&row, now), Ok(()));
    assert_eq!(check(&row, Moment(row.expires.0 - 1)), Ok(()));
    assert_eq!(check(&row, row.expires), Err(ProblemCode::InvitationExpired));
    let used = InvitationRow { used: true, ..row };
    assert_eq!(check(&used, now), Err(ProblemCode::InvitationUsed));
}
