//! What the core remembers while it runs.

use std::collections::VecDeque;

use jiff::civil::Date;

use crate::account;
use crate::effects::clock::Now;
use crate::event::{Event, Launch};
use crate::forms::Forms;
use crate::holding::{Holding, RecordSide};
use crate::nav::Screen;
use crate::screen::{Notice, NoticeTone};
use crate::words::{Words, say};
use crate::{
    bring_in, lock, measured, media, opening, outside, settings, settling, sharing, sheet, staff,
    sync, tell, today, track, welcome, when, your_data,
};

/// Everything.
#[derive(Default)]
pub struct Model {
    /// The words of the language in use.
    pub words: Words,
    /// The time of the event at hand.
    pub now: Now,
    /// What the shell said at the start.
    pub launch: Launch,
    /// How far the app has come.
    pub stage: Stage,
    /// What the shell said while the app was being opened.
    pub early: Vec<Event>,
    /// Who is to be told when nothing is under way any more.
    pub settling: settling::State,
}

/// How far the app has come.
#[derive(Default)]
pub enum Stage {
    /// Not started, or opening what is on the device.
    #[default]
    Opening,
    /// Showing every block, for the shells' tests.
    Gallery,
    /// What is on the device cannot be opened; nothing has been changed.
    Broken(opening::Shut),
    /// In use.
    Open(Box<Open>),
}

/// The app in use.
pub struct Open {
    /// Whether this device keeps anything.
    pub durable: bool,
    /// How the person wants things.
    pub settings: settings::Kept,
    /// How the account reads, as its server was told.
    pub(crate) reading: account::Posted,
    /// Who is signed in here, where anyone is.
    pub session: Option<account::Kept>,
    /// When the server was last asked what this account may reach.
    pub looked: account::Looked,
    /// The records on this device.
    pub holdings: Vec<Holding>,
    /// Which of them is on show.
    pub active: usize,
    /// What has been typed and not sent.
    pub forms: Forms,
    /// Where the person is; the last is on show. Never empty.
    pub stack: Vec<Screen>,
    /// What the last act came to; gone at the next press.
    pub notice: Option<Notice>,
    /// True while an act is being saved; presses wait in `waiting`.
    pub saving: bool,
    /// Presses made while an act was being saved.
    pub waiting: VecDeque<Event>,
    /// Sync with the care team's server.
    pub sync: sync::State,
    /// What the welcome pages remember between presses.
    pub welcome: welcome::State,
    /// What Today remembers.
    pub today: today::State,
    /// What Track remembers.
    pub track: track::State,
    /// The diary being brought in.
    pub bring_in: bring_in::State,
    /// What the sharing pages remember.
    pub sharing: sharing::State,
    /// What "your data" remembers.
    pub your_data: your_data::State,
    /// The care team's side.
    pub staff: staff::State,
    /// Whether the app is locked.
    pub lock: lock::State,
    /// What is shown outside the app.
    pub outside: outside::State,
    /// What the phone has measured.
    pub measured: measured::State,
    /// Who is told of what, as the server knows it.
    pub tell: tell::State,
    /// Pictures, sound and film on their way.
    pub media: media::State,
    /// What the pages that others read remember.
    pub sheet: sheet::State,
}

/// What an update of a feature works with.
pub struct Cx<'a> {
    /// The words.
    pub words: &'a Words,
    /// The time of the event at hand.
    pub now: &'a Now,
    /// What the shell said at the start.
    pub launch: &'a Launch,
    /// The rest.
    pub open: &'a mut Open,
}

/// What a page of a feature is made from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The words.
    pub words: &'a Words,
    /// The time of the last event.
    pub now: &'a Now,
    /// What the shell said at the start.
    pub launch: &'a Launch,
    /// The rest.
    pub open: &'a Open,
}

