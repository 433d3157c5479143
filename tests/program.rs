//! The program itself, as an operator starts it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use record::api::{DeviceKey, NewAccount, Secret, Session, paths};

struct Program {
    child: Child,
    base: String,
}

fn run(folder: &tempfile::TempDir, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn command(folder: &tempfile::TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_what-matters"));
    command.args(arguments).arg("--data").arg(folder.path());
    command
}

impl Program {
    fn start(folder: &tempfile::TempDir) -> Self {
        let mut child = command(folder, &["serve", "--address", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let base = line.trim().strip_prefix("listening on ").unwrap().to_owned();
        Self { child, base }
    }

    /// As the system stops a service.
    fn terminate(mut self) -> std::process::ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        self.child.wait().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn it_serves_takes_a_colleague_in_and_stops_in_order() {
    rustls::crypto::ring::default_provider().install_default().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&folder);
    let team = ["team", "--name", "Riverside", "--reply-hours", "24"];
    assert!(run(&folder, &team).status.success());
    let twice = run(&folder, &team);
    assert!(!twice.status.success());
    assert!(String::from_utf8_lossy(&twice.stderr).contains("already"));
    let invited =
        run(&folder, &["invite-staff", "--team", "riverside", "--name", "Jo", "--job", "nurse"]);
    let code = String::from_utf8(invited.stdout).unwrap();
    let asked = NewAccount {
        username: "jo.nurse".into(),
        password: Secret::new("a garden in May"),
        name: "Jo".into(),
        device_key: DeviceKey([7; 32]),
        invitation: Some(code.trim().parse().unwrap()),
    };
    let url = format!("{}{}", program.base, paths::ACCOUNTS);
    let response = reqwest::Client::new().post(url).json(&asked).send().await.unwrap();
    let session: Session = response.json().await.unwrap();
    assert_eq!(session.account.team.unwrap().reply_hours, 24);
    let page = reqwest::get(&program.base).await.unwrap();
    assert_eq!(page.headers()["cache-control"], "no-cache");
    assert!(page.text().await.unwrap().contains("What Matters"));
    assert!(program.terminate().success());
}

#[test]
fn a_database_from_a_newer_version_is_left_alone_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&folder, &["team", "--name", "Riverside"]).status.success());
    let file = folder.path().join("what-matters.sqlite");
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let refused = run(&folder, &["serve", "--address", "127.0.0.1:0"]);
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(said.contains("newer version") && said.contains("Nothing was changed"), "{said}");
}

#[test]
fn a_database_without_its_key_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&folder, &["team", "--name", "Riverside"]).status.success());
    std::fs::remove_file(folder.path().join("server.key")).unwrap();
    let refused = run(&folder, &["serve", "--address", "127.0.0.1:0"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("key file"));
}

#[test]
fn a_restored_database_begins_a_new_epoch() {
    let folder = tempfile::tempdir().unwrap();
    for epoch in ["Epoch 2", "Epoch 3"] {
        let said = run(&folder, &["restored"]).stdout;
        assert!(String::from_utf8_lossy(&said).starts_with(epoch));
    }
}

#[test]
fn a_demonstration_whose_address_is_in_use_says_what_to_do() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let refused = run(&folder, &["demo", "--address", &address]);
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains(&format!("{address} is in use")), "{said}");
    assert!(said.contains("WHAT_MATTERS_ADDRESS="), "{said}");
    assert!(!folder.path().join("demonstration").exists(), "nothing was touched");
}
