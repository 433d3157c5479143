//! The operator's tools, as commands: `backup`, `restore`, `verify`, `move`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use server::chance::{Chance, SystemChance};
use server::clock::{Clock, SystemClock};
use server::http::open_books_at;
use server::keys::Keys;
use server::store::PostgresOptions;
use server::store::books::Books;
use server::upkeep::{self, Place, Report, Say, UpkeepError};

use crate::Data;

/// Makes a backup, beside a server that goes on, and checks all of it.
#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// The file to make.
    #[arg(long)]
    to: PathBuf,
    /// Copy the key too, to a file beside it that ends in ".key". Without the key
    /// nobody can read the backup, you neither; with it anybody can. Keep the
    /// two apart.
    #[arg(long)]
    with_key: bool,
    #[command(flatten)]
    data: Data,
}

/// Puts a backup where there is nothing yet, and begins a new epoch, so that
/// devices heal what was written since.
#[derive(Args, Debug)]
pub(crate) struct Restore {
    /// The backup.
    #[arg(long)]
    from: PathBuf,
    /// The file of the key that belongs to it, where that is not in the data
    /// folder already. It is copied there.
    #[arg(long)]
    key: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
}

/// Checks everything that is kept: opens every row, walks every stream, computes
/// every hash anew. Changes nothing, and may be done while the server runs.
#[derive(Args, Debug)]
pub(crate) struct Verify {
    /// A backup to check, instead of the server's own database.
    #[arg(long)]
    backup: Option<PathBuf>,
    /// The file of the key, where that is not in the data folder.
    #[arg(long)]
    key: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
}

/// Moves the embedded database to an empty PostgreSQL database, and checks every
/// row and every hash there. The server must be stopped.
#[derive(Args, Debug)]
pub(crate) struct Move {
    /// The data folder to move from. Its key stays where it is, and is needed as
    /// before.
    #[arg(long, env = "WHAT_MATTERS_DATA", default_value = "data")]
    from: PathBuf,
    /// The database to move to: "postgres://…", or "host=/run/postgresql
    /// dbname=care" for a socket on this machine.
    #[arg(long, env = "WHAT_MATTERS_DATABASE", hide_env_values = true)]
    to: String,
    /// The file of the certificates that the database's own is checked by.
    #[arg(long, env = "WHAT_MATTERS_DATABASE_CA")]
    database_ca: Option<PathBuf>,
}

/// Begins a new epoch.
#[derive(Args, Debug)]
pub(crate) struct Restored {
    #[command(flatten)]
    data: Data,
}

type Outcome = Result<(), Box<dyn Error>>;

impl Backup {
    /// Makes it.
    ///
    /// # Errors
    /// Why it was not made, or is not whole.
    pub(crate) async fn run(self) -> Outcome {
        aside(move || {
            let place = self.data.place();
            if place.is_empty()? {
                return Err(UpkeepError::Missing(place.to_string()).into());
            }
            let books = self.data.open_books()?;
            let made = upkeep::backup(&books, &place, &self.to, SystemClock.now(), &say())?;
            let to = self.to.display();
            println!("The backup {to} is made and checked: {}", made.report.summary());
            let key = self.data.key();
            if self.with_key {
                let mut name = self.to.clone().into_os_string();
                name.push(".key");
                let copied = PathBuf::from(name);
                copy_key(&key, &copied)?;
                println!(
                    "Its key is in {}. Whoever has both can read everything: keep them apart.",
                    copied.display()
                );
            } else {
                println!(
                    "Its key is not in it. Without {} nobody can read it: keep a copy of that elsewhere.",
                    key.display()
                );
            }
            Ok(())
        })
        .await
    }
}

