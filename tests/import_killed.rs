//! A program that is killed in the middle of an import has all of it or none.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use device::pilot::Pilot;
use device::{Config, SealingKey, Storage};

/// Where the child finds its folder.
const FOLDER: &str = "WHAT_MATTERS_KILLED";

const ROWS: u32 = 2_000;

fn start(folder: &Path) -> Pilot {
    Pilot::start(Config {
        storage: Storage::Directory(folder.to_owned()),
        key: SealingKey::new([5; 32]),
        server: None,
    })
    .unwrap()
}

fn diary() -> String {
    let mut text = String::from("date,time,what,value,unit\n");
    let first = jiff::civil::date(2019, 1, 1);
    for n in 0..ROWS {
        let day = first.checked_add(jiff::Span::new().days(n)).unwrap();
        writeln!(text, "{day},08:00,weight,{},kg", 70 + n % 9).unwrap();
    }
    text
}

fn look_at_the_file(person: &Pilot) {
    person.press("More").unwrap().press("Bring in a diary").unwrap();
    person.pick("Choose the file", "diary.csv", diary().as_bytes()).unwrap();
    person.press("Look at the file").unwrap();
}

/// Not a test of its own: what the killed program does.
#[test]
#[ignore = "started by the test below, as a program of its own"]
fn the_program_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let person = start(Path::new(&folder));
    look_at_the_file(&person);
    std::fs::write(Path::new(&folder).join("pressing"), []).unwrap();
    let _ = person.press_beginning("Bring in ");
    std::thread::sleep(Duration::from_mins(1));
}

#[test]
fn an_import_is_there_whole_or_not_at_all() {
    let (mut whole, mut none) = (0, 0);
    for after in [0, 1, 3, 6, 10, 15, 25, 50, 2_000] {
        let folder = tempfile::tempdir().unwrap();
        let person = start(folder.path());
        person.press("Use it on this device").unwrap();
        drop(person);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "the_program_that_is_killed", "--ignored"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let until = Instant::now() + Duration::from_mins(1);
        while !folder.path().join("pressing").exists() {
            assert!(Instant::now() < until, "the child did not come to the press");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(after));
        // SIGKILL: nothing is tidied up.
        child.kill().unwrap();
        child.wait().unwrap();

        let person = start(folder.path());
        person.press("Track").unwrap();
        if person.text().contains("Nothing is followed yet") {
            none += 1;
            look_at_the_file(&person);
            person.press_beginning("Bring in ").unwrap();
        } else {
            whole += 1;
        }
        person.press("More").unwrap().press("Your data on this device").unwrap();
        person.sees("2,000").unwrap();
        look_at_the_file(&person);
        assert!(!person.text().contains("<Bring in "), "{}", person.text());
    }
    assert_eq!(whole + none, 9);
    assert!(whole > 0, "the last is killed long after it was saved");
}
