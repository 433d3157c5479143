//! The whole app on this machine's own engine: from nothing running to the first
//! page, and from a press to its page.

use std::error::Error;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use device::{Engine, RequestId, Shell};
use shared::effects::platform::PlatformOperation;
use shared::event::{FieldInput, Launch, Platform};
use shared::screen::{Input, Page};
use shared::{Event, pilot};

use crate::kept::{self, Backup};
use crate::life::Life;
use crate::plan::Plan;
use crate::table::{Mark, Table};
use crate::timing::{Times, time};

const PATIENCE: Duration = Duration::from_secs(30);

/// The app in use, and what counts its pages.
struct App {
    engine: Arc<Engine>,
    eyes: Arc<Eyes>,
}

#[derive(Default)]
struct Eyes {
    renders: Mutex<u64>,
    changed: Condvar,
}

impl Shell for Eyes {
    fn render(&self) {
        *self.renders.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    fn platform(&self, _: RequestId, _: PlatformOperation) {}
}

impl App {
    /// Everything from nothing to a page that can be used.
    fn start(directory: &Path) -> Result<Self, Box<dyn Error>> {
        let eyes = Arc::new(Eyes::default());
        let engine = Engine::start(kept::config(directory), eyes.clone())?;
        let app = Self { engine, eyes };
        app.send(Event::Start(Launch {
            languages: vec!["en-GB".into()],
            platform: Platform::Desktop,
            ..Launch::default()
        }))?;
        Ok(app)
    }

    /// Sends an event and waits for the page that answers it.
    fn send(&self, event: Event) -> Result<Arc<Page>, Box<dyn Error>> {
        let renders = self.eyes.renders.lock().unwrap_or_else(PoisonError::into_inner);
        let before = *renders;
        self.engine.update(event)?;
        let (_renders, late) = self
            .eyes
            .changed
            .wait_timeout_while(renders, PATIENCE, |now| *now == before || self.engine.view().busy)
            .unwrap_or_else(PoisonError::into_inner);
        if late.timed_out() { Err("no page came".into()) } else { Ok(self.engine.view()) }
    }

