//! A primary dies under a synchronous standby; the survivor has everything that
//! was told done.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use super::*;

/// A PostgreSQL of its own, in a folder of its own, on a socket there.
struct Instance {
    folder: PathBuf,
    bin: PathBuf,
}

impl Instance {
    fn new(parent: &Path, name: &str, bin: &Path) -> Self {
        Self { folder: parent.join(name), bin: bin.to_owned() }
    }

    /// One of PostgreSQL's programs, as somebody who is not root.
    fn program(&self, name: &str) -> Command {
        let program = self.bin.join(name);
        let root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
        let mut command = if root {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]);
            command.arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir("/").stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn run(&self, name: &str, arguments: &[&str]) {
        let status = self.program(name).args(arguments).status().unwrap();
        assert!(status.success(), "{name} {arguments:?}");
    }

    fn start(&self, settings: &str) {
        let folder = self.folder.to_str().unwrap();
        let log = format!("{folder}.log");
        let socket = self.folder.parent().unwrap().to_str().unwrap();
        let options = format!("-k {socket} -p {} -c listen_addresses='' {settings}", self.port());
        self.run("pg_ctl", &["-D", folder, "-l", &log, "-s", "-w", "-o", &options, "start"]);
    }

    /// The number in the name of its socket; no port is opened.
    fn port(&self) -> u16 {
        if self.folder.ends_with("primary") { 5001 } else { 5002 }
    }

    fn stop(&self) {
        let folder = self.folder.to_str().unwrap();
        let _ = self.program("pg_ctl").args(["-D", folder, "-m", "immediate", "stop"]).status();
    }

    fn url(&self) -> String {
        let socket = self.folder.parent().unwrap().to_str().unwrap();
        format!("host={socket} port={} user=postgres", self.port())
    }

    fn options(&self) -> PostgresOptions {
        PostgresOptions { url: self.url(), authority: None }
    }

    fn client(&self) -> Client {
        Client::connect(&self.url(), NoTls).unwrap()
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Waits until the database says yes.
fn until(client: &mut Client, question: &str) {
    while !client.query_one(question, &[]).unwrap().get::<_, bool>(0) {
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_survivor_has_all_that_was_told_done() {
    let Ok(bin) = std::env::var("WHAT_MATTERS_POSTGRES_BIN") else {
        eprintln!(
            "\n*** NOT TESTED: WHAT_MATTERS_POSTGRES_BIN is not set. Use scripts/with-postgres. ***\n"
        );
        return;
    };
    let bin = PathBuf::from(bin);
    let folder = tempfile::tempdir().unwrap();
    // PostgreSQL's own user makes its folders in it.
    assert!(Command::new("chmod").arg("777").arg(folder.path()).status().unwrap().success());
    let primary = Instance::new(folder.path(), "primary", &bin);
    let standby = Instance::new(folder.path(), "standby", &bin);
    let data = primary.folder.to_str().unwrap();
    primary.run("initdb", &["-D", data, "-U", "postgres", "-A", "trust", "--locale=C"]);
    primary.start("-c synchronous_commit=on");
    let copy = format!("{} application_name=second", primary.url());
    let there = standby.folder.to_str().unwrap();
    standby.run("pg_basebackup", &["-D", there, "-d", &copy, "-R", "-X", "stream"]);
    standby.start("");
    let mut client = primary.client();
    client
        .batch_execute("ALTER SYSTEM SET synchronous_standby_names = 'second'")
        .and_then(|()| client.batch_execute("SELECT pg_reload_conf()"))
        .unwrap();
    until(&mut client, "SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync')");

    let store = Arc::new(PostgresStore::open(&primary.options()).unwrap());
    while !store.safe_now() {
        std::thread::sleep(Duration::from_millis(50));
    }
    // Devices write until the end, and remember what they were told.
    let told: Arc<Mutex<Vec<[u8; 5]>>> = Arc::default();
    let writing: Vec<_> = (0..4_u8)
        .map(|device| {
            let (store, told) = (Arc::clone(&store), Arc::clone(&told));
            std::thread::spawn(move || {
                for number in 0_u32.. {
                    let mut key = [device; 5];
                    key[1..].copy_from_slice(&number.to_be_bytes());
                    let kept = act(&store, Turn::Of(vec![device]), move |tables| {
                        tables.append(LogId(u64::from(device)), u64::from(number) + 1, &key)?;
                        tables.put(TableId::Meta, &key, b"")
                    });
                    if kept.is_err() {
                        return;
                    }
                    told.lock().unwrap().push(key);
                }
            })
        })
        .collect();
    while told.lock().unwrap().len() < 200 {
        std::thread::sleep(Duration::from_millis(5));
    }
    // Killed, not stopped: all its processes at once, in the middle of it all.
    primary.stop();
    for thread in writing {
        thread.join().unwrap();
    }
    assert!(put(&store, b"late").is_err(), "a dead primary keeps nothing");
    drop(store);

    standby.run("pg_ctl", &["-D", there, "-s", "-w", "promote"]);
    let survivor = PostgresStore::open(&standby.options()).unwrap();
    let told = told.lock().unwrap().clone();
    assert!(told.len() >= 200);
    let missing = look(&survivor, move |tables| {
        told.iter()
            .filter(|key| {
                let log = LogId(u64::from(key[0]));
                let number = u32::from_be_bytes(key[1..].try_into().unwrap());
                let row = tables.get(TableId::Meta, *key).unwrap();
                let entry = tables.entry(log, u64::from(number) + 1).unwrap();
                row.is_none() || entry.as_deref() != Some(key.as_slice())
            })
            .count()
    });
    assert_eq!(missing, 0);
    // It takes over, and knows that it is alone.
    put(&survivor, b"after").unwrap();
    assert!(!survivor.safe_now());
}
