use proptest::prelude::*;

use super::*;

/// A JPEG of one segment after the other, as cameras write it.
fn jpeg(segments: &[(u8, &[u8])], data: &[u8], behind: &[u8]) -> Vec<u8> {
    let mut out = vec![0xff, 0xd8];
    for (marker, body) in segments {
        let size = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        out.extend_from_slice(&[0xff, *marker, size[0], size[1]]);
        out.extend_from_slice(body);
    }
    out.extend_from_slice(&[0xff, 0xda, 0, 3, 0]);
    out.extend_from_slice(data);
    out.extend_from_slice(&[0xff, 0xd9]);
    out.extend_from_slice(behind);
    out
}

/// EXIF that says which side is up, where and when.
fn exif(big: bool, up: u16) -> Vec<u8> {
    let n16 = |n: u16| if big { n.to_be_bytes() } else { n.to_le_bytes() };
    let n32 = |n: u32| if big { n.to_be_bytes() } else { n.to_le_bytes() };
    let mut out = if big { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
    out.extend(n32(8));
    out.extend(n16(2));
    for (tag, value) in [(0x0132, 20), (0x0112, up)] {
        out.extend(n16(tag));
        out.extend(n16(3));
        out.extend(n32(1));
        out.extend(n16(value));
        out.extend([0, 0]);
    }
    out.extend(n32(0));
    out.extend_from_slice(b"51.5072N 0.1276W 2026:11:22 07:42:00");
    out
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let mut out = name.to_vec();
    out.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
    out.extend_from_slice(body);
    out.resize(out.len() + body.len() % 2, 0);
    out
}

fn riff(form: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    let body = [form.to_vec(), chunks.concat()].concat();
    chunk(b"RIFF", &body)
}

fn mp4_box(name: &[u8], body: &[u8]) -> Vec<u8> {
    let size = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
    [size.as_slice(), name, body].concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

fn mp4_film() -> Vec<u8> {
    let mut mvhd = vec![0; 100];
    mvhd[4..12].copy_from_slice(b"20261122");
    let film = mp4_box(b"trak", &mp4_box(b"mdia", &mp4_box(b"hdlr", b"\0\0\0\0\0\0\0\0vide")));
    let place = mp4_box(b"udta", &mp4_box(b"\xa9xyz", b"+51.5072-000.1276/"));
    let moov = mp4_box(b"moov", &[mp4_box(b"mvhd", &mvhd), film, place].concat());
    [mp4_box(b"ftyp", b"isom\0\0\0\0"), mp4_box(b"mdat", b"+51.5072 is in the film"), moov].concat()
}

fn png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in [
        (b"IHDR", b"0123456789abc".as_slice()),
        (b"gAMA", b"1234"),
        (b"tEXt", b"Author\0Rosa"),
        (b"eXIf", b"51.5072N"),
        (b"IDAT", b"picture"),
        (b"tIME", b"2026112"),
        (b"IEND", b""),
    ] {
        png.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        png.extend_from_slice(name);
        png.extend_from_slice(body);
        png.extend([0; 4]);
    }
    png.extend_from_slice(b"behind");
    png
}

#[test]
fn what_a_file_is_is_told_by_its_bytes() {
    let ogg = b"OggS\0\x02".as_slice();
    let webm = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm";
    for (bytes, media) in [
        (b"\xff\xd8\xff\xe0".to_vec(), MediaType::Jpeg),
        (png(), MediaType::Png),
        (riff(b"WEBP", &[]), MediaType::Webp),
        (riff(b"WAVE", &[]), MediaType::Wav),
        (ogg.to_vec(), MediaType::Ogg),
        (b"ID3\x04".to_vec(), MediaType::Mp3),
        (b"\xff\xfb\x90\x64".to_vec(), MediaType::Mp3),
        (webm.to_vec(), MediaType::WebmSound),
        ([webm.as_slice(), b"..V_VP9"].concat(), MediaType::Webm),
        (b"\0\0\0\x18ftypM4A ".to_vec(), MediaType::M4a),
        (b"\0\0\0\x18ftypmp42....hdlr....soun".to_vec(), MediaType::M4a),
        (mp4_film(), MediaType::Mp4),
    ] {
        assert_eq!(sniff(&bytes), Ok(media));
        assert!(media.sort().is_some() && media.name().contains('/'));
    }
    for bytes in [b"%PDF-1.7".as_slice(), b"<svg ", b"GIF89a", b"MZ", b"\xff\xf1\x50\x80", b"\xff"]
    {
        assert_eq!(sniff(bytes), Err(Refused::Unknown), "{bytes:?}");
    }
    assert_eq!(sniff(b"\0\0\0\x18ftypheic"), Err(Refused::Phone));
    assert_eq!(clean(Vec::new()), Err(Refused::Empty));
}

#[test]
fn a_photo_says_which_side_is_up_and_neither_where_nor_when() {
    for (big, up) in [(true, 6), (false, 8), (true, 1), (false, 0)] {
        let says = [b"Exif\0\0".to_vec(), exif(big, up)].concat();
        let table = [7; 20];
        let photo = jpeg(
            &[
                (0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01abc"),
                (0xe1, &says),
                (0xe1, b"http://ns.adobe.com/xap/1.0/\0place London"),
                (0xe2, b"ICC_PROFILE\0colours"),
                (0xe2, b"MPF\0another picture"),
                (0xed, b"Photoshop by Rosa"),
                (0xee, b"Adobe\0d"),
                (0xfe, b"comment"),
                (0xdb, &table),
            ],
            b"data \xff\x00 \xff\xd0 more",
            b"a film of three seconds",
        );
        let (media, cleaned) = clean(photo.clone()).unwrap();
        assert_eq!(media, MediaType::Jpeg);
        for gone in [
            b"51.5072N".as_slice(),
            b"2026",
            b"London",
            b"another",
            b"Rosa",
            b"comment",
            b"seconds",
            b"abc",
        ] {
            assert!(holds(&photo, gone) && !holds(&cleaned, gone), "{gone:?}");
        }
        for kept in [b"data \xff\x00 \xff\xd0 more".as_slice(), b"colours", b"Adobe", &table] {
            assert!(holds(&cleaned, kept), "{kept:?}");
        }
        let at = cleaned.windows(6).position(|window| window == b"Exif\0\0");
        let told = at.and_then(|at| tiff::orientation(&cleaned[at + 6..]));
        assert_eq!(told, u8::try_from(up).ok().filter(|up| *up > 1));
        assert_eq!(clean(cleaned.clone()), Ok((media, cleaned)), "nothing is left to take out");
    }
}

#[test]
fn the_other_kinds_say_neither_where_nor_when() {
    let says = exif(false, 6);
    let webp = riff(
        b"WEBP",
        &[
            chunk(b"VP8X", &[0x1c, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
            chunk(b"VP8 ", b"picture"),
            chunk(b"EXIF", &says),
            chunk(b"XMP ", b"London"),
        ],
    );
    let wav = riff(
        b"WAVE",
        &[chunk(b"fmt ", &[1; 16]), chunk(b"LIST", b"INFOIART Rosa"), chunk(b"data", b"sound")],
    );
    let mp3 = [b"ID3\x04\0\0\0\0\0\x04Rosa\xff\xfbsound".to_vec(), {
        let mut tail = [b' '; 128];
        tail[..7].copy_from_slice(b"TAGRosa");
        tail.to_vec()
    }]
    .concat();
    for (bytes, gone, kept) in [
        (webp, [b"51.5072N".as_slice(), b"London"].as_slice(), b"picture".as_slice()),
        (wav, &[b"Rosa"], b"sound"),
        (mp3, &[b"Rosa"], b"sound"),
        (png(), &[b"Rosa", b"51.5072N", b"2026", b"behind"], b"gAMA"),
    ] {
        let (_, cleaned) = clean(bytes.clone()).unwrap();
        for gone in gone {
            assert!(holds(&bytes, gone) && !holds(&cleaned, gone), "{gone:?}");
        }
        assert!(holds(&cleaned, kept));
        if bytes.starts_with(b"RIFF") {
            let size = u32::from_le_bytes(cleaned[4..8].try_into().unwrap());
            assert_eq!(size as usize, cleaned.len() - 8);
        }
    }
    // A film stays as long as it was: places in it are counted from its beginning.
    let film = mp4_film();
    let (_, cleaned) = clean(film.clone()).unwrap();
    assert_eq!(cleaned.len(), film.len());
    assert!(holds(&cleaned, b"+51.5072 is in the film") && !holds(&cleaned, b"-000.1276"));
    assert!(holds(&film, b"20261122") && !holds(&cleaned, b"20261122"));
}

#[test]
fn what_is_too_large_or_cut_off_is_refused() {
    let mut photo = jpeg(&[(0xdb, &[1])], b"data", b"");
    assert_eq!(clean(photo[..5].to_vec()), Err(Refused::Damaged));
    photo.resize(usize::try_from(MOST_PICTURE).unwrap() + 1, 0);
    assert_eq!(clean(photo), Err(Refused::TooLarge(Sort::Picture)));
    let mut sound = b"OggS".to_vec();
    sound.resize(usize::try_from(MOST).unwrap(), 0);
    assert!(clean(sound.clone()).is_ok());
    sound.push(0);
    assert_eq!(clean(sound), Err(Refused::TooLarge(Sort::Sound)));
}

#[test]
fn parts_and_hashes_add_up() {
    for bytes in [1, PART as u64 - 1, PART as u64, PART as u64 + 1, MOST] {
        let sizes = (0..parts(bytes)).map(|part| part_size(bytes, part).unwrap() as u64);
        assert_eq!(sizes.sum::<u64>(), bytes);
        assert_eq!(part_size(bytes, parts(bytes)), None);
    }
    let hash = MediaHash::of(b"abc");
    assert!(hash.hex().starts_with("ba7816bf"));
    assert_eq!(MediaHash::from_hex(&hash.hex()), Some(hash));
    assert_eq!(MediaHash::from_hex(&"é".repeat(32)), None);
    let mut hashing = Hashing::default();
    hashing.take(b"a");
    hashing.take(b"bc");
    assert_eq!(hashing.finish(), hash);
}

fn anything() -> impl Strategy<Value = Vec<u8>> {
    let begins = prop_oneof![
        Just(jpeg(&[(0xe1, &[b"Exif\0\0".to_vec(), exif(true, 6)].concat())], b"data", b"x")),
        Just(png()),
        Just(mp4_film()),
        Just(riff(b"WEBP", &[chunk(b"VP8 ", b"odd"), chunk(b"EXIF", &exif(false, 3))])),
        Just(riff(b"WAVE", &[chunk(b"data", b"odd")])),
        Just(b"ID3\x04\0\0\0\0\0\x04Rosa\xff\xfbsound".to_vec()),
        Just(Vec::new()),
    ];
    let changes = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let tail = proptest::collection::vec(any::<u8>(), 0..64);
    (begins, changes, any::<prop::sample::Index>(), tail).prop_map(
        |(mut bytes, changes, cut, tail)| {
            for (at, byte) in changes {
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = byte;
                }
            }
            bytes.truncate(cut.index(bytes.len() + 1));
            bytes.extend(tail);
            bytes
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_picked_is_kept_no_larger_or_refused(bytes in anything()) {
        let before = bytes.len();
        if let Ok((media, cleaned)) = clean(bytes) {
            prop_assert!(cleaned.len() <= before);
            prop_assert!(media.sort().is_some());
        }
    }
}
