//! The real program with real people in it: the rows that sign-ups, enrolments
//! and pushes would have made, made by the server's own code without its HTTP,
//! and then `what-matters serve` over them.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use record::api::{AccountId, DeviceKey, Secret};
use record::block::{self, SIGNATURE};
use record::{RecordId, Scope, Writer};
use ring::signature::{Ed25519KeyPair, KeyPair};
use server::accounts::password::{PasswordRow, Passwords};
use server::accounts::{self, Applicant};
use server::clock::{Clock, Moment, SystemClock};
use server::http::open_books;
use server::records::{self, access};
use server::refused::Refused;
use server::sessions;
use server::store::StoreError;
use server::store::books::{Books, Pen, Read};
use server::store::tables::Streams;
use server::sync::gather::Rule;
use server::upkeep;

use crate::life::Draft;

/// How many people are made in one act.
const TOGETHER: u32 = 500;

/// Somebody with an account, a record, and one device that is signed in.
pub(crate) struct Person {
    pub(crate) record: RecordId,
    pub(crate) writer: Writer,
    pub(crate) token: String,
    key: Ed25519KeyPair,
}

/// A data folder, before the program runs over it.
pub(crate) struct House {
    folder: tempfile::TempDir,
    books: Books,
    runtime: tokio::runtime::Runtime,
}

/// The program, running.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    child: Child,
    folder: tempfile::TempDir,
}

/// An account on its device, as it was made.
struct Made {
    record: RecordId,
    writer: Writer,
    token: Secret,
}

/// How many bytes the books take: as they were written, with what lies between and
/// is free for more, and copied.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnDisk {
    pub(crate) lived: u64,
    pub(crate) copied: u64,
}

/// A folder that is gone when it is dropped, on the disk where this is built:
/// `/tmp` may be memory, which no flush can make durable.
pub(crate) fn folder() -> Result<tempfile::TempDir, Box<dyn Error>> {
    let beside = target()?.join("measured");
    std::fs::create_dir_all(&beside)?;
    Ok(tempfile::tempdir_in(beside)?)
}

/// Where the programs of this build are.
fn target() -> Result<PathBuf, Box<dyn Error>> {
    let own = std::env::current_exe()?;
    Ok(own.parent().ok_or("this program is in no folder")?.to_owned())
}

