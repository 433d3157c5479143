//! A schedule: a list of steps. Every step means something whatever came
//! before it, or does nothing; so any part of a schedule is a schedule, and a
//! failing one can be cut down.

use serde::{Deserialize, Serialize};

use crate::dice::Dice;
use crate::disk::Health;

/// One thing that happens. Devices, flights and contents are named by small
/// numbers, taken modulo how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Somebody writes something down.
    Write(u8, What),
    /// A device syncs, and this happens to it on the way.
    Sync(u8, Way),
    /// A device begins to sync; what it sends stays on the way.
    Begin(u8),
    /// A flight reaches the server, which begins with it.
    Deliver(u8),
    /// The server does one read or write of a flight's.
    Work(u8),
    /// A flight's answer reaches its device.
    Answer(u8),
    /// A flight is lost, on its way there or back.
    Lose(u8),
    /// A flight is seen twice by the server.
    Again(u8),
    /// The app stops at its n-th use of disk, keys or network from now; where
    /// that is a commit, it is whole or it is not.
    Die(u8, u8, bool),
    /// The app starts.
    Start(u8),
    /// The disk answers nothing until it is released.
    Hold(u8),
    /// The disk answers what it was asked.
    Release(u8),
    /// A disk fares so from now on.
    Disk(u8, Health),
    /// So many minutes pass.
    Pass(u16),
    /// A device's clock is set so many hours from the true time.
    Skew(u8, i32),
    /// The server's clock is set so many minutes from the true time.
    ServerSkew(i8),
    /// A device is carried into another time zone.
    Zone(u8, u8),
    /// The server hints that something is new.
    Hint(u8),
    /// The server stops, in the middle of what it does; where that is a commit,
    /// it is whole or it is not. It starts again at once.
    ServerDies(bool),
    /// A flush of the server's disk fails, and all of it is there or nothing; it
    /// starts again from what is.
    ServerFails(bool),
    /// The server gathers old blocks into segments: so many reads and writes of it.
    Gather(u8),
    /// The server's disk fares so from now on.
    ServerDisk(Health),
    /// A device syncs note after note, for months, until a backup holds so many
    /// that it packs them.
    Crowd(u8),
    /// A device's disk is copied to another, which goes on with the same key.
    Copy(u8),
    /// A device's app is replaced by one of another version.
    App(u8, Version),
    /// The server is replaced by one of another version.
    Server(Version),
    /// The server's disk is copied.
    Backup,
    /// The server is lost, and goes on from its last copy in a new epoch.
    Restore,
    /// The person lets the carer see and add these, from this device.
    Share(u8, u8),
    /// The person adds what was set aside to their record, or puts it away.
    Decide(u8, bool),
    /// A colleague opens the record.
    Open,
    /// A device is lost with all that was on it, and its person signs in on another.
    Replace(u8),
    /// The page is drawn.
    Draw(u8),
}

/// A version of the app, or of the server, beside this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Version {
    /// It can do less, and knows nothing of what it cannot do.
    Older,
    /// It is this one.
    Same,
    /// It says what this one does not know.
    Newer,
}

/// What somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// A note in the diary.
    Note,
    /// So many notes in one act.
    Notes(u8),
    /// What matters most to the person, where two may disagree.
    Matters,
    /// The same, by a newer app, with a field that this one does not know.
    MattersMore,
    /// The text of a note is put right.
    Correct(u8),
    /// A note no longer holds.
    CrossOut(u8),
    /// A message.
    Message,
    /// Something that the person keeps to themselves; nothing, by anybody else.
    Own,
    /// Something of a kind that this app does not know.
    Unknown,
    /// A newer app changes something of such a kind.
    UnknownMore(u8),
}

/// What happens to a sync on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// Nothing.
    Well,
    /// No request arrives.
    NoRequest,
    /// Every request is carried out, and no answer arrives.
    NoAnswer,
    /// Every request is carried out twice.
    Twice,
    /// The first answer is cut short after so many sixteenths.
    Short(u8),
    /// The first answer with blocks arrives so, and can be read all the same; the
    /// number says where.
    Damaged(Damage, u16),
}

/// What is wrong with an answer that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// A block is not in it.
    Lost,
    /// A block is in it twice.
    Doubled,
    /// Two blocks have changed places.
    Swapped,
    /// A block says another place in the stream.
    Moved,
    /// A block says another time of arrival.
    Late,
    /// A bit of what was written, or of its signature, is another.
    Bit,
    /// A block of the device's own is acknowledged with another time.
    Acknowledged,
    /// The stream is said to stand elsewhere.
    Head,
}

impl Way {
    fn any(dice: &mut Dice) -> Self {
        match dice.below(12) {
            0 => Self::NoRequest,
            1 | 2 => Self::NoAnswer,
            3 => Self::Twice,
            4 => Self::Short(dice.small(16)),
            5 => Self::Damaged(Damage::any(dice), u16::try_from(dice.below(4096)).unwrap_or(0)),
            _ => Self::Well,
        }
    }
}

