//! A device in memory that drives the core: for journeys, read as text.
//!
//! The store, the clock and the keys are real in their promises (a commit is
//! whole, a key signs) and simple in their means. The network is a closure, so
//! that a test decides what the server says; journeys against the real server
//! use the `device` crate instead.

#[cfg(test)]
pub(crate) mod walk;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crux_core::App as _;
use record::api::Paper;

use crate::app::{App, Cmd, Signal};
use crate::effects::Effect;
use crate::effects::clock::{ClockOperation, Now};
use crate::effects::keys::{KeysOperation, KeysOutput};
use crate::effects::network::{NetworkOperation, NetworkOutput};
use crate::effects::platform::{
    FilePart, FileRead, Handed, HealthAnswer, HealthReading, MediaChunk, MediaShown, Notified,
    OutgoingFile, PlatformOperation, PlatformOutput, Push, PutAside, Subscribed, Unlocked,
};
use crate::effects::store::{
    APART, LogRow, Opened, StoreOperation, StoreOutput, StoreProblem, Write,
};
use crate::event::{Event, FieldInput, Launch};
use crate::holding::Holding;
use crate::model::{Cx, Model, Stage};
use crate::pilot;
use crate::screen::{Block, DateInput, Illustration, Input, MediaState, Page, PickedFile, text};
use crate::sheet::{self, Which};

/// What a store in memory holds; shared by the runs of one device.
#[derive(Default, Clone)]
pub struct Disk {
    rows: BTreeMap<(u64, u64), Vec<u8>>,
    values: BTreeMap<String, Vec<u8>>,
    /// Every commit answers with this.
    pub problem: Option<StoreProblem>,
    /// It does not open: the key is another one.
    pub unreadable: bool,
}

impl Disk {
    /// How many rows of logs there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// All named values, as text: to see that something is not among them.
    #[must_use]
    pub fn values_text(&self) -> String {
        self.values.values().map(|body| String::from_utf8_lossy(body)).collect()
    }

    /// How many rows lie apart.
    #[must_use]
    pub fn apart(&self) -> usize {
        self.rows.range((APART, 0)..).count()
    }

    /// What an opening reads.
    #[must_use]
    pub fn opened(&mut self) -> Opened {
        match self.answer(StoreOperation::Open) {
            StoreOutput::Opened(opened) => opened,
            _ => Opened::default(),
        }
    }

    /// Changes a byte of all that lies apart.
    pub fn damage_apart(&mut self) {
        for (_, body) in self.rows.range_mut((APART, 0)..) {
            body.iter_mut().take(1).for_each(|byte| *byte ^= 1);
        }
    }

    /// Without a value that an older app never kept.
    pub fn forget(&mut self, name: &str) {
        self.values.remove(name);
    }

    fn answer(&mut self, operation: StoreOperation) -> StoreOutput {
        match operation {
            StoreOperation::Open if self.unreadable => {
                StoreOutput::Failed(StoreProblem::Unreadable)
            }
            StoreOperation::Open => StoreOutput::Opened(Opened {
                durable: true,
                rows: self
                    .rows
                    .range(..(APART, 0))
                    .map(|((slot, position), body)| LogRow {
                        slot: *slot,
                        position: *position,
                        body: body.clone(),
                    })
                    .collect(),
                values: self.values.clone().into_iter().collect(),
            }),
            StoreOperation::Rows { slot } => StoreOutput::Rows(
                self.rows
                    .range((slot, 0)..=(slot, u64::MAX))
                    .map(|((slot, position), body)| LogRow {
                        slot: *slot,
                        position: *position,
                        body: body.clone(),
                    })
                    .collect(),
            ),
            StoreOperation::Row { slot, position } => {
                let body = self.rows.get(&(slot, position)).cloned();
                let row = body.map(|body| LogRow { slot, position, body });
                StoreOutput::Rows(row.into_iter().collect())
            }
            StoreOperation::Commit(_) if self.problem.is_some() => {
                StoreOutput::Failed(self.problem.unwrap_or(StoreProblem::Full))
            }
            StoreOperation::Commit(writes) => {
                for write in writes {
                    match write {
                        Write::Append { slot, position, body } => {
                            self.rows.insert((slot, position), body);
                        }
                        Write::Remove { slot, from, to } => {
                            self.rows.retain(|(s, p), _| *s != slot || *p < from || *p > to);
                        }
                        Write::Put { key, body } => {
                            self.values.insert(key, body);
                        }
                        Write::Forget { key } => {
                            self.values.remove(&key);
                        }
                    }
                }
                StoreOutput::Done
            }
            StoreOperation::Erase => {
                self.rows.clear();
                self.values.clear();
                StoreOutput::Done
            }
        }
    }
}

