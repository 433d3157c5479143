//! What the operator does at the machine itself, while the server runs or not.

use std::error::Error;

use clap::Args;
use server::clock::{Clock, SystemClock};
use server::operator;
use server::refused::Refused;

use crate::Data;

/// Makes a care team.
#[derive(Args, Debug)]
pub(crate) struct Team {
    /// Its name, as the people it looks after will see it.
    #[arg(long)]
    name: String,
    /// Within how many hours it answers a message.
    #[arg(long, default_value_t = 48)]
    reply_hours: u32,
    #[command(flatten)]
    data: Data,
}

/// Invites a colleague.
#[derive(Args, Debug)]
pub(crate) struct InviteStaff {
    /// The name of the team.
    #[arg(long)]
    team: String,
    /// The colleague's name.
    #[arg(long)]
    name: String,
    /// What they do there: "practice nurse".
    #[arg(long, default_value = "")]
    job: String,
    #[command(flatten)]
    data: Data,
}

impl Team {
    /// Makes it.
    ///
    /// # Errors
    /// Why it could not be made; there may be one of that name.
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error>> {
        let books = self.data.open_books()?;
        let name = self.name.clone();
        let made = books
            .write(move |pen| {
                if operator::find_team(pen, &name)?.is_some() {
                    return Ok::<_, Refused>(false);
                }
                operator::make_team(pen, &name, self.reply_hours)?;
                Ok(true)
            })
            .await?;
        if !made {
            return Err(format!("There is a team called {} already.", self.name).into());
        }
        println!("The team is made. Invite its first colleague with: what-matters invite-staff");
        Ok(())
    }
}

impl InviteStaff {
    /// Invites them and prints the code.
    ///
    /// # Errors
    /// Why they could not be invited; there may be no such team.
    pub(crate) async fn run(self) -> Result<(), Box<dyn Error>> {
        let books = self.data.open_books()?;
        let now = SystemClock.now();
        let team = self.team.clone();
        let made = books
            .write(move |pen| {
                let Some(team) = operator::find_team(pen, &team)? else {
                    return Ok::<_, Refused>(None);
                };
                operator::invite_staff(pen, team, &self.name, &self.job, now).map(Some)
            })
            .await?;
        let Some(made) = made else {
            return Err(format!("There is no team called {}.", self.team).into());
        };
        println!("{}", made.code);
        Ok(())
    }
}
