//! A schedule with what it begins from: all that is needed to live it again.

use std::fmt::Write as _;

use record::mutation::Mutation;

use crate::dice::Dice;
use crate::oracle::Fault;
use crate::step::Step;
use crate::world::World;
use crate::{disk, shelf};

/// A rule that is broken on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Broken {
    /// None is.
    #[default]
    No,
    /// One in the code that people use.
    Rule(Mutation),
    /// Devices' disks say that they have synced, and have not.
    DeviceNoSync,
    /// Devices' commits are not whole.
    DeviceTorn,
    /// The server's disk says that it has synced, and has not.
    ServerNoSync,
    /// The server acknowledges before it has written, and though it cannot.
    ServerEarly,
    /// The server acknowledges what its disk could not flush.
    ServerFlushIgnored,
}

impl Broken {
    /// How the server's disk is broken.
    #[must_use]
    pub fn shelf(self) -> shelf::Broken {
        match self {
            Self::ServerNoSync => shelf::Broken::NoSync,
            Self::ServerEarly => shelf::Broken::Early,
            Self::ServerFlushIgnored => shelf::Broken::FlushIgnored,
            _ => shelf::Broken::No,
        }
    }

    /// How devices' disks are broken.
    #[must_use]
    pub fn disk(self) -> disk::Broken {
        match self {
            Self::DeviceNoSync => disk::Broken::NoSync,
            Self::DeviceTorn => disk::Broken::Torn,
            _ => disk::Broken::No,
        }
    }
}

/// A world's whole life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The server's chance comes from it.
    pub seed: u64,
    /// How many devices there are: phone, tablet, carer's, colleague's.
    pub devices: u8,
    /// What happens.
    pub steps: Vec<Step>,
    /// What is broken on purpose.
    pub broken: Broken,
}

/// How a life ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// What happened, as a hash.
    pub trace: String,
    /// What was found to be wrong, first.
    pub fault: Option<Fault>,
}

impl Schedule {
    /// What a seed decides: everything.
    #[must_use]
    pub fn of_seed(seed: u64) -> Self {
        let mut dice = Dice::new(seed ^ 0xdead_beef);
        // Mostly one person's two devices; some with a carer, fewer with staff.
        let devices = match dice.below(8) {
            0 => 1,
            1..=4 => 2,
            5 | 6 => 3,
            _ => 4,
        };
        // Most lives are short: that is where most is found.
        let steps = if dice.once_in(4) { 16 + dice.below(25) } else { 4 + dice.below(12) };
        let mut steps = Step::schedule(seed, devices, steps);
        // Every twelfth meets somebody who was enrolled since the backup.
        if seed % 12 == 6 {
            let mut story = Dice::new(seed ^ 0xbac_c0de);
            Step::since_the_backup(&mut steps, &mut story, devices);
        }
        Self { seed, devices, steps, broken: Broken::No }
    }

    /// Whether one server has its disk to itself, as with the embedded engine, and
    /// so keeps rows in memory.
    #[must_use]
    pub fn alone(&self) -> bool {
        !self.seed.is_multiple_of(4)
    }

    /// The same with a rule broken.
    #[must_use]
    pub fn breaking(self, broken: Broken) -> Self {
        Self { broken, ..self }
    }

    /// Lives it.
    #[must_use]
    pub fn live(&self) -> Life {
        let _broken = Breaking::begin(self.broken);
        // Every sixteenth life proves each signature, as a server must; the others those
        // alone that they have not made themselves.
        #[cfg(feature = "mutations")]
        server::keys::proved::trust(!self.seed.is_multiple_of(16));
        let mut world = World::of(self);
        for step in &self.steps {
            world.step(*step);
            if world.fault().is_some() {
                break;
            }
        }
        if world.fault().is_none() {
            world.quieten();
            world.judge();
        }
        let fault = world.fault().cloned();
        let World { trace, .. } = world;
        Life { trace: trace.finish(), fault }
    }

    /// As it is kept: a line for the beginning, a line a step.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = format!("{} {}\n", self.seed, self.devices);
        for step in &self.steps {
            let _ = writeln!(text, "{}", serde_json::to_string(step).unwrap_or_default());
        }
        text
    }

    /// From how it is kept; lines that begin with `#` say why.
    ///
    /// # Errors
    /// The line that cannot be read.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let beginning = lines.next().ok_or("there is nothing in it")?;
        let (seed, devices) = beginning.split_once(' ').ok_or(beginning)?;
        let steps = lines
            .map(|line| serde_json::from_str(line).map_err(|_| line.to_owned()))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            seed: seed.parse().map_err(|_| beginning)?,
            devices: devices.parse().map_err(|_| beginning)?,
            steps,
            broken: Broken::No,
        })
    }
}

/// Breaks a rule for as long as it lives.
struct Breaking;

impl Breaking {
    fn begin(broken: Broken) -> Self {
        #[cfg(feature = "mutations")]
        record::mutation::set(match broken {
            Broken::Rule(mutation) => Some(mutation),
            _ => None,
        });
        #[cfg(not(feature = "mutations"))]
        let _ = broken;
        Self
    }
}

impl Drop for Breaking {
    fn drop(&mut self) {
        #[cfg(feature = "mutations")]
        {
            record::mutation::set(None);
            server::keys::proved::trust(false);
        }
    }
}
