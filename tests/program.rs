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
        Self::start_with(folder, &[])
    }

    fn start_with(folder: &tempfile::TempDir, options: &[&str]) -> Self {
        let mut child = command(folder, &["serve", "--address", "127.0.0.1:0"])
            .args(options)
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
fn a_database_put_back_by_other_means_begins_a_new_epoch() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || {
        let said = says(&run(&folder, &["restored"]));
        let number = said.strip_prefix("Epoch ").and_then(|rest| rest.split(' ').next());
        number.and_then(|number| number.parse::<u64>().ok()).unwrap_or_else(|| panic!("{said}"))
    };
    let first = begun();
    // Drawn: another one, whatever the clock says.
    assert!(first > 1);
    assert_ne!(begun(), first);
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

#[test]
fn the_demonstration_makes_a_backup_that_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = command(&folder, &["demo", "--address", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let told = lines
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("listening on ").map(str::to_owned));
    let program = Program { child, base: told.unwrap() };
    let made = folder.path().join("demonstration");
    let backup = || {
        let files = std::fs::read_dir(made.join("backups")).ok()?.flatten();
        files.map(|file| file.path()).find(|path| path.extension().is_some_and(|e| e == "backup"))
    };
    // It is made beside the server that runs already.
    let mut found = backup();
    for _ in 0..600 {
        if found.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        found = backup();
    }
    let (found, key) = (found.expect("a backup within a minute"), made.join("server.key"));
    let arguments = ["verify", "--backup", found.to_str().unwrap(), "--key", key.to_str().unwrap()];
    let whole = run(&folder, &arguments);
    assert!(
        whole.status.success() && says(&whole).contains("all of it is whole"),
        "{}",
        says(&whole)
    );
    assert!(program.terminate().success());
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_backup_of_a_running_server_is_checked_restored_and_refuses_to_write_over() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&folder);
    assert!(run(&folder, &["team", "--name", "Riverside"]).status.success());
    let file = folder.path().join("one.backup");
    let to = file.to_str().unwrap();
    let made = run(&folder, &["backup", "--to", to, "--with-key"]);
    assert!(made.status.success(), "{}", says(&made));
    assert!(says(&made).contains("all of it is whole") && says(&made).contains("keep them apart"));
    let again = run(&folder, &["backup", "--to", to]);
    assert!(!again.status.success() && says(&again).contains("never written over"));
    let over = run(&folder, &["restore", "--from", to]);
    assert!(!over.status.success() && says(&over).contains("Stop it first"), "{}", says(&over));
    assert!(program.terminate().success());
    let over = run(&folder, &["restore", "--from", to]);
    assert!(
        !over.status.success() && says(&over).contains("never written over"),
        "{}",
        says(&over)
    );

    let other = tempfile::tempdir().unwrap();
    let no_key = run(&other, &["restore", "--from", to]);
    assert!(!no_key.status.success() && says(&no_key).contains("key file"), "{}", says(&no_key));
    let key = format!("{to}.key");
    let restored = run(&other, &["restore", "--from", to, "--key", &key]);
    assert!(restored.status.success(), "{}", says(&restored));
    assert!(says(&restored).contains(" begins: "));
    let whole = run(&other, &["verify"]);
    assert!(whole.status.success() && says(&whole).contains("all of it is whole"));
    let there = run(&other, &["team", "--name", "Riverside"]);
    assert!(says(&there).contains("already"), "the team was in the backup");

    // A spoiled one is told, with where, and is not restored.
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute("UPDATE rows SET row = x'00' WHERE tab = 13", []).unwrap();
    drop(connection);
    let spoiled = run(&other, &["verify", "--backup", to]);
    assert!(!spoiled.status.success());
    assert!(says(&spoiled).contains("of Teams does not open"), "{}", says(&spoiled));
}

