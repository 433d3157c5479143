//! The program people run: the care team's server with the web app inside it,
//! and the few commands of whoever operates it.

mod assets;
mod commands;
mod demo;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// The care team's server of What Matters, with the web app inside.
#[derive(Debug, Parser)]
#[command(version)]
struct Program {
    #[command(subcommand)]
    command: Command,
    /// How much to write to the log: error, warn, info, debug or trace.
    #[arg(long, global = true, env = "WHAT_MATTERS_LOG", default_value = "info")]
    log: tracing::level_filters::LevelFilter,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the server.
    Serve(serve::Serve),
    /// Runs the server with made-up people in it, to look round.
    Demo(demo::Demo),
    /// Makes a care team.
    Team(commands::Team),
    /// Invites a colleague into a care team, and prints the code to hand over.
    InviteStaff(commands::InviteStaff),
    /// Say this once after the database was restored from a backup, with the
    /// server stopped: devices then look at what they have and heal it.
    Restored(commands::Restored),
}

/// Where the database and its key are.
#[derive(Args, Debug)]
struct Data {
    /// The folder of the database and its key; made where there is none.
    #[arg(long, env = "WHAT_MATTERS_DATA", default_value = "data")]
    data: PathBuf,
}

fn main() -> ExitCode {
    let program = Program::parse();
    tracing_subscriber::fmt().with_max_level(program.log).with_writer(std::io::stderr).init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fails(&error),
    };
    let outcome = runtime.block_on(async {
        match program.command {
            Command::Serve(serve) => serve.run().await,
            Command::Demo(demo) => demo.run().await,
            Command::Team(team) => team.run().await,
            Command::InviteStaff(invite) => invite.run().await,
            Command::Restored(restored) => restored.run().await,
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fails(&*error),
    }
}

/// One sentence, where whoever started the program sees it.
fn fails(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}