    fn press(&self, label: &str) -> Result<Arc<Page>, Box<dyn Error>> {
        let page = self.engine.view();
        let Some(action) = pilot::find(&page, label) else {
            let text = shared::screen::text::render(&page);
            return Err(format!("there is no “{label}” on:\n{text}").into());
        };
        self.send(Event::Press(action))
    }
}

/// From nothing running to the page of the day.
fn cold_start(directory: &Path) -> Result<Times, Box<dyn Error>> {
    // Once for the disk's cache, and to see that it works.
    let app = App::start(directory)?;
    let page = app.engine.view();
    if page.name != "today" {
        return Err(format!("the first page is “{}”", page.name).into());
    }
    drop(app);
    Ok(time(15, || (), |()| App::start(directory).map(|app| app.engine.view().blocks.len()).ok()))
}

/// Presses a path of labels over and over; the time of each label's page.
fn presses(app: &App, path: &[&str]) -> Result<Vec<Times>, Box<dyn Error>> {
    let mut taken = vec![Vec::new(); path.len()];
    for _ in 0..25 {
        for (label, taken) in path.iter().zip(&mut taken) {
            let start = Instant::now();
            app.press(label)?;
            taken.push(start.elapsed());
        }
    }
    Ok(taken.into_iter().map(Times::from).collect())
}

pub(crate) fn measure(life: &Life, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let days = life.by_day()?;
    let directory = tempfile::tempdir()?;
    kept::keep(directory.path(), &days, Backup::Yes)?;
    let times = cold_start(directory.path())?;
    let what = "cold start with ten years, synced once a day";
    table.row(what, times.usual(), "ms", Mark::Below(50.0));

    let single = tempfile::tempdir()?;
    kept::keep(single.path(), &life.in_blocks_of(1)?, Backup::Yes)?;
    let times = cold_start(single.path())?;
    let what = "cold start with ten years, every entry synced by itself";
    table.row(what, times.usual(), "ms", Mark::Below(50.0));

    let loose = tempfile::tempdir()?;
    kept::keep(loose.path(), &days, Backup::No)?;
    let times = cold_start(loose.path())?;
    let what = "cold start with ten years, where the server never had a backup";
    table.row(what, times.usual(), "ms", Mark::Below(50.0));

    let empty = tempfile::tempdir()?;
    kept::keep(empty.path(), &[], Backup::Yes)?;
    let times = cold_start(empty.path())?;
    table.row("cold start with nothing written", times.usual(), "ms", Mark::None);

    let app = App::start(directory.path())?;
    let patterns = "By time of day and day of the week";
    let path = ["Track", "Blood glucose", "Year", patterns, "Messages", "More", "Diary", "Today"];
    for (label, times) in path.iter().zip(presses(&app, &path)?) {
        let what = format!("pressing “{label}”, to its page");
        table.row(&what, times.usual(), "ms", Mark::Below(5.0));
    }
    log(&app, table)?;
    drop(app);

    let taking = tempfile::tempdir()?;
    kept::keep(taking.path(), &Life::with_medicines(3650).by_day()?, Backup::Yes)?;
    let app = App::start(taking.path())?;
    let path = ["More", "Medicines", "Metformin", "Today"];
    for (label, times) in path.iter().zip(presses(&app, &path)?).skip(1) {
        let what = format!("pressing “{label}” where six medicines were taken for ten years");
        table.row(&what, times.usual(), "ms", Mark::Below(5.0));
    }
    Ok(())
}

/// A plan of 200 entries and 2,000 versions.
pub(crate) fn measure_plan(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let directory = tempfile::tempdir()?;
    kept::keep(directory.path(), &Plan::new().drafts()?, Backup::Yes)?;
    let app = App::start(directory.path())?;
    let page = app.press("Plan")?;
    let goals = pilot::presses(&page);
    let goal = goals.iter().map(|(label, _)| label).find(|label| label.starts_with("Goal 0"));
    let goal = goal.ok_or("there is no goal")?.clone();
    let page = app.press(&goal)?;
    let page = match pilot::find(&page, "History, or cross it out") {
        Some(action) => app.send(Event::Press(action))?,
        None => return Err("there is no history".into()),
    };
    let version = pilot::presses(&page);
    let version = version.iter().map(|(label, _)| label).find(|it| it.starts_with("Corrected"));
    let version = version.ok_or("there is no version")?.clone();
    let path = ["More", "Plan", goal.as_str(), "History, or cross it out", version.as_str()];
    let names = ["More", "open", "a goal", "its history", "compare two versions"];
    let mut all: Vec<_> = names.into_iter().zip(presses(&app, &path)?).skip(1).collect();
    let path =
        ["More", "Plan", "Open: Agreements", "Sam and Amina Khan", "The plan as it was then"];
    all.extend(presses(&app, &path)?.pop().map(|times| ("the plan as it was agreed", times)));
    for (name, times) in all {
        let what = format!("a plan of 200 entries, 2,000 versions: {name}");
        table.row(&what, times.usual(), "ms", Mark::Below(5.0));
    }
    Ok(())
}

/// Writes readings down, through the app's own form, to the disk.
fn log(app: &App, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut taken = Vec::new();
    for _ in 0..25 {
        app.press("Today")?;
        let page = app.press("Weight")?;
        let (form, field) = pilot::field(&page, "Reading").ok_or("no field for the weight")?;
        app.send(Event::Input(FieldInput { form, field, value: Input::Text("80.5".into()) }))?;
        let start = Instant::now();
        app.press("Save")?;
        taken.push(start.elapsed());
    }
    table.row("saving a reading, flushed to disk", Times::from(taken).usual(), "ms", Mark::None);
    Ok(())
}

/// A year on disk, sealed.
pub(crate) fn measure_size(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let year = Life::of_days(365);
    let (day, single) = (year.by_day()?, year.in_blocks_of(1)?);
    let mark = Mark::Below(250.0);
    let ways = [
        ("a year on a device, synced once a day", &day, Some(Backup::Yes), mark),
        ("a year on a device, every entry synced by itself", &single, Some(Backup::Yes), mark),
        ("a year on a device that syncs with nobody", &year.in_blocks_of(500)?, None, mark),
        ("… synced once a day, to a server without a backup", &day, Some(Backup::No), Mark::None),
        ("… every entry by itself, likewise", &single, Some(Backup::No), Mark::None),
    ];
    for (what, drafts, synced, mark) in ways {
        let directory = tempfile::tempdir()?;
        match synced {
            Some(backup) => kept::keep(directory.path(), drafts, backup)?,
            None => kept::keep_unsent(directory.path(), drafts)?,
        }
        let size = kept::kilobytes(directory.path())?;
        table.row(what, size, "KB", mark);
    }
    Ok(())
}