#[test]
fn a_server_backs_itself_up_by_the_clock() {
    let folder = tempfile::tempdir().unwrap();
    let backups = folder.path().join("backups");
    let child = command(&folder, &["serve", "--address", "127.0.0.1:0"])
        .arg("--backup")
        .arg(&backups)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let program = Program { child, base: String::new() };
    let made = loop {
        let found = std::fs::read_dir(&backups).into_iter().flatten().flatten();
        let mut names = found.map(|found| found.path());
        if let Some(path) = names.find(|path| path.extension().is_some_and(|is| is == "backup")) {
            break path;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    let whole = run(&folder, &["verify", "--backup", made.to_str().unwrap()]);
    assert!(whole.status.success(), "{}", says(&whole));
    drop(program);
}

#[test]
fn a_database_is_moved_to_postgres_and_served_from_there() {
    let Ok(server) = std::env::var("WHAT_MATTERS_POSTGRES") else {
        eprintln!(
            "\n*** NOT TESTED: WHAT_MATTERS_POSTGRES is not set. Use scripts/with-postgres. ***\n"
        );
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&folder, &["team", "--name", "Riverside"]).status.success());
    let program = Program::start(&folder);
    let to = format!("{server} dbname=postgres");
    let moving = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_what-matters"));
        command.args(["move", "--from"]).arg(folder.path()).args(["--to", &to]).output().unwrap()
    };
    let used = moving();
    assert!(!used.status.success() && says(&used).contains("Stop it first"), "{}", says(&used));
    assert!(program.terminate().success());
    let moved = moving();
    assert!(moved.status.success() && says(&moved).contains("It is moved"), "{}", says(&moved));
    let old = run(&folder, &["team", "--name", "Another"]);
    assert!(!old.status.success() && says(&old).contains("--database"), "{}", says(&old));
    let known = run(&folder, &["team", "--name", "Riverside", "--database", &to]);
    assert!(says(&known).contains("already"), "{}", says(&known));
    let whole = run(&folder, &["verify", "--database", &to]);
    assert!(whole.status.success(), "{}", says(&whole));
    let mut child = command(&folder, &["serve", "--address", "127.0.0.1:0", "--database", &to])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let base = line.trim().strip_prefix("listening on ").unwrap_or_default().to_owned();
    assert!(base.starts_with("http://"), "{line}");
    assert!(Program { child, base }.terminate().success());
}

const PRINT: &str = "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";

#[tokio::test]
async fn it_vouches_for_the_apps_that_its_operator_names_and_for_no_other() {
    let _first = rustls::crypto::ring::default_provider().install_default();
    let places = ["/.well-known/assetlinks.json", "/.well-known/apple-app-site-association"];
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(&folder);
    for place in places {
        let answer = reqwest::get(format!("{}{place}", program.base)).await.unwrap();
        assert_eq!(answer.status(), reqwest::StatusCode::NOT_FOUND, "{place}");
    }
    assert!(program.terminate().success());

    let android = format!("app.whatmatters={PRINT},app.other={PRINT}");
    let options = ["--android-app", &android, "--apple-app", "A1B2C3D4E5.app.whatmatters"];
    let program = Program::start_with(&folder, &options);
    let mut told = Vec::new();
    for place in places {
        let answer = reqwest::get(format!("{}{place}", program.base)).await.unwrap();
        assert_eq!(answer.status(), reqwest::StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "application/json");
        told.push(answer.json::<serde_json::Value>().await.unwrap());
    }
    let [links, association] = &told[..] else { panic!("{told:?}") };
    assert_eq!(links[1]["target"]["package_name"], "app.other");
    assert_eq!(links[0]["target"]["sha256_cert_fingerprints"][0], PRINT);
    assert_eq!(links[0]["relation"][0], "delegate_permission/common.handle_all_urls");
    let details = &association["applinks"]["details"][0];
    assert_eq!(details["appIDs"][0], "A1B2C3D4E5.app.whatmatters");
    assert_eq!(details["components"][0]["#"], "*");
    let wrong = reqwest::Client::new().post(format!("{}{}", program.base, places[0]));
    assert_eq!(wrong.send().await.unwrap().status(), reqwest::StatusCode::NOT_FOUND);
    assert!(program.terminate().success());

    for option in [["--android-app", "app.whatmatters"], ["--apple-app", "app.whatmatters"]] {
        let refused = command(&folder, &["serve"]).args(option).output().unwrap();
        assert!(
            !refused.status.success() && says(&refused).contains("write "),
            "{}",
            says(&refused)
        );
    }
}