type Server = Box<dyn FnMut(NetworkOperation) -> NetworkOutput>;

/// A person with a device.
pub struct Journey {
    model: Model,
    running: Vec<Cmd>,
    /// What the device keeps.
    pub disk: Arc<Mutex<Disk>>,
    /// The device's clock: milliseconds since 1970, UTC.
    pub ms: i64,
    /// The device's zone.
    pub zone: String,
    /// Files handed to the person.
    pub files: Vec<OutgoingFile>,
    /// What else the platform was asked, oldest first.
    pub asked: Vec<PlatformOperation>,
    /// What comes of asking the person to unlock.
    pub unlocking: Unlocked,
    /// How the platform stands to notifications.
    pub notified: Notified,
    /// Where the platform's push service takes what is sent.
    pub subscribed: Subscribed,
    /// What the platform's store of measurements has.
    pub health: HealthAnswer,
    /// What it has, where there is more than one answer holds: newest first.
    pub store: Vec<HealthReading>,
    /// The file that was picked last, where it is read part by part.
    pub picked: Vec<u8>,
    /// Bytes of pictures, sound and film that the page has, by their ids.
    pub shown: BTreeMap<String, Vec<u8>>,
    /// Parts of it that are asked for wait until [`Journey::read_on`].
    pub slow: bool,
    waiting: Option<crux_core::Request<PlatformOperation>>,
    /// What the core wants to be woken for, and when.
    wakes: Vec<(i64, crux_core::Request<ClockOperation>)>,
    /// The numbers told that nothing is under way, and how many requests the server
    /// had had by then.
    pub settled: Vec<(u32, usize)>,
    /// How many requests the server has had.
    pub requests: usize,
    server: Server,
}

/// Sunday 22 November 2026, 7:42 in London.
pub const MORNING: i64 = 1_795_333_320_000;

impl Default for Journey {
    fn default() -> Self {
        Self::on(Arc::default())
    }
}

impl Journey {
    /// Starts the app on a device with this disk, with no network.
    #[must_use]
    pub fn on(disk: Arc<Mutex<Disk>>) -> Self {
        Self::launched_on(disk, Launch::default())
    }

    /// Starts the app as a shell says, on an empty device.
    #[must_use]
    pub fn launched(launch: Launch) -> Self {
        Self::launched_on(Arc::default(), launch)
    }

    /// Starts the app as a shell says, on a device with this disk.
    #[must_use]
    pub fn launched_on(disk: Arc<Mutex<Disk>>, launch: Launch) -> Self {
        let mut journey = Self::unstarted(disk);
        journey.send(Event::Start(launch));
        journey
    }

    /// A device with this disk, on which the app has not been started.
    #[must_use]
    pub fn unstarted(disk: Arc<Mutex<Disk>>) -> Self {
        Self {
            model: Model::default(),
            running: Vec::new(),
            disk,
            ms: MORNING,
            zone: "Europe/London".into(),
            files: Vec::new(),
            asked: Vec::new(),
            unlocking: Unlocked::Proved,
            notified: Notified::UNAVAILABLE,
            subscribed: Subscribed::Nowhere,
            health: HealthAnswer::Unavailable,
            store: Vec::new(),
            picked: Vec::new(),
            shown: BTreeMap::new(),
            slow: false,
            waiting: None,
            wakes: Vec::new(),
            settled: Vec::new(),
            requests: 0,
            server: Box::new(|_| NetworkOutput::Unreachable),
        }
    }

    /// With a server.
    #[must_use]
    pub fn with_server(
        mut self,
        server: impl FnMut(NetworkOperation) -> NetworkOutput + 'static,
    ) -> Self {
        self.server = Box::new(server);
        self
    }

    /// A new run of the app on the same device, as after a crash.
    #[must_use]
    pub fn restarted(&self) -> Self {
        let mut next = Self::on(self.disk.clone());
        next.ms = self.ms;
        next.zone.clone_from(&self.zone);
        next
    }