impl Restore {
    /// Puts it there.
    ///
    /// # Errors
    /// Why it was not put there.
    pub(crate) async fn run(self) -> Outcome {
        aside(move || {
            let folder = &self.data.data;
            std::fs::create_dir_all(folder)?;
            let _held = upkeep::lock(folder)?;
            let place = self.data.place();
            let key = self.data.key();
            if !place.is_empty()? {
                return Err(UpkeepError::Taken(place.to_string()).into());
            }
            if let Some(given) = &self.key {
                if key.exists() && std::fs::read(&key)? != std::fs::read(given)? {
                    return Err(UpkeepError::Taken(key.display().to_string()).into());
                }
                if !key.exists() {
                    copy_key(given, &key)?;
                }
            }
            let chance: Arc<dyn Chance> = Arc::new(SystemChance::default());
            let keys = Arc::new(Keys::open(&key, true, &*chance)?);
            let now = SystemClock.now();
            let done = upkeep::restore(&self.from, &place, &keys, &chance, now, &say())
                .map_err(explained)?;
            println!(
                "The backup is restored and checked, and epoch {} begins: {} Start the server; devices send again what it lacks.",
                done.epoch,
                done.report.summary()
            );
            Ok(())
        })
        .await
    }
}

impl Verify {
    /// Checks.
    ///
    /// # Errors
    /// What is wrong.
    pub(crate) async fn run(self) -> Outcome {
        aside(move || {
            let place = self.backup.map_or_else(|| self.data.place(), Place::File);
            let key = self.key.unwrap_or_else(|| self.data.key());
            let keys = Arc::new(Keys::open(&key, true, &SystemChance::default())?);
            let report = upkeep::check(&place, &keys, &say())?;
            if !report.is_whole() {
                for fault in &report.faults {
                    println!("{fault}");
                }
                return Err(format!("{} {}", report.summary(), what_to_do(&report)).into());
            }
            println!("{}", report.summary());
            Ok(())
        })
        .await
    }
}

impl Move {
    /// Moves it.
    ///
    /// # Errors
    /// Why it was not moved.
    pub(crate) async fn run(self) -> Outcome {
        aside(move || {
            let to = Place::Postgres(PostgresOptions { url: self.to, authority: self.database_ca });
            let key = self.from.join("server.key");
            let keys = Arc::new(Keys::open(&key, true, &SystemChance::default())?);
            let moved = upkeep::move_to(&self.from, &to, &keys, &say()).map_err(explained)?;
            let how = if moved.again { "It was moved already, whole" } else { "It is moved" };
            println!(
                "{how}: {} Start the server with --data {} and --database; the old file is left as it was.",
                moved.report.summary(),
                self.from.display()
            );
            Ok(())
        })
        .await
    }
}

impl Restored {
    /// Begins it.
    ///
    /// # Errors
    /// Why the database could not be written.
    pub(crate) async fn run(self) -> Outcome {
        aside(move || {
            let books = self.data.open_books()?;
            let epoch = upkeep::begin_epoch(&books, SystemClock.now())?;
            println!("Epoch {epoch} begins. Start the server.");
            Ok(())
        })
        .await
    }
}

impl Data {
    /// Where the database is.
    pub(crate) fn place(&self) -> Place {
        self.options().map_or_else(|| Place::embedded(&self.data), Place::Postgres)
    }

    /// The file of the key.
    fn key(&self) -> PathBuf {
        self.data.join("server.key")
    }

    fn options(&self) -> Option<PostgresOptions> {
        let authority = self.database_ca.clone();
        self.database.clone().map(|url| PostgresOptions { url, authority })
    }

    /// Opens the books.
    ///
    /// # Errors
    /// Why they cannot be opened.
    pub(crate) fn open_books(&self) -> Result<Books, server::http::StartError> {
        open_books_at(&self.data, self.options().as_ref())
    }
}

/// Backups that a server makes of itself, by the clock.
#[derive(Args, Debug)]
pub(crate) struct Backups {
    /// Make backups into this folder while serving; best one on another disk.
    #[arg(long = "backup", env = "WHAT_MATTERS_BACKUP", value_name = "DIR")]
    folder: Option<PathBuf>,
    /// How often: "30m", "1h", "1d".
    #[arg(long = "backup-every", default_value = "1h", value_parser = every)]
    every: Duration,
    /// How many to keep.
    #[arg(long = "backup-keep", default_value_t = 24)]
    keep: usize,
}

