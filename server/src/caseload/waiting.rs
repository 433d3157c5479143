//! Who waits for an answer.

use record::Writer;
use record::kinds::Message;
use record::state::Record;

use crate::clock::Moment;

/// A message that nobody of the team has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// When it reached the server: devices' clocks do not decide who waited
    /// longest.
    pub since: Moment,
}

/// The first message from the person's side since the team last wrote. What was
/// taken back waits no more.
#[must_use]
pub fn waiting(record: &Record, is_teams: impl Fn(Writer) -> bool) -> Option<Waiting> {
    let mut messages: Vec<(i64, bool)> = record
        .current::<Message>()
        .filter_map(|entry| Some((entry.created.arrived?, is_teams(entry.created.id.writer))))
        .collect();
    messages.sort_unstable();
    let mut since = None;
    for (arrived, from_team) in messages {
        since = if from_team { None } else { since.or(Some(Waiting { since: Moment(arrived) })) };
    }
    since
}

#[cfg(test)]
mod tests {
    use record::kinds::Kind;
    use record::op::{Act, Operation};
    use record::time::{Happened, Hlc, Zone};
    use record::{OpId, Scope, Touch};

    use super::*;

    const PERSON: Writer = Writer(2);
    const TEAM: Writer = Writer(3);

    fn write(record: &mut Record, writer: Writer, counter: u32, act: Act, arrived: i64) {
        let message = Message { text: "Hello".into(), answers: None };
        let payload = match act {
            Act::Retract(_) => vec![1 << 2 | 2, 1, b'x'],
            _ => message.payload(writer),
        };
        let operation = Operation {
            id: OpId { writer, counter },
            act,
            happened: Happened { at: 0, zone: Zone::new("UTC") },
            recorded: Hlc::new(i64::from(counter), 0),
            on_behalf: None,
            payload,
        };
        let draft = record::block::encode(Scope::Messages, writer, &[operation]).unwrap();
        record.apply(&draft, Some(arrived)).unwrap();
    }

    #[test]
    fn the_first_message_since_the_team_wrote_waits() {
        let mut record = Record::new(Writer::SERVER);
        let find = |record: &Record| waiting(record, |writer| writer == TEAM).map(|w| w.since.0);
        let create = || Act::Create(Message::SPEC.id);
        assert_eq!(find(&record), None);
        write(&mut record, PERSON, 1, create(), 100);
        write(&mut record, PERSON, 2, create(), 200);
        assert_eq!(find(&record), Some(100));
        write(&mut record, TEAM, 1, create(), 300);
        assert_eq!(find(&record), None);
        write(&mut record, PERSON, 3, create(), 400);
        assert_eq!(find(&record), Some(400));
        let entry = OpId { writer: PERSON, counter: 3 };
        let taken_back = Act::Retract(Touch { entry, seen: vec![entry] });
        write(&mut record, PERSON, 4, taken_back, 500);
        assert_eq!(find(&record), None);
    }
}
