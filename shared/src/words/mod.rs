//! All words, from Fluent files: one folder a language, one file a feature.
//!
//! Features ask by id with [`say!`]; a test walks the sources and fails when an
//! id is not in the English files, or a message is never asked for.

#[cfg(test)]
mod tests;

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The English files, each the words of one feature.
const ENGLISH: &[&str] = &[
    include_str!("../../locales/en-GB/common.ftl"),
    include_str!("../../locales/en-GB/bring_in.ftl"),
    include_str!("../../locales/en-GB/diary.ftl"),
    include_str!("../../locales/en-GB/entry.ftl"),
    include_str!("../../locales/en-GB/help.ftl"),
    include_str!("../../locales/en-GB/measured.ftl"),
    include_str!("../../locales/en-GB/messages.ftl"),
    include_str!("../../locales/en-GB/outside.ftl"),
    include_str!("../../locales/en-GB/reminders.ftl"),
    include_str!("../../locales/en-GB/settings.ftl"),
    include_str!("../../locales/en-GB/sharing.ftl"),
    include_str!("../../locales/en-GB/staff.ftl"),
    include_str!("../../locales/en-GB/sync.ftl"),
    include_str!("../../locales/en-GB/today.ftl"),
    include_str!("../../locales/en-GB/track.ftl"),
    include_str!("../../locales/en-GB/welcome.ftl"),
    include_str!("../../locales/en-GB/your_data.ftl"),
];

type Bundle = FluentBundle<FluentResource>;

/// Read once, however many cores live in the process.
static READ: LazyLock<Arc<Bundle>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![
        "en-GB".parse::<LanguageIdentifier>().unwrap_or_default(),
    ]);
    bundle.set_use_isolating(false);
    for file in ENGLISH {
        // A file with a mistake gives the messages that could be read; the
        // test finds the mistake.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(r, _)| r);
        bundle.add_resource_overriding(resource);
    }
    Arc::new(bundle)
});

/// The words of one language.
pub struct Words {
    bundle: Arc<Bundle>,
}

impl Default for Words {
    fn default() -> Self {
        Self { bundle: Arc::clone(&READ) }
    }
}

impl Words {
    /// A message without arguments.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.with(id, &FluentArgs::new())
    }

    /// A message with its arguments. One that is missing shows its id, so that
    /// it is seen.
    #[must_use]
    pub fn with(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned()
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

/// What a message's argument can be: text, or a whole number that chooses a
/// plural. Decimals are shown as typed, so they come as text.
pub struct Arg<'a>(pub FluentValue<'a>);

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::from(text))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::from(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self(FluentValue::from(text.as_str()))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self(FluentValue::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self(FluentValue::from(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}

/// `say!(words, "id")`, `say!(words, "id", name = value, …)`.
macro_rules! say {
    ($words:expr, $id:expr $(,)?) => { $words.get($id) };
    ($words:expr, $id:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = fluent_bundle::FluentArgs::new();
        $( args.set(stringify!($name), $crate::words::Arg::from($value).0); )+
        $words.with($id, &args)
    }};
}
pub(crate) use say;