impl Version {
    fn any(dice: &mut Dice) -> Self {
        match dice.below(4) {
            0 => Self::Same,
            1 => Self::Newer,
            _ => Self::Older,
        }
    }
}

impl Damage {
    fn any(dice: &mut Dice) -> Self {
        match dice.below(11) {
            0 => Self::Lost,
            1 => Self::Doubled,
            2 => Self::Swapped,
            3 => Self::Moved,
            4 => Self::Late,
            5 => Self::Acknowledged,
            6 => Self::Head,
            _ => Self::Bit,
        }
    }
}

impl What {
    fn any(dice: &mut Dice) -> Self {
        match dice.below(14) {
            0..=3 => Self::Note,
            13 => Self::UnknownMore(dice.small(4)),
            4 => Self::Notes(2 + dice.small(6)),
            5 | 6 => Self::Matters,
            7 => Self::MattersMore,
            8 => Self::Correct(dice.small(4)),
            9 => Self::CrossOut(dice.small(4)),
            10 => Self::Unknown,
            11 => Self::Own,
            _ => Self::Message,
        }
    }
}

fn health(dice: &mut Dice) -> Health {
    match dice.below(4) {
        0 => Health::Full,
        1 => Health::Failing,
        _ => Health::Well,
    }
}

/// Hours by which a clock may be wrong: minutes to years, both ways.
const SKEWS: [i32; 10] = [0, 0, 1, -1, 3, -26, 24 * 40, -24 * 400, 24 * 365 * 5, -24 * 365 * 30];

impl Step {
    /// Any step, the likely ones more often.
    #[must_use]
    pub fn any(dice: &mut Dice, devices: u8) -> Self {
        // At times the first copy, where there is one.
        let device = if dice.once_in(8) { devices } else { dice.small(devices) };
        match dice.below(106) {
            0..=25 => Self::Write(device, What::any(dice)),
            26..=48 => Self::Sync(device, Way::any(dice)),
            49..=54 => Self::Begin(device),
            55..=58 => Self::Deliver(dice.small(4)),
            59..=63 => Self::Work(dice.small(4)),
            64..=66 => Self::Answer(dice.small(4)),
            67 => Self::Lose(dice.small(4)),
            68 => Self::Again(dice.small(4)),
            69..=73 => Self::Die(device, dice.small(7), dice.once_in(2)),
            74..=76 => Self::Start(device),
            77 => Self::Hold(device),
            78 | 79 => Self::Release(device),
            80 => Self::Disk(device, health(dice)),
            81 | 82 => Self::Pass(1 + u16::from(dice.small(90))),
            83 => Self::Pass(u16::try_from(dice.below(60_000)).unwrap_or(1)),
            84 | 85 => {
                let at = usize::from(dice.small(10));
                Self::Skew(device, SKEWS.get(at).copied().unwrap_or(0))
            }
            86 => Self::ServerSkew(i8::try_from(dice.below(120)).unwrap_or(0) - 60),
            87 => Self::Zone(device, dice.small(5)),
            88 => Self::Hint(device),
            89..=91 => Self::ServerDies(dice.once_in(2)),
            92 => Self::ServerDisk(health(dice)),
            93..=95 => Self::Share(dice.small(2), dice.small(64)),
            96 => Self::Decide(dice.small(2), dice.once_in(2)),
            97 => Self::Open,
            // As long as many worlds, and so rare.
            98 if dice.once_in(12) => Self::Crowd(device),
            98 if dice.once_in(2) => Self::Backup,
            98 => Self::Restore,
            99 => Self::Copy(device),
            100 => Self::App(device, Version::any(dice)),
            101 => Self::Server(Version::any(dice)),
            102 | 103 => Self::Gather(1 + dice.small(12)),
            104 => Self::ServerFails(dice.once_in(2)),
            _ => Self::Draw(device),
        }
    }

    /// Somebody's device is first used after a backup, and writes; the server is
    /// lost. In this order among the other steps.
    pub fn since_the_backup(steps: &mut Vec<Self>, dice: &mut Dice, devices: u8) {
        let device = dice.small(devices);
        let first = if device == 3 { Self::Open } else { Self::Replace(device) };
        let mut story = if dice.once_in(2) { vec![Self::Backup] } else { Vec::new() };
        story.push(first);
        for _ in 0..=dice.below(3) {
            story.push(Self::Write(device, What::any(dice)));
            story.push(Self::Sync(device, Way::any(dice)));
        }
        story.push(Self::Sync(dice.small(devices), Way::Well));
        story.push(Self::Restore);
        let mut at = 0;
        for step in story {
            let left = u32::try_from(steps.len() - at).unwrap_or(0);
            // Mostly close behind each other, or too much lies between.
            at += usize::try_from(dice.below(left.min(4) + 1)).unwrap_or(0);
            steps.insert(at, step);
            at += 1;
        }
    }

    /// The schedule of a seed.
    #[must_use]
    pub fn schedule(seed: u64, devices: u8, steps: u32) -> Vec<Self> {
        let mut dice = Dice::new(seed);
        (0..steps).map(|_| Self::any(&mut dice, devices)).collect()
    }
}
