//! The fonts: one made to be read easily, and one that has the letters that it lacks.
//! Both may be shipped; their licences lie beside them.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// What is read easily, in the weight of text and of headings.
const READ: [&[u8]; 2] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
];
/// Greek, Cyrillic, Hebrew, Arabic, arrows, faces and much else.
const REST: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");

/// All of them, and what is known of them.
pub(crate) struct Fonts {
    pub(crate) all: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

/// Read once: they never change.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let of = |bytes: &'static [u8]| Font::new(Bytes::new(bytes), 0);
    let all: Vec<Font> = READ.into_iter().chain([REST]).filter_map(of).collect();
    let book = LazyHash::new(FontBook::from_fonts(&all));
    Fonts { all, book }
});

/// Whether one of them has a shape for it.
pub(crate) fn has(letter: char) -> bool {
    FONTS.all.iter().any(|font| font.info().coverage.contains(letter.into()))
}
