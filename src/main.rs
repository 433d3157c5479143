//! The program people run: the care team's server with the web app inside it,
//! and the few commands of whoever operates it.

mod assets;
mod commands;
mod demo;
mod serve;
mod upkeep;

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
    /// Makes a backup beside the running server, and checks it. The key that
    /// opens it lies beside the database and is not in it: keep a copy of that
    /// too, elsewhere.
    Backup(upkeep::Backup),
    /// Puts a backup where there is nothing yet. The server must be stopped.
    Restore(upkeep::Restore),
    /// Checks everything that is kept, and says what is wrong and where.
    Verify(upkeep::Verify),
    /// Moves the embedded database to PostgreSQL. The server must be stopped.
    Move(upkeep::Move),
    /// Say this once after a database was put back by other means than
    /// `restore`, with the server stopped: devices then look at what they have
    /// and heal it.
    Restored(upkeep::Restored),
}

/// Where the database and its key are.
#[derive(Args, Debug)]
#[expect(clippy::struct_field_names, reason = "the name is the option's")]
struct Data {
    /// The folder of the database and its key; made where there is none.
    #[arg(long, env = "WHAT_MATTERS_DATA", default_value = "data")]
    data: PathBuf,
    /// Keep everything in this PostgreSQL database, instead of a file in the data
    /// folder: "postgres://…", or "host=/run/postgresql dbname=care" for a socket
    /// on this machine. The key stays in the data folder; each server of one
    /// database needs a copy of it.
    #[arg(long, env = "WHAT_MATTERS_DATABASE", hide_env_values = true)]
    database: Option<String>,
    /// The file of the certificates that the database's own is checked by; those
    /// that the system trusts where this is not given.
    #[arg(long, env = "WHAT_MATTERS_DATABASE_CA")]
    database_ca: Option<PathBuf>,
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
            Command::Backup(backup) => backup.run().await,
            Command::Restore(restore) => restore.run().await,
            Command::Verify(verify) => verify.run().await,
            Command::Move(moving) => moving.run().await,
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