impl Backups {
    /// Every hour into this folder, and the last two kept.
    pub(crate) fn hourly(folder: PathBuf) -> Self {
        Self { folder: Some(folder), every: Duration::from_hours(1), keep: 2 }
    }

    /// Makes them for as long as the server runs. One that fails is told in the
    /// log, and tried again the next time.
    pub(crate) fn begin(self, books: &Books, place: Place) -> Result<(), Box<dyn Error>> {
        let Some(folder) = self.folder else {
            if matches!(place, Place::File(_)) {
                tracing::warn!("no backups are made: give --backup a folder on another disk");
            }
            return Ok(());
        };
        std::fs::create_dir_all(&folder)?;
        let books = books.clone();
        std::thread::Builder::new().name("backups".to_owned()).spawn(move || {
            loop {
                let now = SystemClock.now();
                let to = folder.join(upkeep::backup_name(now));
                let quiet: Say = Arc::new(|words| tracing::debug!(words, "backup"));
                let made = upkeep::backup(&books, &place, &to, now, &quiet)
                    .and_then(|made| upkeep::rotate(&folder, self.keep).map(|_| made));
                match made {
                    Ok(made) => tracing::info!("backup made: {}", made.report.summary()),
                    Err(error) => tracing::error!(%error, "no backup was made"),
                }
                std::thread::sleep(self.every);
            }
        })?;
        Ok(())
    }
}

fn every(words: &str) -> Result<Duration, String> {
    let wrong = || format!("“{words}” is not a time such as 30m, 1h or 1d");
    let (number, unit) = words.split_at_checked(words.len().saturating_sub(1)).ok_or_else(wrong)?;
    let minutes = match unit {
        "m" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => return Err(wrong()),
    };
    let number: u64 = number.parse().map_err(|_| wrong())?;
    match number.checked_mul(minutes).and_then(|minutes| minutes.checked_mul(60)) {
        Some(seconds) if seconds > 0 => Ok(Duration::from_secs(seconds)),
        _ => Err(wrong()),
    }
}

/// Runs what waits for disks and databases where no runtime is.
async fn aside(work: impl FnOnce() -> Outcome + Send + 'static) -> Outcome {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::Builder::new().name("upkeep".to_owned()).spawn(move || {
        // Errors are told as words: they need not be sent between threads.
        let _ = tell.send(work().map_err(|error| error.to_string()));
    })?;
    Ok(told.await??)
}

fn say() -> Say {
    Arc::new(|words| eprintln!("{words}"))
}

/// What is wrong with something that is not whole, line by line before the
/// sentence.
fn explained(error: UpkeepError) -> UpkeepError {
    if let UpkeepError::NotWhole { report, .. } = &error {
        for fault in &report.faults {
            eprintln!("{fault}");
        }
    }
    error
}

fn what_to_do(report: &Report) -> &'static str {
    if report.count.rows > 0 && report.wrong >= report.count.rows {
        "Nothing opens: look whether this is the key that belongs to it."
    } else {
        "Keep this file. Restore the latest backup that is whole into another folder; devices send again what it lacks."
    }
}

fn copy_key(from: &Path, to: &Path) -> Outcome {
    let key = std::fs::read(from)
        .map_err(|reason| UpkeepError::File { path: from.display().to_string(), reason })?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(to).and_then(|mut file| {
        std::io::Write::write_all(&mut file, &key)?;
        file.sync_all()
    });
    written.map_err(|reason| UpkeepError::File { path: to.display().to_string(), reason })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_or_refused_in_words() {
        assert_eq!(every("30m"), Ok(Duration::from_mins(30)));
        assert_eq!(every("1h"), Ok(Duration::from_hours(1)));
        assert_eq!(every("2d"), Ok(Duration::from_hours(48)));
        for wrong in ["", "h", "0h", "1", "1s", "-1h", "1 h", "é", "99999999999999999999h"] {
            assert!(every(wrong).unwrap_err().contains("not a time"), "{wrong}");
        }
    }
}