    /// A second device with a copy of all that this one keeps: restored from a
    /// backup of it, or cloned.
    #[must_use]
    pub fn copied(&self) -> Self {
        let disk = self.disk.lock().map(|disk| disk.clone()).unwrap_or_default();
        let mut next = Self::on(Arc::new(Mutex::new(disk)));
        next.ms = self.ms;
        next
    }

    /// A new run of the app in the same visit: it died, and the shell starts it
    /// again with the page still on show.
    #[must_use]
    pub fn died(&self) -> Self {
        let mut next = Self::unstarted(self.disk.clone());
        next.ms = self.ms;
        next.zone.clone_from(&self.zone);
        let place = self.page().place;
        next.send(Event::Start(Launch { place, ..Launch::default() }));
        next
    }

    /// Lets time pass.
    pub fn later(&mut self, minutes: i64) {
        self.ms += minutes * 60_000;
        self.send(Event::Resume);
    }

    /// Lets time pass while the app stays in front, as a tablet on a stand does: the core
    /// is woken as it asked to be, and hears of nothing else.
    pub fn stays_open(&mut self, minutes: i64) {
        let until = self.ms + minutes * 60_000;
        while let Some(at) = self.wakes.iter().map(|(at, _)| *at).min().filter(|at| *at <= until) {
            self.ms = self.ms.max(at);
            let (due, later) =
                std::mem::take(&mut self.wakes).into_iter().partition(|(when, _)| *when <= at);
            self.wakes = later;
            let due: Vec<_> = due;
            for (_, mut request) in due {
                let _ = request.resolve(self.now());
            }
            self.run(Cmd::done());
        }
        self.ms = until;
    }

    /// Tells the core something, and answers all that it asks.
    pub fn send(&mut self, event: Event) {
        let command = App.update(Signal::from(event), &mut self.model);
        self.run(command);
    }

    /// Tells the core several things at once, each before the one before it has come
    /// to anything.
    pub fn send_together(&mut self, events: impl IntoIterator<Item = Event>) {
        for event in events {
            let command = App.update(Signal::from(event), &mut self.model);
            self.running.push(command);
        }
        self.run(Cmd::done());
    }