impl House {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let folder = folder()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
        let books = open_books(folder.path())?;
        Ok(Self { folder, books, runtime })
    }

    /// Makes so many people. They all have one password, hashed once.
    pub(crate) fn people(&self, count: u32) -> Result<Vec<Person>, Box<dyn Error>> {
        let password = self.runtime.block_on(
            Passwords::default().hash(&Secret::new("not used by anybody"), &**self.books.chance()),
        );
        let password = password.map_err(told)?;
        let mut people = Vec::new();
        for first in (0..count).step_by(TOGETHER as usize) {
            let keys: Vec<Ed25519KeyPair> =
                (first..count.min(first + TOGETHER)).map(device_key).collect::<Result<_, _>>()?;
            let applicants = keys.iter().zip(first..);
            let applicants: Vec<Applicant> = applicants
                .map(|(key, number)| applicant(number, key, &password))
                .collect::<Result<_, Box<dyn Error>>>()?;
            let now = SystemClock.now();
            let made = self.runtime.block_on(self.books.write(move |pen| {
                applicants.into_iter().map(|one| person(pen, one, now)).collect()
            }));
            let made: Vec<Made> = made.map_err(told)?;
            people.extend(made.into_iter().zip(keys).map(|(made, key)| Person {
                record: made.record,
                writer: made.writer,
                token: made.token.reveal().to_owned(),
                key,
            }));
        }
        Ok(people)
    }

    /// Puts a life into a record as if each block had come on its day, in the
    /// evening. Those of carers and colleagues too, whatever was granted.
    pub(crate) fn live(&self, person: &Person, drafts: &[Draft]) -> Result<(), Box<dyn Error>> {
        let record = person.record;
        let blocks: Vec<(Moment, Vec<u8>)> = drafts
            .iter()
            .map(|draft| (Moment(draft.evening()), person.sign(&draft.bytes)))
            .collect();
        let done: Result<(), Refused> = self.runtime.block_on(self.books.write(move |pen| {
            for (now, block) in blocks {
                let header = block::header(&block).map_err(|_| StoreError::Damaged)?;
                server::sync::append(pen, record, header, block, now)?;
            }
            Ok(())
        }));
        done.map_err(told)
    }

    /// Gathers old blocks into segments, as the server does it by itself.
    pub(crate) fn gather(&self, now: Moment) -> Result<(), Box<dyn Error>> {
        let gathering = upkeep::gather(&self.books, now, Rule::default(), Duration::ZERO);
        self.runtime.block_on(gathering)?;
        Ok(())
    }

    /// Where a record's stream stands.
    pub(crate) fn head(
        &self,
        record: RecordId,
        scope: Scope,
    ) -> Result<record::stream::Head, Box<dyn Error>> {
        let row = self
            .runtime
            .block_on(self.books.read(move |page| page.get(Streams, &(record, scope))))?;
        Ok(row.map(|row| row.head()).unwrap_or_default())
    }

    /// Closes the books, and starts the program over them.
    pub(crate) fn start(self) -> Result<Running, Box<dyn Error>> {
        let Self { folder, books, runtime } = self;
        // The file is checkpointed when the last of its connections closes.
        drop((books, runtime));
        let program = target()?.join("what-matters");
        let mut child = Command::new(&program)
            .args(["serve", "--address", "127.0.0.1:0", "--log", "error", "--data"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or("the program says nothing")?;
        BufReader::new(out).read_line(&mut line)?;
        let address = line.trim().strip_prefix("listening on http://");
        let address = address.ok_or_else(|| format!("the program said {line:?}"))?.parse()?;
        Ok(Running { address, child, folder })
    }

    /// Closes the books, and says how many bytes they take on the disk.
    pub(crate) fn close(self) -> Result<OnDisk, Box<dyn Error>> {
        let Self { folder, books, runtime } = self;
        drop((books, runtime));
        let lived = size(folder.path())?;
        let copy = folder.path().join("copy");
        let database = rusqlite::Connection::open(folder.path().join("what-matters.sqlite"))?;
        database.execute("VACUUM INTO ?1", [copy.to_str().ok_or("a folder with an odd name")?])?;
        Ok(OnDisk { lived, copied: std::fs::metadata(copy)?.len() })
    }
}

impl Running {
    /// The program's process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// How many bytes its files take now.
    pub(crate) fn bytes(&self) -> Result<u64, Box<dyn Error>> {
        size(self.folder.path())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Person {
    /// A draft, signed by their device.
    pub(crate) fn sign(&self, draft: &[u8]) -> Vec<u8> {
        let signature = self.key.sign(&block::signing_bytes(self.record, draft));
        let mut bytes = [0; SIGNATURE];
        bytes.copy_from_slice(signature.as_ref());
        block::sign(draft.to_vec(), &bytes)
    }
}

/// What the files of a folder take.
pub(crate) fn size(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut total = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        total += if about.is_dir() { size(&entry.path())? } else { about.len() };
    }
    Ok(total)
}

fn device_key(number: u32) -> Result<Ed25519KeyPair, Box<dyn Error>> {
    let mut seed = [1; 32];
    seed[..4].copy_from_slice(&number.to_be_bytes());
    Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| "no key".into())
}

fn applicant(
    number: u32,
    key: &Ed25519KeyPair,
    password: &PasswordRow,
) -> Result<Applicant, Box<dyn Error>> {
    Ok(Applicant {
        username: format!("person{number}"),
        name: format!("Person {number}"),
        password: password.clone(),
        device: DeviceKey(key.public_key().as_ref().try_into()?),
        invitation: None,
    })
}

fn person(pen: &mut Pen<'_>, applicant: Applicant, now: Moment) -> Result<Made, Refused> {
    let created = accounts::create(pen, applicant, now)?;
    let account: AccountId = created.account;
    let record = records::own(pen, account)?.ok_or(StoreError::Damaged)?;
    let caller = sessions::holder(pen, &created.tokens, now)?;
    let standing = access::standing(pen, &caller, record, now)?;
    let enrolled = records::enrol(pen, &caller, &standing)?;
    Ok(Made { record, writer: enrolled.writer, token: created.tokens.access })
}

#[expect(clippy::needless_pass_by_value, reason = "handed to map_err")]
fn told(refused: Refused) -> Box<dyn Error> {
    refused.to_string().into()
}
