//! The program, its folder, and what is done to it from outside.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};

/// A data folder and the program's log beside it; removed with the value.
pub(crate) struct House(tempfile::TempDir);

impl House {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Another folder with the same files in it. Only of a house whose program
    /// has stopped: SQLite's files change together.
    pub(crate) fn copy(&self) -> Self {
        let other = Self::new();
        other.take(&self.data());
        other
    }

    /// Puts the files of another folder in the place of this one's.
    pub(crate) fn take(&self, files: &Path) {
        let _ = std::fs::remove_dir_all(self.data());
        std::fs::create_dir(self.data()).unwrap();
        for file in std::fs::read_dir(files).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), self.data().join(file.file_name())).unwrap();
        }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("what-matters.sqlite")
    }

    pub(crate) fn wal(&self) -> PathBuf {
        self.data().join("what-matters.sqlite-wal")
    }

    /// What the program has written to its log, over all its starts.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.0.path().join("log")).unwrap_or_default()
    }

    /// What `verify` says of a house whose program has stopped, and in which it finds
    /// something.
    pub(crate) fn verify(&self) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_what-matters"));
        let output = command.arg("verify").arg("--data").arg(self.data()).output().unwrap();
        assert!(!output.status.success(), "it found nothing");
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    }

    /// Starts the program.
    pub(crate) fn start(&self) -> Program<'_> {
        self.try_start(&mut Command::new(env!("CARGO_BIN_EXE_what-matters")))
            .unwrap_or_else(|| panic!("the program did not start: {}", self.log()))
    }

    /// Starts the program under `strace` with these arguments; none where it
    /// ended before it listened.
    pub(crate) fn start_traced(&self, arguments: &[String]) -> Option<Program<'_>> {
        let mut strace = strace();
        // Its own process is then the program's child, and ours the program.
        strace.arg("-D").args(arguments).arg(env!("CARGO_BIN_EXE_what-matters"));
        self.try_start(&mut strace)
    }

    /// The arguments that keep `strace` to the database's files.
    pub(crate) fn only_the_database(&self) -> Vec<String> {
        [self.database(), self.wal()]
            .into_iter()
            .flat_map(|file| ["-P".to_owned(), file.display().to_string()])
            .collect()
    }

    fn try_start(&self, command: &mut Command) -> Option<Program<'_>> {
        let log = self.0.path().join("log");
        let log = std::fs::File::options().create(true).append(true).open(log).unwrap();
        let mut child = command
            .args(["serve", "--log", "warn", "--address", "127.0.0.1:0", "--behind-proxy"])
            .arg("--data")
            .arg(self.data())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", command.get_program().display()));
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let base = line.trim().strip_prefix("listening on ").map(str::to_owned);
        let program = Program { child, base: base.clone().unwrap_or_default(), house: self };
        if base.is_none() {
            program.wait();
            return None;
        }
        Some(program)
    }
}

fn strace() -> Command {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq"]);
    strace
}

/// The program while it runs; killed with the value.
pub(crate) struct Program<'a> {
    child: Child,
    pub(crate) base: String,
    house: &'a House,
}

impl Program<'_> {
    /// Kills it, as `kill -9` does.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Stops it as the system stops a service.
    pub(crate) fn stop(self) -> ExitStatus {
        let pid = self.child.id().to_string();
        // It may have been killed already.
        let _ = Command::new("kill").args(["-TERM", &pid]).stderr(Stdio::null()).status();
        self.wait()
    }

    /// Waits until it has ended.
    pub(crate) fn wait(mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// The most memory it has had in use, in MiB.
    pub(crate) fn most_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    /// Makes calls on the database's files end as `strace` is told
    /// (`pwrite64:error=EIO`), until the value is dropped.
    pub(crate) fn break_disk(&self, injections: &[&str]) -> Broken {
        let mut strace = Command::new("strace");
        strace.arg("-f").args(self.house.only_the_database()).args(["-o", "/dev/null"]);
        let calls: Vec<&str> =
            injections.iter().map(|inject| inject.split_once(':').unwrap().0).collect();
        strace.arg("-e").arg(format!("trace={}", calls.join(",")));
        for inject in injections {
            strace.arg("-e").arg(format!("inject={inject}"));
        }
        strace.arg("-p").arg(self.child.id().to_string());
        let mut child = strace.stderr(Stdio::piped()).spawn().expect("strace can be started");
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        assert!(
            line.contains("attached"),
            "strace may not look into the program (as root, or with kernel.yama.ptrace_scope=0, it may): {line}"
        );
        Broken { strace: child, said }
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether the program ended because it was killed.
pub(crate) fn was_killed(status: ExitStatus) -> bool {
    status.signal() == Some(9)
}

/// A disk that fails; it works again once this is dropped.
pub(crate) struct Broken {
    strace: Child,
    said: BufReader<ChildStderr>,
}

impl Drop for Broken {
    fn drop(&mut self) {
        let pid = self.strace.id().to_string();
        let _ = Command::new("kill").args(["-INT", &pid]).status();
        let _ = self.said.read_to_string(&mut String::new());
        let _ = self.strace.wait();
    }
}
