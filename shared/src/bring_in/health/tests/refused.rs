//! What is refused, each in a plain sentence, with nothing kept.

use super::{HEAD, Refused, archive, at_the_file, everything, look_at, read, record, xml, zip};
use crate::effects::platform::{FileRead, PlatformOperation};

/// An export with something else in its head.
fn with_head(head: &str) -> String {
    xml(&everything()).replace(HEAD, head)
}

#[test]
fn entities_are_refused_wherever_they_are_declared_or_used() {
    let laughs = "<!DOCTYPE HealthData [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let outside = "<!DOCTYPE HealthData [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    let parameter = "<!DOCTYPE HealthData [<!ENTITY % a \"x\"> %a;]>";
    for head in [laughs, outside, parameter, "<!DOCTYPE HealthData [ %a; ]>"] {
        assert_eq!(read(with_head(head).as_bytes()).unwrap_err(), Refused::Entities, "{head}");
    }
    for value in ["&a;", "&nbsp;", "& b", "&averylongnameindeed;", "&#;"] {
        let used = record("BodyMass", "kg", value, "2026-11-20 08:00:00 +0000");
        assert_eq!(read(xml(&used).as_bytes()).unwrap_err(), Refused::Entities, "{value}");
        let between = xml(&format!("{value} "));
        assert_eq!(read(between.as_bytes()).unwrap_err(), Refused::Entities, "{value}");
    }
    for value in ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#38;", "&#x26;"] {
        let used = record("Water", "kg", value, "2026-11-20 08:00:00 +0000");
        assert!(read(xml(&used).as_bytes()).is_ok(), "{value}");
    }
}

#[test]
fn what_is_cut_off_anywhere_is_refused() {
    let text = xml(&everything());
    let text = text.trim_end().as_bytes();
    for end in 0..text.len() {
        let refused = read(&text[..end]).unwrap_err();
        assert!(matches!(refused, Refused::CutOff | Refused::NotHealth), "{end}: {refused:?}");
    }
    assert_eq!(read(&text[..text.len() - 9]).unwrap_err(), Refused::CutOff);
    let file = zip(&everything());
    for end in (0..file.len()).step_by(7) {
        assert!(read(&file[..end]).is_err(), "{end}");
    }
}

#[test]
fn what_is_not_an_export_is_refused() {
    let deep = format!("<HealthData>{}", "<a>".repeat(40));
    let attributes: String =
        (10..50).flat_map(|n: u32| [" a".to_owned(), n.to_string(), "=\"\"".to_owned()]).collect();
    let many = format!("<HealthData><Record{attributes}/></HealthData>");
    let long = format!("<HealthData><Record a=\"{}\"/></HealthData>", "x".repeat(70_000));
    let comment = format!("<HealthData><!--{}", "x".repeat(200_000));
    for text in [
        "",
        "hello",
        "<html></html>",
        "<HealthData></Health>",
        "<HealthData a=1></HealthData>",
        "<HealthData a=\"1\" a=\"1\"></HealthData>",
        "<HealthData a=\"1\"b=\"1\"></HealthData>",
        "<HealthData a=\"<\"></HealthData>",
        "<HealthData/><HealthData/>",
        "<HealthData/>more",
        "<HealthData><![CDATA[a]]></HealthData>",
        "<HealthData>\n<1/></HealthData>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><HealthData/>",
        "<HealthData><!DOCTYPE a></HealthData>",
        deep.as_str(),
        many.as_str(),
        long.as_str(),
        comment.as_str(),
    ] {
        let refused = read(text.as_bytes()).unwrap_err();
        let shown: String = text.chars().take(60).collect();
        assert!(matches!(refused, Refused::NotHealth | Refused::Damaged), "{shown}: {refused:?}");
    }
    assert_eq!(read(b"<HealthData a=\"\xff\"/>").unwrap_err(), Refused::NotHealth);
    // An archive without one.
    let only = archive(&[("a.txt", "a"), ("b/export_cda.xml", "<ClinicalDocument/>")]);
    assert_eq!(read(&only).unwrap_err(), Refused::NotHealth);
    assert_eq!(read(&archive(&[])).unwrap_err(), Refused::NotHealth);
    assert_eq!(read(&archive(&[("a.xml", "<html/>")])).unwrap_err(), Refused::NotHealth);
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let space = " ".repeat(8 << 20);
    let bomb = zip(&space);
    assert_eq!(read(&bomb).unwrap_err(), Refused::TooMuch);
}

#[test]
fn each_is_said_where_the_file_was_chosen() {
    let mut locked = zip(&everything());
    let lists: Vec<usize> =
        (0..locked.len() - 4).filter(|at| &locked[*at..*at + 4] == b"PK\x01\x02").collect();
    for at in lists {
        locked[at + 8] |= 1;
    }
    let half = zip(&everything());
    let entities = with_head("<!DOCTYPE HealthData [<!ENTITY a \"ha\">]>");
    let bomb = zip(&" ".repeat(8 << 20));
    let cases: [(&[u8], &str); 6] = [
        (&locked, "This file is locked with a password"),
        (&half[..half.len() / 2], "The end of this file is missing"),
        (&archive(&[("export.xml", &entities)]), "parts that an export of Apple Health never has"),
        (&bomb, "unpack to far more than an export has"),
        (&archive(&[("a.txt", "a")]), "not what Apple Health exports"),
        (b"hello", "not what Apple Health exports"),
    ];
    let mut journey = at_the_file();
    for (file, sentence) in cases {
        journey = look_at(journey, "export.zip", file);
        assert_eq!(journey.page().name, "bring_in");
        assert!(journey.text().contains(sentence), "{}", journey.text());
    }
}

#[test]
fn a_file_that_is_changed_under_us_is_not_read_on() {
    let mut journey = at_the_file();
    journey.slow = true;
    let mut journey = look_at(journey, "export.zip", &zip(&everything()));
    assert!(journey.read_on());
    journey.picked.push(0);
    assert!(journey.read_on());
    assert!(journey.text().contains("This file has changed since you chose it"));
    assert!(!journey.read_on());
    // One of the same length: its checksum says so.
    let export = zip(&everything());
    let mut damaged = export.clone();
    let body = export.windows(4).rposition(|four| four == b"PK\x03\x04").unwrap() - 100;
    damaged[body] ^= 0x40;
    assert_eq!(read(&damaged).unwrap_err(), Refused::Damaged);
}

#[test]
fn what_a_shell_cannot_read_is_said() {
    let mut journey = at_the_file();
    journey.slow = true;
    let mut journey = look_at(journey, "export.zip", &zip(&everything()));
    journey.act(|cx| {
        let asked = PlatformOperation::ReadFile(crate::effects::platform::FilePart {
            form: String::new(),
            field: String::new(),
            size: 0,
            offset: 0,
            length: 0,
        });
        assert!(matches!(
            asked.unavailable(),
            crate::effects::platform::PlatformOutput::ReadFile(FileRead::Gone)
        ));
        super::super::answered(1, 0, asked.unavailable(), cx)
    });
    assert!(journey.text().contains("This file can no longer be read"), "{}", journey.text());
}