impl Model {
    /// Has the words that whoever is here reads; says so where they changed.
    pub(crate) fn reword(&mut self) {
        let Stage::Open(open) = &mut self.stage else { return };
        let easy = open.settings.easy_read;
        if self.words.is_easy() == easy {
            return;
        }
        self.words.read_easily(easy);
        let said =
            if easy { say!(self.words, "easy-read-on") } else { say!(self.words, "easy-read-off") };
        if open.notice.is_none() {
            open.notice = Some(Notice::new(NoticeTone::Info, said));
        }
    }
}

impl Open {
    /// With these records; nothing else known yet.
    #[must_use]
    pub fn new(durable: bool, holdings: Vec<Holding>) -> Self {
        Self {
            durable,
            settings: settings::Kept::default(),
            reading: account::Posted::default(),
            session: None,
            looked: account::Looked::default(),
            holdings,
            active: 0,
            forms: Forms::default(),
            stack: vec![Screen::Welcome(welcome::Screen::Start)],
            notice: None,
            saving: false,
            waiting: VecDeque::new(),
            sync: sync::State::default(),
            welcome: welcome::State::default(),
            today: today::State::default(),
            track: track::State::default(),
            bring_in: bring_in::State::default(),
            sharing: sharing::State::default(),
            your_data: your_data::State::default(),
            staff: staff::State::default(),
            lock: lock::State::default(),
            outside: outside::State::default(),
            measured: measured::State::default(),
            tell: tell::State::default(),
            media: media::State::default(),
            sheet: sheet::State::default(),
        }
    }

    /// After everything of the person has been removed: what is the device's own
    /// stays, and what was said outside the app is known, so that it can be taken
    /// back.
    #[must_use]
    pub fn emptied(&mut self) -> Self {
        let mut open = Self::new(self.durable, Vec::new());
        open.settings = self.settings.of_device();
        open.outside = std::mem::take(&mut self.outside);
        open.lock = std::mem::take(&mut self.lock);
        open
    }

    /// The record on show.
    #[must_use]
    pub fn holding(&self) -> Option<&Holding> {
        self.holdings.get(self.active)
    }

    /// The record on show, to change.
    pub fn holding_mut(&mut self) -> Option<&mut Holding> {
        self.holdings.get_mut(self.active)
    }

    /// A record by its number on this device.
    pub fn holding_by_index(&mut self, index: u32) -> Option<&mut Holding> {
        self.holdings.iter_mut().find(|held| held.index == index)
    }

    /// The place on show.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.stack.last().unwrap_or(&Screen::More)
    }

    /// Goes to a place, with the present one behind it.
    pub fn go(&mut self, screen: Screen) {
        if self.screen() != &screen {
            self.stack.push(screen);
        }
    }

    /// Goes to a place with nothing behind it.
    pub fn restart(&mut self, screen: Screen) {
        self.stack.clear();
        self.stack.push(screen);
    }

    /// Goes back; false where there is nothing behind.
    pub fn back(&mut self) -> bool {
        if self.stack.len() > 1 {
            self.stack.pop();
            true
        } else {
            false
        }
    }
}

impl Cx<'_> {
    /// What a page would be made from now.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View { words: self.words, now: self.now, launch: self.launch, open: self.open }
    }

    /// Today's date where the device is.
    #[must_use]
    pub fn today(&self) -> Date {
        today_of(self.now)
    }

    /// The person's own day, which may begin after midnight.
    #[must_use]
    pub fn own_day(&self) -> Date {
        when::own_day(self.now.ms.div_euclid(1000), self.now)
    }
}

impl View<'_> {
    /// Whose record it is, where it is not one's own.
    #[must_use]
    pub fn owner(&self) -> Option<String> {
        let about = &self.open.holding()?.about;
        (about.side != RecordSide::Person && !about.name.is_empty()).then(|| about.name.clone())
    }

    /// Today's date where the device is.
    #[must_use]
    pub fn today(&self) -> Date {
        today_of(self.now)
    }

    /// The person's own day, which may begin after midnight.
    #[must_use]
    pub fn own_day(&self) -> Date {
        when::own_day(self.now.ms.div_euclid(1000), self.now)
    }
}

fn today_of(now: &Now) -> Date {
    when::wall_at(now.ms.div_euclid(1000), &now.zone).date()
}
