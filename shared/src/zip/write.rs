//! Writing an archive.

use jiff::civil::DateTime;

use super::{DEFLATE, STORED, crc32};

/// Collects files into an archive.
pub(crate) struct Archive {
    out: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
    when: (u16, u16),
}

/// The version of the format that is needed to read it: 2.0, for DEFLATE.
const VERSION: u16 = 20;

/// Names are UTF-8.
const UTF8: u16 = 1 << 11;

/// How hard it is compressed, 0 to 10: as most programs do.
const LEVEL: u8 = 6;

impl Archive {
    /// An empty one; its files are of this time.
    pub(crate) fn new(when: DateTime) -> Self {
        let part = |number: i8| u16::try_from(number).unwrap_or_default();
        let year = u16::try_from(when.year() - 1980).unwrap_or_default().min(127);
        Self {
            out: Vec::new(),
            directory: Vec::new(),
            files: 0,
            when: (
                (part(when.hour()) << 11) | (part(when.minute()) << 5) | (part(when.second()) / 2),
                (year << 9) | (part(when.month()) << 5) | part(when.day()),
            ),
        }
    }

    /// Adds a file. False where the archive would be larger than its format
    /// can say (4 GiB); nothing is added then.
    #[must_use]
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) -> bool {
        let packed = miniz_oxide::deflate::compress_to_vec(content, LEVEL);
        self.put(name, content, (DEFLATE, &packed))
    }

    /// The same for what is packed already: pictures, sound and film.
    #[must_use]
    pub(crate) fn add_as_is(&mut self, name: &str, content: &[u8]) -> bool {
        self.put(name, content, (STORED, content))
    }

    fn put(&mut self, name: &str, content: &[u8], (method, packed): (u16, &[u8])) -> bool {
        let (Ok(size), Ok(packed_size), Ok(at), Ok(name_size)) = (
            u32::try_from(content.len()),
            u32::try_from(packed.len()),
            u32::try_from(self.out.len()),
            u16::try_from(name.len()),
        ) else {
            return false;
        };
        let mut head = Vec::with_capacity(26 + name.len());
        for number in [VERSION, UTF8, method, self.when.0, self.when.1] {
            head.extend_from_slice(&number.to_le_bytes());
        }
        for number in [crc32(content), packed_size, size] {
            head.extend_from_slice(&number.to_le_bytes());
        }
        head.extend_from_slice(&name_size.to_le_bytes());
        head.extend_from_slice(&0_u16.to_le_bytes());

        self.out.extend_from_slice(b"PK\x03\x04");
        self.out.extend_from_slice(&head);
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(packed);

        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&VERSION.to_le_bytes());
        self.directory.extend_from_slice(&head);
        // No comment, the first disk, no attributes.
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&at.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.files += 1;
        true
    }

    /// The archive; none where it is larger than its format can say.
    pub(crate) fn finish(mut self) -> Option<Vec<u8>> {
        let at = u32::try_from(self.out.len()).ok()?;
        let size = u32::try_from(self.directory.len()).ok()?;
        self.out.append(&mut self.directory);
        self.out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        self.out.extend_from_slice(&self.files.to_le_bytes());
        self.out.extend_from_slice(&self.files.to_le_bytes());
        self.out.extend_from_slice(&size.to_le_bytes());
        self.out.extend_from_slice(&at.to_le_bytes());
        self.out.extend_from_slice(&0_u16.to_le_bytes());
        Some(self.out)
    }
}
