//! A person at a device: drives an [`Engine`] by the words on its pages. For the
//! demonstration, and for journeys against a real server.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use shared::Event;
use shared::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use shared::event::{FieldInput, Launch, Platform};
use shared::pilot;
use shared::screen::{DateInput, Input, Page, PickedFile, text};

use crate::{Config, Engine, EngineError, RequestId, Shell, StartError};

/// How long a page may take to become what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A person at a device.
pub struct Pilot {
    engine: Arc<Engine>,
    eyes: Arc<Eyes>,
}

/// What the pilot has seen happen.
#[derive(Default)]
struct Eyes {
    renders: AtomicU64,
    files: Mutex<Vec<(RequestId, OutgoingFile)>>,
    changed: Condvar,
}

impl Shell for Eyes {
    fn render(&self) {
        self.renders.fetch_add(1, Ordering::SeqCst);
        self.changed.notify_all();
    }

    fn platform(&self, id: RequestId, operation: PlatformOperation) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let PlatformOperation::HandOver(file) = operation {
            files.push((id, file));
        }
        self.changed.notify_all();
    }
}

/// Why a journey could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Lost {
    /// The engine could not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The engine stopped.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// What was looked for did not come. Holds the page's text: for tests and
    /// for demonstrations, whose people are made up.
    #[error("“{wanted}” did not come; the page was:\n{page}")]
    NotThere {
        /// What was looked for.
        wanted: String,
        /// The page as it was.
        page: String,
    },
}

impl Pilot {
    /// Starts the app on a device and waits until it is open.
    ///
    /// # Errors
    /// [`Lost`] where it does not open.
    pub fn start(config: Config) -> Result<Self, Lost> {
        let eyes = Arc::new(Eyes::default());
        let engine = Engine::start(config, eyes.clone())?;
        engine.update(Event::Start(Launch {
            languages: vec!["en-GB".into()],
            platform: Platform::Desktop,
            ..Launch::default()
        }))?;
        let pilot = Self { engine, eyes };
        pilot.wait("the first page", |page| !page.name.is_empty() && page.name != "opening")?;
        Ok(pilot)
    }

    /// The page.
    #[must_use]
    pub fn page(&self) -> Arc<Page> {
        self.engine.view()
    }

    /// The page as text.
    #[must_use]
    pub fn text(&self) -> String {
        text::render(&self.page())
    }

    /// Waits until the page is as wanted.
    ///
    /// # Errors
    /// [`Lost::NotThere`] after twenty seconds.
    pub fn wait(&self, wanted: &str, is: impl Fn(&Page) -> bool) -> Result<Arc<Page>, Lost> {
        let until = Instant::now() + PATIENCE;
        let mut files = self.eyes.files.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let page = self.engine.view();
            if is(&page) {
                return Ok(page);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Lost::NotThere {
                    wanted: wanted.to_owned(),
                    page: text::render(&page),
                });
            }
            // The engine has the page ready before it says so; a short wait
            // covers a page that came between the look and the wait.
            files = self
                .eyes
                .changed
                .wait_timeout(files, left.min(Duration::from_millis(50)))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    /// Waits until the page's text holds these words.
    ///
    /// # Errors
    /// [`Lost::NotThere`].
    pub fn sees(&self, words: &str) -> Result<&Self, Lost> {
        self.wait(words, |page| text::render(page).contains(words))?;
        Ok(self)
    }

    /// Sends an event, and waits until the page has answered it.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn send(&self, event: Event) -> Result<&Self, Lost> {
        let before = self.renders();
        self.engine.update(event)?;
        self.wait("an answer to the press", |page| self.renders() > before && !page.busy)?;
        Ok(self)
    }

    fn renders(&self) -> u64 {
        self.eyes.renders.load(Ordering::SeqCst)
    }

    /// Presses what has these words, once it is there.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn press(&self, label: &str) -> Result<&Self, Lost> {
        let page = self.wait(label, |page| !page.busy && pilot::find(page, label).is_some())?;
        match pilot::find(&page, label) {
            Some(action) => self.send(Event::Press(action)),
            None => Ok(self),
        }
    }

    /// Presses the first thing whose words begin like this ("Bring in 93
    /// entries"), once it is there.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn press_beginning(&self, beginning: &str) -> Result<&Self, Lost> {
        let find = |page: &Page| {
            pilot::presses(page).into_iter().find(|(words, _)| words.starts_with(beginning))
        };
        let page = self.wait(beginning, |page| !page.busy && find(page).is_some())?;
        match find(&page) {
            Some((_, action)) => self.send(Event::Press(action)),
            None => Ok(self),
        }
    }

    fn input(&self, label: &str, value: Input) -> Result<&Self, Lost> {
        let page = self.wait(label, |page| pilot::field(page, label).is_some())?;
        match pilot::field(&page, label) {
            Some((form, field)) => self.send(Event::Input(FieldInput { form, field, value })),
            None => Ok(self),
        }
    }

    /// Types into the field with this question.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn type_in(&self, label: &str, words: &str) -> Result<&Self, Lost> {
        self.input(label, Input::Text(words.to_owned()))
    }

    /// Chooses, by their words, choices of the field with this question.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn choose(&self, label: &str, words: &[&str]) -> Result<&Self, Lost> {
        let page = self.wait(label, |page| pilot::field(page, label).is_some())?;
        let values = pilot::choices(&page, label, words);
        self.input(label, Input::Chosen(values))
    }

    /// Fills in a day.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn date(&self, label: &str, day: i8, month: i8, year: i16) -> Result<&Self, Lost> {
        self.input(
            label,
            Input::Date(DateInput {
                day: day.to_string(),
                month: month.to_string(),
                year: year.to_string(),
            }),
        )
    }

    /// Picks a file.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn pick(&self, label: &str, name: &str, content: &[u8]) -> Result<&Self, Lost> {
        self.input(
            label,
            Input::File(PickedFile {
                name: name.to_owned(),
                size: content.len() as u64,
                content: Some(content.to_vec()),
            }),
        )
    }

    /// The next file handed over, and says that it was saved.
    ///
    /// # Errors
    /// [`Lost::NotThere`] where none comes.
    pub fn file(&self) -> Result<OutgoingFile, Lost> {
        let until = Instant::now() + PATIENCE;
        loop {
            let next = {
                let mut files = self.eyes.files.lock().unwrap_or_else(PoisonError::into_inner);
                (!files.is_empty()).then(|| files.remove(0))
            };
            if let Some((id, file)) = next {
                self.engine.resolve(id, PlatformOutput::HandOver(Handed::Saved))?;
                return Ok(file);
            }
            if Instant::now() > until {
                return Err(Lost::NotThere { wanted: "a file".into(), page: self.text() });
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
