//! `what-matters demo`: the server with made-up people in it.
//!
//! Their records are made by the app's own code: each of them is a real core on
//! a device in memory, driven by the words on its pages. It is done once; later
//! starts use what is there.

mod diary;
mod people;

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use server::clock::{Clock, SystemClock};
use server::http::{Config, Running, open_books, start};
use server::operator;
use server::refused::Refused;

use server::signs::PushRule;
use server::upkeep::Place;
use server::web::Apps;

use crate::assets::ASSETS;
use crate::serve::{Stop, announce};
use crate::upkeep::Backups;

/// How the demonstration is to run.
#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// Where to listen; port 0 for any that is free.
    #[arg(long, env = "WHAT_MATTERS_ADDRESS", default_value = "127.0.0.1:8600")]
    address: SocketAddr,
    /// The folder that the demonstration is made in.
    #[arg(long, env = "WHAT_MATTERS_DATA", default_value = "data")]
    data: PathBuf,
}

/// The name of the made-up care team.
pub(crate) const TEAM: &str = "Riverside Practice";

/// The password of everyone in the demonstration. It guards nothing: they are
/// made up, and the server listens on this machine alone.
pub(crate) const PASSWORD: &str = "walk by the river";

/// Says that the demonstration is whole.
const MADE: &str = "demonstration-made";

impl Demo {
    /// Makes the demonstration where there is none, and serves.
    ///
    /// # Errors
    /// Why it could not start.
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error>> {
        let mut stop = Stop::listen()?;
        free(self.address)?;
        let data = self.data.join("demonstration");
        let made = data.join(MADE);
        if data.exists() && !made.exists() {
            // Left half made: it holds nobody's real record.
            std::fs::remove_dir_all(&data)?;
        }
        let config = Config {
            address: self.address,
            data,
            metrics: None,
            behind_proxy: false,
            apps: Apps::default(),
            push: PushRule::default(),
            typeset: |page, now| Ok(paper::pdf(page, now)?),
        };
        let books = open_books(&config.data)?;
        let running = start(&config, books.clone(), Arc::new(SystemClock), ASSETS).await?;
        if !made.exists() {
            println!("Making the people of the demonstration, once. This takes a moment.");
            let codes = books
                .write(|pen| {
                    let team = operator::make_team(pen, TEAM, 48)?;
                    let now = SystemClock.now();
                    let nurse =
                        operator::invite_staff(pen, team, "Amina Khan", "practice nurse", now)?;
                    let doctor = operator::invite_staff(pen, team, "Tom Reid", "GP", now)?;
                    Ok::<_, Refused>([nurse.code.to_string(), doctor.code.to_string()])
                })
                .await?;
            let base = format!("http://{}", running.address());
            tokio::task::spawn_blocking(move || people::make(&base, &codes))
                .await?
                .map_err(|error| error.to_string())?;
            std::fs::write(&made, [])?;
        }
        // As any server should: what a backup holds rests small on the devices.
        let place = Place::embedded(&config.data);
        Backups::hourly(config.data.join("backups")).begin(&books, place)?;
        announce(&running)?;
        // Whoever started the program may have stopped reading.
        let _ = std::io::stdout().write_all(who_is_there(&running).as_bytes());
        stop.wait().await;
        running.stop().await;
        Ok(())
    }
}

/// How to sign in as each.
fn who_is_there(running: &Running) -> String {
    let mut words = format!(
        "\nOpen http://{} and choose “Sign in”. Everybody’s password: {PASSWORD}\n",
        running.address()
    );
    for (username, who) in [
        ("sam", "Sam Okafor, who lives with type 2 diabetes and COPD"),
        ("ruth", "Ruth Okafor, Sam’s daughter, who helps"),
        ("amina", "Amina Khan, practice nurse in Sam’s care team"),
        ("tom", "Tom Reid, GP in Sam’s care team"),
    ] {
        // Writing to a string does not fail.
        let _ = writeln!(words, "  {username:<8}{who}");
    }
    words
}

/// Whether the address can be listened on, before anything is opened: the
/// demonstration may be running already, over the same data.
fn free(address: SocketAddr) -> Result<(), String> {
    match std::net::TcpListener::bind(address) {
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => Err(format!(
            "{address} is in use. Perhaps the demonstration is running already: look at http://{address}. To start it elsewhere: WHAT_MATTERS_ADDRESS=127.0.0.1:0 make run"
        )),
        // Any other trouble is said where the server listens.
        _ => Ok(()),
    }
}
