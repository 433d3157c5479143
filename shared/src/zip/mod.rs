//! Zip archives: the container written and read here, because the crates for it
//! bring random numbers and the system's C library into a core that has neither;
//! the compression is `miniz_oxide`'s. Numbers and names are of PKWARE's
//! APPNOTE 6.3.

pub mod read;
#[cfg(test)]
mod tests;
pub(crate) mod write;

const DEFLATE: u16 = 8;

/// Not packed.
const STORED: u16 = 0;

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let mut c = n as u32;
        let mut bit = 0;
        while bit < 8 {
            c = if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 };
            bit += 1;
        }
        table[n] = c;
        n += 1;
    }
    table
};

/// A checksum, made part by part.
#[derive(Clone, Copy)]
struct Crc(u32);

impl Crc {
    const NONE: Self = Self(!0);

    fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |crc, byte| TABLE[usize::from(crc.to_le_bytes()[0] ^ byte)] ^ (crc >> 8));
    }

    fn sum(self) -> u32 {
        !self.0
    }
}

pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc::NONE;
    crc.add(bytes);
    crc.sum()
}
