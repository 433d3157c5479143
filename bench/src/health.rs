//! An export of Apple Health, as large as those of people who have worn a watch for
//! years: made from a fixed seed, and brought in through the app's own pages.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use device::{Engine, RequestId, Shell};
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use shared::effects::platform::{FilePart, FileRead, PlatformOperation, PlatformOutput};
use shared::event::{FieldInput, Launch, Platform};
use shared::screen::{Input, Page, PickedFile};
use shared::{Event, pilot};

use crate::chance::Chance;
use crate::kept;
use crate::table::{Mark, Table};

/// How much XML there is: 300 MB.
const BYTES: u64 = 300_000_000;

/// Sunday 1 November 2020.
const BEGINNING: i64 = 1_604_188_800;

const PATIENCE: Duration = Duration::from_secs(300);

/// What a watch and other devices write, and how often in a hundred: what is mostly
/// there is not followed here and only has to be passed over.
const KINDS: &[(i64, &str, &str, i64, i64, i64)] = &[
    // In a hundred, the type, its unit, from, to, and by how much it is divided.
    (38, "HeartRate", "count/min", 48, 140, 1),
    (20, "ActiveEnergyBurned", "kcal", 1, 900, 1000),
    (12, "BasalEnergyBurned", "kcal", 1000, 20_000, 1000),
    (9, "StepCount", "count", 3, 900, 1),
    (9, "DistanceWalkingRunning", "km", 2, 800, 1000),
    (6, "BloodGlucose", "mmol&lt;180.1558800000541&gt;/L", 32, 160, 10),
    (3, "OxygenSaturation", "%", 90, 100, 100),
    (2, "HeartRateVariabilitySDNN", "ms", 20, 90, 1),
    (1, "RestingHeartRate", "count/min", 50, 70, 1),
];

/// Writes the archive; answers how much XML is in it.
pub(crate) fn write(path: &Path) -> Result<u64, Box<dyn Error>> {
    let name = b"apple_health_export/export.xml";
    let mut out = BufWriter::new(File::create(path)?);
    // Its sizes come behind it, as where a phone writes it.
    out.write_all(b"PK\x03\x04\x14\0\x08\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")?;
    out.write_all(&[u8::try_from(name.len())?, 0, 0, 0])?;
    out.write_all(name)?;
    let body = out.stream_position()?;
    let mut packing = DeflateEncoder::new(out, Compression::default());
    let (mut crc, mut written) = (Crc::new(), 0);
    let mut put = |text: &str| {
        crc.update(text.as_bytes());
        written += text.len() as u64;
        packing.write_all(text.as_bytes())?;
        std::io::Result::Ok(written)
    };
    put(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!-- HealthKit Export Version: 14 -->\n]>\n<HealthData locale=\"en_GB\">\n <ExportDate value=\"2026-11-20 08:00:00 +0000\"/>\n",
    )?;
    let mut chance = Chance::from_seed(7);
    let mut at = BEGINNING;
    while put(&record(&mut chance, at))? < BYTES {
        at += chance.between(40, 300);
    }
    put("</HealthData>\n")?;
    let (crc, written) = (crc.sum(), written);
    let mut out = packing.finish()?;
    let packed = u32::try_from(out.stream_position()? - body)?.to_le_bytes();
    let size = u32::try_from(written)?.to_le_bytes();
    let sums = [&crc.to_le_bytes()[..], &packed, &size].concat();
    out.write_all(b"PK\x07\x08")?;
    out.write_all(&sums)?;
    let list = u32::try_from(out.stream_position()?)?.to_le_bytes();
    out.write_all(b"PK\x01\x02\x14\0\x14\0\x08\0\x08\0\0\0\0\0")?;
    out.write_all(&sums)?;
    out.write_all(&[u8::try_from(name.len())?, 0])?;
    out.write_all(&[0; 16])?;
    out.write_all(name)?;
    out.write_all(b"PK\x05\x06\0\0\0\0\x01\0\x01\0")?;
    out.write_all(&u32::try_from(46 + name.len())?.to_le_bytes())?;
    out.write_all(&list)?;
    out.write_all(&[0, 0])?;
    out.flush()?;
    Ok(written)
}

