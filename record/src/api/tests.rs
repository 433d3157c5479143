//! What the JSON looks like, and that what must not print does not.

use super::*;

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = Code::from_random([0, 1, 2, 3, 8, 9, 10, 11, 28, 29, 30, 31]);
    let text = code.to_string();
    assert_eq!(text.len(), 14);
    for typed in [
        text.clone(),
        text.to_lowercase(),
        text.replace('-', " "),
        text.replace('-', ""),
        text.replace('-', "\u{2013}"),
    ] {
        assert_eq!(typed.parse(), Ok(code.clone()), "{typed}");
    }
    for wrong in ["", "ABCD-EFGH", "ABCD-EFGH-JKLI", "ABCD-EFGH-JKLM-2", "ÄBCD-EFGH-JKLM"] {
        assert!(wrong.parse::<Code>().is_err(), "{wrong}");
    }
}

#[test]
fn nothing_secret_prints() {
    let asked = NewAccount {
        username: "sam".into(),
        password: Secret::new("correct horse"),
        name: "Sam".into(),
        device_key: DeviceKey([0xab; 32]),
        invitation: Some(Code::from_random([7; 12])),
    };
    let printed = format!("{asked:?}");
    assert!(!printed.contains("correct"), "{printed}");
    assert!(!printed.contains("9999"), "{printed}");
    assert!(!printed.contains("abab"), "{printed}");
}

#[test]
fn a_request_reads_back_and_an_unknown_field_is_passed_over() {
    let text = format!(
        r#"{{"username":"sam","password":"p","device_key":"{}","shoe_size":7}}"#,
        "0f".repeat(32)
    );
    let asked: SignIn = serde_json::from_str(&text).unwrap();
    assert_eq!(asked.device_key, DeviceKey([0x0f; 32]));
    let again: SignIn = serde_json::from_str(&serde_json::to_string(&asked).unwrap()).unwrap();
    assert_eq!(asked, again);
}

#[test]
fn a_key_of_the_wrong_length_is_refused() {
    for wrong in ["\"\"", "\"0g\"", &format!("\"{}\"", "0".repeat(63)), "\"é\"", "7"] {
        assert!(serde_json::from_str::<DeviceKey>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn every_problem_has_a_status_and_a_sentence_and_a_newer_one_is_other() {
    for code in ProblemCode::ALL {
        assert!((400..600).contains(&code.status()), "{code:?}");
        assert!(code.message().ends_with('.'), "{code:?}");
        let text = serde_json::to_string(code).unwrap();
        assert_eq!(serde_json::from_str::<ProblemCode>(&text).unwrap(), *code);
    }
    let newer: Problem =
        serde_json::from_str(r#"{"code":"moon_is_full","message":"Wait."}"#).unwrap();
    assert_eq!(newer.code, ProblemCode::Other);
}

#[test]
fn a_newer_reason_for_attention_does_not_break_the_caseload() {
    let newer: Attention = serde_json::from_str(r#"{"why":"birthday","age":80}"#).unwrap();
    assert_eq!(newer, Attention::Other);
    // A day is written as a day.
    let due = jiff::civil::date(2026, 11, 20);
    let text = serde_json::to_string(&Attention::ReviewDue { due }).unwrap();
    assert_eq!(text, r#"{"why":"review_due","due":"2026-11-20"}"#);
    assert_eq!(serde_json::from_str::<Attention>(&text).unwrap(), Attention::ReviewDue { due });
    assert!(serde_json::from_str::<Attention>(r#"{"why":"review_due","due":"soon"}"#).is_err());
}
