//! What a username, a password and a name may be.

use record::api::ProblemCode;

use crate::keys::digest;

/// The shortest password, in characters.
const PASSWORD_LEAST: usize = 10;
/// The longest, so that hashing costs the same for everybody.
const PASSWORD_MOST: usize = 200;

/// Passwords of ten characters and more that everybody tries first.
const COMMON: &[&str] = &[
    "1234567890",
    "12345678910",
    "0123456789",
    "0987654321",
    "1111111111",
    "0000000000",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "qwertyuiop",
    "qwerty12345",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "abcdefghij",
    "abcd123456",
    "iloveyou12",
    "letmein123",
    "welcome123",
    "administrator",
    "what matters",
    "whatmatters",
    "liverpool1",
    "manchester",
];

/// A username in the one form in which it is compared: lower case.
///
/// # Errors
/// [`ProblemCode::UsernameInvalid`].
pub fn username(typed: &str) -> Result<String, ProblemCode> {
    let name = typed.trim().to_ascii_lowercase();
    let fits = (3..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_@+".contains(&byte));
    if fits { Ok(name) } else { Err(ProblemCode::UsernameInvalid) }
}

/// The hash under which a username is kept.
#[must_use]
pub fn username_key(username: &str) -> [u8; 32] {
    digest(b"username", username.as_bytes())
}

/// Whether a password will do for this account.
///
/// # Errors
/// [`ProblemCode::PasswordWeak`].
pub fn password(password: &str, username: &str, name: &str) -> Result<(), ProblemCode> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let mut figures: Vec<char> = password.chars().collect();
    figures.sort_unstable();
    figures.dedup();
    let easy = figures.len() < 5
        || COMMON.contains(&lower.as_str())
        || lower.contains(username)
        || lower == name.to_lowercase();
    if (PASSWORD_LEAST..=PASSWORD_MOST).contains(&length) && !easy {
        Ok(())
    } else {
        Err(ProblemCode::PasswordWeak)
    }
}

/// A name as it is kept: without spaces at its ends.
///
/// # Errors
/// [`ProblemCode::NameInvalid`].
pub fn name(typed: &str) -> Result<String, ProblemCode> {
    text(typed, 1, 80).ok_or(ProblemCode::NameInvalid)
}

/// Words of so many characters, without control characters or spaces at the ends.
#[must_use]
pub fn text(typed: &str, least: usize, most: usize) -> Option<String> {
    let words = typed.trim();
    let fits =
        (least..=most).contains(&words.chars().count()) && !words.chars().any(char::is_control);
    fits.then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usernames() {
        assert_eq!(username(" Sam.Smith@Example.org "), Ok("sam.smith@example.org".into()));
        for wrong in ["", "ab", "sam smith", "säm", "a/b/c", &"a".repeat(65)] {
            assert_eq!(username(wrong), Err(ProblemCode::UsernameInvalid), "{wrong}");
        }
        assert_ne!(username_key("sam"), username_key("pat"));
    }

    #[test]
    fn passwords() {
        assert_eq!(password("a garden in May", "sam", "Sam"), Ok(()));
        assert_eq!(password("пароль-на-лето", "sam", "Sam"), Ok(()));
        for weak in [
            "short",
            "password123",
            "aaaaaaaaaaaa",
            "abababababab",
            "sam-is-the-best",
            "Samantha Smith",
            &"ab c5".repeat(50),
        ] {
            assert_eq!(
                password(weak, "sam", "Samantha Smith"),
                Err(ProblemCode::PasswordWeak),
                "{weak}"
            );
        }
    }

    #[test]
    fn names() {
        assert_eq!(name("  Sam  "), Ok("Sam".into()));
        for wrong in ["", "   ", "a\nb", &"a".repeat(81)] {
            assert_eq!(name(wrong), Err(ProblemCode::NameInvalid), "{wrong:?}");
        }
    }
}
