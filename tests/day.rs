//! The demonstration, started as people start it, and looked at by real cores
//! over HTTP: its person, her daughter, and a nurse who answers.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};

use device::pilot::Pilot;
use device::{Config, SealingKey, ServerAddress, Storage};
use shared::screen::SyncState;

const PASSWORD: &str = "walk by the river";

/// The program, stopped when the test is over; what it says is kept open.
struct Program(Child, Option<BufReader<ChildStdout>>);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the demonstration; answers its address.
fn demonstration(data: &std::path::Path) -> (Program, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_what-matters"))
        .args(["demo", "--log", "error", "--address", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut program = Program(child, None);
    let address = out
        .by_ref()
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("listening on ").map(str::to_owned))
        .expect("the demonstration says where it listens");
    program.1 = Some(out);
    (program, address)
}

fn sign_in(address: &str, username: &str) -> Pilot {
    let pilot = Pilot::start(Config {
        storage: Storage::Memory,
        key: SealingKey::new([3; 32]),
        server: ServerAddress::new(address).ok(),
    })
    .unwrap();
    pilot
        .press("Sign in")
        .unwrap()
        .type_in("Username", username)
        .unwrap()
        .type_in("Password", PASSWORD)
        .unwrap()
        .press("Sign in")
        .unwrap();
    pilot.wait("a signed-in page", |page| !page.tabs.is_empty()).unwrap();
    pilot
}

/// Signs in, and waits as people do until what was written before is here.
fn sign_in_to_record(address: &str, username: &str) -> Pilot {
    let pilot = sign_in(address, username);
    pilot.wait("all that there is", |page| page.sync.state == SyncState::Sent).unwrap();
    pilot
}

#[test]
fn the_demonstration_is_whole_and_a_nurse_can_answer() {
    let folder = tempfile::tempdir().unwrap();
    let (program, address) = demonstration(folder.path());

    // Sam, on a new device: weeks of readings, and what her daughter wrote.
    let sam = sign_in_to_record(&address, "sam");
    sam.sees("Walking to the allotment").unwrap();
    sam.sees("written by Ruth Okafor, daughter, for you").unwrap();
    sam.press("Track").unwrap().press("Blood glucose").unwrap().sees("mmol/L").unwrap();

    // A nurse: the message waits, the record opens with a reason, and is answered.
    let amina = sign_in(&address, "amina");
    amina.sees("Message not answered").unwrap();
    amina.press("Sam Okafor").unwrap();
    amina.choose("Why do you open it?", &["To answer a message"]).unwrap();
    amina.press("Open the record").unwrap();
    amina.sees("Latest readings").unwrap();
    amina.press("Messages").unwrap();
    amina.type_in("Write to Sam Okafor", "Of course. Would Tuesday suit you?").unwrap();
    amina.press("Send to Sam Okafor").unwrap();
    amina.wait("the answer is sent", |page| page.sync.state == SyncState::Sent).unwrap();

    // Sam has the answer, and sees who looked, and why.
    sam.press("Messages").unwrap().sees("Would Tuesday suit you?").unwrap();
    sam.sees("Amina Khan, practice nurse").unwrap();
    sam.press("More").unwrap().press("Who can see what").unwrap();
    sam.sees("To answer a message").unwrap();

    // Started again, the people are still the same.
    drop(program);
    let (_program, address) = demonstration(folder.path());
    let again = sign_in(&address, "sam");
    again.press("Messages").unwrap().sees("Would Tuesday suit you?").unwrap();
}

#[test]
fn a_second_device_and_the_first_come_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (_program, address) = demonstration(folder.path());
    let phone = sign_in_to_record(&address, "sam");
    let laptop = sign_in_to_record(&address, "sam");
    for (who, value) in [(&phone, "83.1"), (&laptop, "83.4")] {
        who.press("Track").unwrap().press("Weight").unwrap().press("Add a reading").unwrap();
        who.type_in("Reading", value).unwrap().press("Save").unwrap();
    }
    for who in [&phone, &laptop] {
        who.sees("83.1").unwrap().sees("83.4").unwrap();
        who.wait("sent", |page| page.sync.state == SyncState::Sent).unwrap();
    }
}

#[test]
fn a_new_account_with_nothing_written_opens_without_a_network_as_it_is() {
    let (data, device) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (program, address) = demonstration(data.path());
    let start = || {
        Pilot::start(Config {
            storage: Storage::Directory(device.path().to_owned()),
            key: SealingKey::new([4; 32]),
            server: ServerAddress::new(&address).ok(),
        })
        .unwrap()
    };
    let new = start();
    new.press("Create an account").unwrap().type_in("Your name", "Rosa").unwrap();
    new.type_in("Username", "rosa").unwrap().type_in("Choose a password", PASSWORD).unwrap();
    new.press("Create an account").unwrap();
    new.wait("all is there", |page| page.sync.state == SyncState::Sent).unwrap();
    drop(new);
    drop(program);
    start().wait("all is there", |page| page.sync.state == SyncState::Sent).unwrap();
}
