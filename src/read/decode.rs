//! From a file's bytes to its text.

use std::cmp::Ordering;

use super::finding::{Finding, FindingKind, Level};

/// A file's text, and how it was had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's name: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `CP932`.
    pub encoding: &'static str,
    /// How many characters could not be read and stand as U+FFFD in the text.
    pub unreadable: usize,
}

impl Decoded {
    /// What there is to say of it: another encoding than UTF-8, characters that could not be read.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let finding = |level, kind| Finding {
            level,
            line: None,
            text: String::new(),
            kind,
            item: None,
        };
        let encoding = self.encoding.to_owned();
        let other = (self.encoding != "UTF-8")
            .then(|| finding(Level::Note, FindingKind::Decoded { encoding }));
        let kind = FindingKind::UnreadableCharacters {
            count: self.unreadable,
        };
        let broken = (self.unreadable > 0).then(|| finding(Level::Error, kind));
        other.into_iter().chain(broken).collect()
    }
}

/// Decodes a file: UTF-8 and UTF-16 with and without byte order mark, else what `legacy` makes of it, which
/// decodes CP932 (windows-31j) with U+FFFD for what it does not know, and gives none where it cannot. Broken UTF-8 is told from CP932 by how
/// much of it is whole, and is said in `unreadable`.
#[must_use]
pub fn decode(bytes: &[u8], legacy: &dyn Fn(&[u8]) -> Option<String>) -> Decoded {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, "UTF-16LE", u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, "UTF-16BE", u16::from_be_bytes),
        _ if bytes.contains(&0) => without_mark(bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => whole(text),
            Err(_) if is_mostly_utf8(bytes) => utf8(bytes),
            Err(_) => legacy(bytes).map_or_else(|| utf8(bytes), cp932),
        },
    }
}

fn cp932(text: String) -> Decoded {
    let unreadable = text.matches(char::REPLACEMENT_CHARACTER).count();
    Decoded {
        text,
        encoding: "CP932",
        unreadable,
    }
}

/// UTF-16 without a mark has a zero byte in every second place of Latin letters and line breaks. CP932 has none; a
/// text that is whole as UTF-8 must be full of them.
fn without_mark(bytes: &[u8]) -> Decoded {
    let zeros = |place: usize| {
        bytes
            .iter()
            .skip(place)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if std::str::from_utf8(bytes).is_ok() && (even + odd) * 4 < bytes.len() {
        return utf8(bytes);
    }
    match even.cmp(&odd) {
        Ordering::Less => utf16(bytes, "UTF-16LE", u16::from_le_bytes),
        Ordering::Greater => utf16(bytes, "UTF-16BE", u16::from_be_bytes),
        Ordering::Equal => utf8(bytes),
    }
}

/// A text that is UTF-8 throughout.
fn whole(text: &str) -> Decoded {
    Decoded {
        text: text.to_owned(),
        encoding: "UTF-8",
        unreadable: 0,
    }
}

fn utf8(bytes: &[u8]) -> Decoded {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return whole(text);
    }
    let unreadable = bytes
        .utf8_chunks()
        .filter(|chunk| !chunk.invalid().is_empty())
        .count();
    Decoded {
        text: String::from_utf8_lossy(bytes).into_owned(),
        encoding: "UTF-8",
        unreadable,
    }
}

fn utf16(bytes: &[u8], encoding: &'static str, unit: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut unreadable = bytes.len() % 2;
    let mut text: String = char::decode_utf16(units)
        .map(|character| {
            character.unwrap_or_else(|_| {
                unreadable += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if bytes.len() % 2 == 1 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded {
        text,
        encoding,
        unreadable,
    }
}

/// Whether the bytes are UTF-8 with few breaks: CP932 hardly ever has three bytes in a row that are one character of
/// UTF-8, and never many.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut breaks) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk
            .valid()
            .chars()
            .filter(|character| character.len_utf8() > 2)
            .count();
        breaks += usize::from(!chunk.invalid().is_empty());
    }
    whole > breaks * 4
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use encoding_rs::SHIFT_JIS;

    const TEXT: &str = "①指標名,Ⅲ ～ － ㎡\r\n図書館,10";

    #[allow(clippy::unnecessary_wraps)] // what `decode` asks for
    fn cp932(bytes: &[u8]) -> Option<String> {
        Some(SHIFT_JIS.decode(bytes).0.into_owned())
    }

    fn utf16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once('\u{feff}')
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(bytes)
            .collect()
    }

    /// Fault 18: CP932, UTF-8 and UTF-16 with and without mark.
    #[test]
    fn every_encoding_of_offices_gives_the_same_text() {
        let with_mark = [&[0xEF, 0xBB, 0xBF], TEXT.as_bytes()].concat();
        let (legacy, _, lost) = SHIFT_JIS.encode(TEXT);
        assert!(!lost);
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (with_mark, "UTF-8"),
            (utf16_of(TEXT, u16::to_le_bytes), "UTF-16LE"),
            (utf16_of(TEXT, u16::to_be_bytes), "UTF-16BE"),
            (utf16_of(TEXT, u16::to_le_bytes)[2..].to_vec(), "UTF-16LE"),
            (utf16_of(TEXT, u16::to_be_bytes)[2..].to_vec(), "UTF-16BE"),
            (legacy.into_owned(), "CP932"),
        ] {
            let decoded = decode(&bytes, &cp932);
            assert_eq!(
                decoded,
                Decoded {
                    text: TEXT.to_owned(),
                    encoding,
                    unreadable: 0
                }
            );
        }
    }

    /// Fault 18: broken bytes are counted and said.
    #[test]
    fn what_cannot_be_read_is_counted_and_said() {
        let mut broken = "図書館の貸出冊数".as_bytes().to_vec();
        broken.insert(9, 0xFF);
        let decoded = decode(&broken, &cp932);
        assert_eq!((decoded.encoding, decoded.unreadable), ("UTF-8", 1));
        assert_eq!(decoded.findings().len(), 1);
        let (mut office, _, _) = SHIFT_JIS.encode(TEXT);
        office.to_mut().push(0x81);
        assert_eq!(decode(&office, &cp932).unreadable, 1);
        assert_eq!(decode(&[0xFF, 0xFE, 0x42], &cp932).unreadable, 1);
        assert_eq!(decode(&[0x81], &|_| None).unreadable, 1);
    }

    proptest::proptest! {
        /// Fault 18: no U+FFFD stands in a text without being said.
        #[test]
        fn no_replacement_character_is_silent(bytes: Vec<u8>) {
            let decoded = decode(&bytes, &cp932);
            if decoded.text.contains('\u{fffd}') {
                // One that stands in the source itself, in the encoding it is in, is the source's own.
                let own: &[&[u8]] = match decoded.encoding {
                    "UTF-8" => &[&[0xEF, 0xBF, 0xBD]],
                    _ => &[&[0xFD, 0xFF], &[0xFF, 0xFD]],
                };
                let is_own = own.iter().any(|own| bytes.windows(own.len()).any(|at| at == *own));
                proptest::prop_assert!(is_own || decoded.unreadable > 0);
            }
        }
    }
}
