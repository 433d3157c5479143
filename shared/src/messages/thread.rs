//! The conversation, read out of the record: who wrote what, what has arrived,
//! who has seen it, and what waits for an answer.

use record::kinds::{Message, Ref, Seen};
use record::sync::Side;
use record::time::{Happened, Hlc};
use record::{EntryId, Member, OpId, Scope};

use crate::holding::{Author, Holding, RecordSide, TeamCard};
use record::sort;

/// How many entries are looked at for telling what is new; a page shows fewer.
const RECENT: usize = 200;

/// One message.
pub(super) struct Line {
    /// Its name.
    pub(super) id: EntryId,
    /// The words.
    pub(super) text: String,
    /// Who wrote it.
    pub(super) author: Author,
    /// For whom, where not for themselves.
    pub(super) on_behalf: Option<Member>,
    /// When it was written.
    pub(super) happened: Happened,
    /// When the server had it, milliseconds since 1970.
    pub(super) arrived: Option<i64>,
    /// The server did not take it.
    pub(super) refused: bool,
    recorded: Hlc,
}

/// Somebody has seen the thread as far as a line.
struct Reading {
    author: Author,
    upto: usize,
    at: Happened,
}

/// The newest part of the conversation, oldest first.
pub(super) struct Conversation {
    /// The messages.
    pub(super) lines: Vec<Line>,
    /// Whether there are older ones.
    pub(super) more: bool,
    team: bool,
    readings: Vec<Reading>,
}

/// Whether a side is the care team's.
#[must_use]
pub(super) fn is_team(side: Side) -> bool {
    side == Side::Team
}

impl Conversation {
    /// The last `count` messages of a record.
    #[must_use]
    pub(super) fn read(holding: &Holding, count: usize) -> Self {
        let record = &holding.record;
        let parked: Vec<(u32, u32)> = holding
            .parked
            .iter()
            .map(|parked| &parked.piece)
            .filter(|piece| piece.header.scope == Scope::Messages)
            .map(|piece| (piece.header.first, piece.header.first + piece.header.count))
            .collect();
        let mut ids = record.ids::<Message>().rev();
        let mut lines: Vec<Line> = ids
            .by_ref()
            .take(count)
            .filter_map(|id| {
                let entry = record.get::<Message>(id).filter(|entry| entry.retracted.is_none())?;
                let counter = entry.created.id.counter;
                let own = entry.created.id.writer == record.me();
                Some(Line {
                    id: entry.id,
                    text: entry.value.text,
                    author: holding.author(entry.created.id.writer),
                    on_behalf: entry.created.on_behalf,
                    happened: entry.happened,
                    arrived: entry.created.arrived,
                    refused: own && parked.iter().any(|(a, b)| (*a..*b).contains(&counter)),
                    recorded: entry.created.recorded,
                })
            })
            .collect();
        let more = ids.next().is_some();
        // As it reached the server, for both sides alike; then what has not.
        sort::by_key(&mut lines, |line| {
            (line.arrived.unwrap_or(i64::MAX), line.recorded, line.id.created_by())
        });
        let readings = record
            .ids::<Seen>()
            .rev()
            .take(RECENT)
            .filter_map(|id| {
                let seen = record.get::<Seen>(id)?;
                let upto = position(&lines, seen.value.message)?;
                let author = holding.author(seen.created.id.writer);
                Some(Reading { author, upto, at: seen.happened })
            })
            .collect();
        let team = holding.about.side == RecordSide::Team;
        Self { lines, more, team, readings }
    }

    /// Whether a message was written on this side.
    #[must_use]
    pub(super) fn is_ours(&self, line: &Line) -> bool {
        is_team(line.author.side) == self.team
    }

    /// Who of the other side read a message first, and when.
    #[must_use]
    pub(super) fn read_by(&self, at: usize) -> Option<(&Author, &Happened)> {
        let ours = is_team(self.lines.get(at)?.author.side);
        self.readings
            .iter()
            .filter(|reading| reading.upto >= at && is_team(reading.author.side) != ours)
            .min_by_key(|reading| reading.at.at)
            .map(|reading| (&reading.author, &reading.at))
    }

    /// Messages from others that this side has not opened: from anybody else on
    /// the person's side, and to a team from the person's side.
    pub(super) fn unseen(&self) -> impl Iterator<Item = &Line> {
        let seen = self
            .readings
            .iter()
            .filter(|reading| reading.author.me)
            .map(|reading| reading.upto + 1)
            .max()
            .unwrap_or(0);
        self.lines.iter().skip(seen).filter(|line| {
            !line.author.me && line.arrived.is_some() && !(self.team && self.is_ours(line))
        })
    }

    /// The newest message of the other side.
    #[must_use]
    pub(super) fn newest_of_theirs(&self) -> Option<&Line> {
        self.lines.iter().rev().find(|line| !self.is_ours(line))
    }

    /// Whether the message waits for the team: from the person's side, arrived,
    /// and the team has not written since.
    #[must_use]
    pub(super) fn waits(&self, at: usize) -> bool {
        let waiting = |line: &Line| !is_team(line.author.side) && line.arrived.is_some();
        self.lines.get(at).is_some_and(waiting)
            && !self.lines.iter().skip(at + 1).any(|line| is_team(line.author.side))
    }
}

/// How many new messages there are.
#[must_use]
pub(super) fn unseen(holding: &Holding) -> usize {
    Conversation::read(holding, RECENT).unseen().count()
}

/// The message up to which this side has now seen all; none where it had.
#[must_use]
pub(super) fn to_see(holding: &Holding) -> Option<OpId> {
    let conversation = Conversation::read(holding, RECENT);
    conversation.unseen().last().map(|line| line.id.created_by())
}

fn position(lines: &[Line], message: Ref) -> Option<usize> {
    lines.iter().position(|line| line.id.created_by() == message.0)
}

/// The teams that can read messages now.
#[must_use]
pub(super) fn teams(holding: &Holding, now: i64) -> Vec<TeamCard> {
    if holding.about.side != RecordSide::Person {
        // Consents are the person's to read: to others the server says which
        // teams there are.
        return holding.about.teams.clone();
    }
    let allowed = crate::sharing::allowed(holding, now);
    holding
        .about
        .teams
        .iter()
        .filter(|team| {
            let see = allowed.iter().find(|(member, _)| *member == team.member);
            see.is_some_and(|(_, grant)| grant.see.has(Scope::Messages))
        })
        .cloned()
        .collect()
}