fn record(chance: &mut Chance, at: i64) -> String {
    let mut nth = chance.between(1, 100);
    let found = KINDS.iter().find(|(often, ..)| {
        nth -= often;
        nth <= 0
    });
    let (_, kind, unit, from, to, by) = found.unwrap_or(&KINDS[0]);
    let value = chance.between(*from, *to);
    let value = match by {
        1 => value.to_string(),
        10 => format!("{}.{}", value / 10, value % 10),
        100 => format!("{}.{:02}", value / 100, value % 100),
        _ => format!("{}.{:03}", value / 1000, value % 1000),
    };
    let at = moment(at);
    let number = chance.between(1 << 28, 1 << 29);
    format!(
        " <Record type=\"HKQuantityTypeIdentifier{kind}\" sourceName=\"Sam’s Watch\" sourceVersion=\"11.2\" device=\"&lt;&lt;HKDevice: 0x{number:x}&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch7,3, software:11.2&gt;\" unit=\"{unit}\" creationDate=\"{at}\" startDate=\"{at}\" endDate=\"{at}\" value=\"{value}\"/>\n"
    )
}

/// As Apple writes it. Days by Howard Hinnant's arithmetic of the civil calendar.
fn moment(at: i64) -> String {
    let (days, second) = (at.div_euclid(86_400) + 719_468, at.rem_euclid(86_400));
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} +0000")
}

/// Gives the parts of the file that are asked for.
struct Reads {
    file: Mutex<File>,
    engine: Mutex<Option<Arc<Engine>>>,
    renders: Mutex<u64>,
    changed: Condvar,
}

impl Reads {
    fn part(&self, part: &FilePart) -> std::io::Result<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = vec![0; part.length as usize];
        file.seek(SeekFrom::Start(part.offset))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Shell for Reads {
    fn render(&self) {
        *self.renders.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    fn platform(&self, id: RequestId, operation: PlatformOperation) {
        let PlatformOperation::ReadFile(part) = operation else { return };
        let read = self.part(&part).map_or(FileRead::Gone, FileRead::Part);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(engine) = engine {
            let _ended = engine.resolve(id, PlatformOutput::ReadFile(read));
        }
    }
}

/// Brings an export of 300 MB in, on this machine's own engine.
pub(crate) fn measure() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("export.zip");
    let written = write(&path)?;
    let size = std::fs::metadata(&path)?.len();
    println!("{written} bytes of XML in an archive of {size}\n");
    let shell = Arc::new(Reads {
        file: Mutex::new(File::open(&path)?),
        engine: Mutex::default(),
        renders: Mutex::default(),
        changed: Condvar::new(),
    });
    let engine = Engine::start(kept::config(folder.path()), shell.clone())?;
    *shell.engine.lock().unwrap_or_else(PoisonError::into_inner) = Some(engine.clone());
    let until = |done: &dyn Fn(&Page) -> bool| {
        let renders = shell.renders.lock().unwrap_or_else(PoisonError::into_inner);
        let (_renders, late) = shell
            .changed
            .wait_timeout_while(renders, PATIENCE, |_| !done(&engine.view()))
            .unwrap_or_else(PoisonError::into_inner);
        if late.timed_out() {
            return Err(format!("on:\n{}", shared::screen::text::render(&engine.view())));
        }
        Ok(())
    };
    let press = |label: &str| {
        let action = pilot::find(&engine.view(), label).ok_or_else(|| format!("no “{label}”"))?;
        engine.update(Event::Press(action)).map_err(|error| error.to_string())
    };
    let there = |label: &'static str| move |page: &Page| pilot::find(page, label).is_some();
    let launch = Launch {
        languages: vec!["en-GB".into()],
        platform: Platform::Desktop,
        ..Launch::default()
    };
    engine.update(Event::Start(launch))?;
    until(&there("Use it on this device"))?;
    press("Use it on this device")?;
    until(&there("More"))?;
    press("More")?;
    until(&there("Bring in a diary"))?;
    press("Bring in a diary")?;
    until(&there("Look at the file"))?;
    let picked = PickedFile { name: "export.zip".into(), size, content: None };
    let (form, field) = pilot::field(&engine.view(), "Choose the file").ok_or("no field")?;
    engine.update(Event::Input(FieldInput { form, field, value: Input::File(picked) }))?;
    let begun = Instant::now();
    press("Look at the file")?;
    until(&|page| page.name == "bring_in.health")?;
    let read = begun.elapsed();
    let begun = Instant::now();
    press("Bring them in")?;
    until(&|page| page.name == "bring_in.done" && !page.busy)?;
    let kept = begun.elapsed();
    let notice = engine.view().notices.first().map(|notice| notice.title.clone());
    println!("{}\n", notice.unwrap_or_default());
    let what = "an export of 300 MB, read";
    table.row(what, read.as_secs_f64(), "s", Mark::None);
    table.row("… what was chosen, kept", kept.as_secs_f64(), "s", Mark::None);
    table.row("… both", (read + kept).as_secs_f64(), "s", Mark::Below(60.0));
    if let Some(most) = most_memory() {
        table.row("… the most memory of the process", most, "MB", Mark::Below(300.0));
    }
    Ok(table)
}

/// The most that this process has held, MB.
fn most_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0 / 1e6)
}