    /// Does something with the app in use, as a press would.
    ///
    /// # Panics
    /// Where the app is not open.
    #[expect(clippy::panic, reason = "a journey that cannot go on fails its test")]
    pub fn act(&mut self, act: impl FnOnce(&mut Cx<'_>) -> Cmd) {
        let now = self.now();
        let Stage::Open(open) = &mut self.model.stage else {
            panic!("the app is not open");
        };
        let agreed = self.model.now.agreed.take();
        self.model.now = Now { agreed, day_start: self.model.now.day_start, ..now };
        let command = act(&mut Cx {
            words: &self.model.words,
            now: &self.model.now,
            launch: &self.model.launch,
            open,
        });
        self.run(command);
    }

    /// Looks at the record on show.
    ///
    /// # Panics
    /// Where there is none.
    #[expect(clippy::panic, reason = "a journey that cannot go on fails its test")]
    pub fn holding<T>(&self, look: impl FnOnce(&Holding) -> T) -> T {
        match &self.model.stage {
            Stage::Open(open) => match open.holding() {
                Some(holding) => look(holding),
                None => panic!("there is no record"),
            },
            _ => panic!("the app is not open"),
        }
    }

    fn now(&self) -> Now {
        Now { ms: self.ms, zone: self.zone.clone(), agreed: None, day_start: 0 }
    }

    fn platform(&mut self, operation: &PlatformOperation) -> PlatformOutput {
        if let PlatformOperation::HandOver(file) = operation {
            self.files.push(file.clone());
            return PlatformOutput::HandOver(Handed::Saved);
        }
        if let PlatformOperation::Settled(number) = operation {
            self.settled.push((*number, self.requests));
            return PlatformOutput::Settled;
        }
        if let PlatformOperation::ReadFile(part) = operation {
            return PlatformOutput::ReadFile(self.read(part));
        }
        if let PlatformOperation::Media(chunk) = operation {
            return PlatformOutput::Media(self.show(chunk));
        }
        self.asked.push(operation.clone());
        match operation {
            PlatformOperation::Unlock(_) => PlatformOutput::Unlock(self.unlocking),
            PlatformOperation::Notifications(_) => PlatformOutput::Notifications(self.notified),
            PlatformOperation::Health(query) if !self.store.is_empty() => {
                let before = |reading: &&HealthReading| query.until.is_none_or(|t| reading.at < t);
                let given = self.store.iter().filter(before).take(query.most as usize);
                PlatformOutput::Health(HealthAnswer::Readings(given.cloned().collect()))
            }
            PlatformOperation::Health(_) => PlatformOutput::Health(self.health.clone()),
            PlatformOperation::SetAside => PlatformOutput::SetAside(PutAside::Failed),
            PlatformOperation::Push(Push::Subscribe(_)) => {
                PlatformOutput::Push(self.subscribed.clone())
            }
            PlatformOperation::Push(Push::Leave) => PlatformOutput::Push(Subscribed::Nowhere),
            PlatformOperation::Widget(_)
            | PlatformOperation::HandOver(_)
            | PlatformOperation::ReadFile(_)
            | PlatformOperation::Media(_)
            | PlatformOperation::Settled(_) => PlatformOutput::Widget,
        }
    }

    fn show(&mut self, chunk: &MediaChunk) -> MediaShown {
        let shown = self.shown.entry(chunk.id.clone()).or_default();
        if chunk.offset == 0 {
            shown.clear();
        }
        shown.extend_from_slice(&chunk.content);
        MediaShown::Taken
    }

    /// Asks for the bytes of all that is on the page and can be had, as a shell that
    /// draws them does, until nothing more comes.
    pub fn look(&mut self) -> &mut Self {
        for _ in 0..4 {
            for block in self.page().blocks {
                if let Block::Media(media) = block
                    && matches!(media.state, MediaState::Here | MediaState::Wanted)
                {
                    self.send(Event::Media(media.id));
                }
            }
        }
        self
    }

    fn read(&self, part: &FilePart) -> FileRead {
        let from = usize::try_from(part.offset).unwrap_or(usize::MAX);
        let to = from.saturating_add(part.length as usize);
        match self.picked.get(from..to) {
            Some(bytes) if part.size == self.picked.len() as u64 => FileRead::Part(bytes.to_vec()),
            _ => FileRead::Changed,
        }
    }

    /// Gives the part of a file that is waited for, where any is.
    pub fn read_on(&mut self) -> bool {
        let Some(mut request) = self.waiting.take() else { return false };
        let output = self.platform(&request.operation);
        let _ = request.resolve(output);
        self.run(Cmd::done());
        true
    }

    /// Runs commands until all that can happen now has happened.
    fn run(&mut self, command: Cmd) {
        self.running.push(command);
        loop {
            let mut running = std::mem::take(&mut self.running);
            let mut moved = false;
            for command in &mut running {
                let signals: Vec<Signal> = command.events().collect();
                for signal in signals {
                    moved = true;
                    let next = App.update(signal, &mut self.model);
                    self.running.push(next);
                }
                let effects: Vec<Effect> = command.effects().collect();
                for effect in effects {
                    moved = true;
                    self.answer(effect);
                }
            }
            running.retain_mut(|command| !command.is_done());
            running.append(&mut self.running);
            self.running = running;
            if !moved {
                return;
            }
        }
    }

    fn answer(&mut self, effect: Effect) {
        // A command that was dropped in the meantime takes no answer; that is
        // as it is on a real device.
        let _ = match effect {
            Effect::Clock(mut request) => match request.operation {
                ClockOperation::Now => request.resolve(self.now()),
                // The world of a journey stands still between presses ([`Self::stays_open`]).
                ClockOperation::Wake { after } => {
                    let at = self.ms + i64::try_from(after).unwrap_or(i64::MAX / 2);
                    self.wakes.push((at, request));
                    return;
                }
            },
            Effect::Random(mut request) => {
                let bytes = vec![7; request.operation.bytes as usize];
                request.resolve(bytes)
            }
            Effect::Store(mut request) => {
                let output = self
                    .disk
                    .lock()
                    .map_or(StoreOutput::Failed(StoreProblem::Unavailable), |mut disk| {
                        disk.answer(request.operation.clone())
                    });
                request.resolve(output)
            }
            Effect::Network(mut request) => {
                self.requests += 1;
                let output = (self.server)(request.operation.clone());
                request.resolve(output)
            }
            Effect::Keys(mut request) => {
                let output = match &request.operation {
                    KeysOperation::Public | KeysOperation::Renew => KeysOutput::Public(vec![1; 32]),
                    KeysOperation::Sign(_) => KeysOutput::Signature(vec![2; 64]),
                };
                request.resolve(output)
            }
            Effect::Platform(request)
                if self.slow && matches!(request.operation, PlatformOperation::ReadFile(_)) =>
            {
                self.waiting = Some(request);
                return;
            }
            Effect::Platform(mut request) => {
                let output = self.platform(&request.operation);
                request.resolve(output)
            }
            Effect::Hints(_) | Effect::Render(_) => return,
        };
    }

    /// The page.
    #[must_use]
    pub fn page(&self) -> Page {
        App.view(&self.model)
    }

    /// Which messages the page says in standard words while Easy Read is read.
    #[cfg(test)]
    pub(crate) fn in_standard(&self) -> std::collections::BTreeSet<usize> {
        self.model.words.said_in_standard();
        let _ = self.page();
        self.model.words.said_in_standard()
    }

    /// The page as text.
    #[must_use]
    pub fn text(&self) -> String {
        text::render(&self.page())
    }

    /// About me, as the server would be asked to set it.
    pub fn about_me(&mut self) -> Option<Paper> {
        let mut paper = None;
        self.act(|cx| {
            paper = sheet::asked(Which::AboutMe, cx);
            Cmd::done()
        });
        paper
    }

    /// The page as text, with the name of its picture before whatever has one.
    #[must_use]
    pub fn pictured(&self) -> String {
        let page = self.page();
        let mut text = format!("\n{}", text::render(&page));
        for Illustration { words, picture } in &page.pictures {
            for before in ["", "? ", "# ", "## ", "### ", "<", "| ", "- ", "▸ ", "! Info: "] {
                for after in ["\n", ": ", ">", "*>", " ="] {
                    let found = format!("\n{before}{words}{after}");
                    text = text.replace(&found, &format!("\n[{picture}] {before}{words}{after}"));
                }
            }
        }
        text
    }

    /// Presses what has these words.
    ///
    /// # Panics
    /// Where nothing on the page has.
    #[track_caller]
    #[expect(clippy::panic, reason = "a journey that cannot go on fails its test")]
    pub fn press(&mut self, label: &str) -> &mut Self {
        match pilot::find(&self.page(), label) {
            Some(action) => self.send(Event::Press(action)),
            None => panic!("nothing to press called “{label}” on:\n{}", self.text()),
        }
        self
    }

    #[track_caller]
    #[expect(clippy::panic, reason = "a journey that cannot go on fails its test")]
    fn input(&mut self, label: &str, value: Input) -> &mut Self {
        match pilot::field(&self.page(), label) {
            Some((form, field)) => self.send(Event::Input(FieldInput { form, field, value })),
            None => panic!("no question “{label}” on:\n{}", self.text()),
        }
        self
    }

    /// Types into the field with this question.
    ///
    /// # Panics
    /// Where there is none.
    #[track_caller]
    pub fn type_in(&mut self, label: &str, words: &str) -> &mut Self {
        self.input(label, Input::Text(words.to_owned()))
    }

    /// Chooses a value of the field with this question.
    ///
    /// # Panics
    /// Where there is none.
    #[track_caller]
    pub fn choose(&mut self, label: &str, values: &[&str]) -> &mut Self {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        self.input(label, Input::Chosen(values))
    }

    /// Fills in a day.
    ///
    /// # Panics
    /// Where there is no such field.
    #[track_caller]
    pub fn date(&mut self, label: &str, day: &str, month: &str, year: &str) -> &mut Self {
        self.input(
            label,
            Input::Date(DateInput {
                day: day.to_owned(),
                month: month.to_owned(),
                year: year.to_owned(),
            }),
        )
    }

    /// Picks a file.
    ///
    /// # Panics
    /// Where there is no such field.
    #[track_caller]
    pub fn pick(&mut self, label: &str, name: &str, content: &[u8]) -> &mut Self {
        self.picked = content.to_vec();
        self.input(
            label,
            Input::File(PickedFile {
                name: name.to_owned(),
                size: content.len() as u64,
                content: Some(content.to_vec()),
            }),
        )
    }
}
