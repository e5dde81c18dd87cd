//! Which version of a published file it is: by the hash of its bytes, since hosts say little of dates.

use super::{Catalogue, Entry};
use crate::keep::Origin;
use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes (FIPS 180-4), in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        text.push(char::from(HEX[usize::from(byte >> 4)]));
        text.push(char::from(HEX[usize::from(byte & 15)]));
    }
    text
}

/// How a file that was had stands to what the catalogue lists now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'c> {
    /// The catalogue does not list it, or says no hash: nothing is known.
    Unknown,
    /// It is the version that is listed.
    Listed,
    /// Another version of it is listed.
    Other(&'c Entry),
}

/// How a file in a version stands to a catalogue.
#[must_use]
pub fn standing<'c>(catalogue: &'c Catalogue, origin: &Origin) -> Standing<'c> {
    match catalogue.entry(&origin.file) {
        Some(entry) if entry.sha256.eq_ignore_ascii_case(&origin.sha256) => Standing::Listed,
        Some(entry) if !entry.sha256.is_empty() => Standing::Other(entry),
        _ => Standing::Unknown,
    }
}

/// What is to be said of open files, since a person should know which version they look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// What came is not what the catalogue listed at that time: in the middle of being published, an old copy somewhere
    /// on the way, or damaged.
    Unlike {
        /// The hash that is listed.
        listed: String,
    },
    /// Another version has been listed since.
    Newer {
        /// Since when it is as it is; empty where the catalogue does not say.
        date: String,
    },
}

/// What is to be said of open files beside a catalogue; the first of them of which there is something. `before` is what
/// was said of them; `since_opened` is false when they were opened just now.
#[must_use]
pub fn difference(
    catalogue: &Catalogue,
    origins: &[Origin],
    since_opened: bool,
    before: Option<&Difference>,
) -> Option<Difference> {
    let other = origins
        .iter()
        .find_map(|origin| match standing(catalogue, origin) {
            Standing::Other(entry) => Some(entry),
            Standing::Unknown | Standing::Listed => None,
        })?;
    let unlike = Difference::Unlike {
        listed: other.sha256.clone(),
    };
    let is_as_before = before == Some(&unlike);
    Some(if since_opened && !is_as_before {
        Difference::Newer {
            date: other.date.clone(),
        }
    } else {
        unlike
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test vectors of the standard (NIST, SHA-256 examples).
    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            sha256(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn a_file_is_the_listed_one_another_one_or_unknown() {
        let listed = |sha256: &str| Catalogue {
            plans: vec![Entry {
                file: "a.json".to_owned(),
                sha256: sha256.to_owned(),
                ..Entry::default()
            }],
            ..Catalogue::default()
        };
        let origin = |file: &str| Origin {
            app: String::new(),
            file: file.to_owned(),
            sha256: "0a".to_owned(),
        };
        let of = |catalogue: &Catalogue, file: &str| match standing(catalogue, &origin(file)) {
            Standing::Unknown => "unknown",
            Standing::Listed => "listed",
            Standing::Other(_) => "other",
        };
        assert_eq!(of(&listed("0A"), "plans/a.json"), "listed");
        assert_eq!(of(&listed("0b"), "./plans/a.json"), "other");
        assert_eq!(of(&listed(""), "plans/a.json"), "unknown");
        assert_eq!(of(&listed("0b"), "elsewhere/a.json"), "unknown");
    }

    #[test]
    fn what_does_not_fit_when_it_is_opened_is_unlike_and_what_comes_later_is_newer() {
        let listed = |sha256: &str| Catalogue {
            plans: vec![Entry {
                file: "a.json".to_owned(),
                sha256: sha256.to_owned(),
                date: "2026-04-01".to_owned(),
                ..Entry::default()
            }],
            ..Catalogue::default()
        };
        let open = [Origin {
            app: String::new(),
            file: "plans/a.json".to_owned(),
            sha256: "0a".to_owned(),
        }];
        let unlike = Difference::Unlike {
            listed: "0b".to_owned(),
        };
        let newer = Difference::Newer {
            date: "2026-04-01".to_owned(),
        };
        assert_eq!(difference(&listed("0a"), &open, false, None), None);
        let opened = difference(&listed("0b"), &open, false, None);
        assert_eq!(opened, Some(unlike.clone()));
        let later = difference(&listed("0b"), &open, true, Some(&unlike));
        assert_eq!(later, Some(unlike.clone()), "nothing was published since");
        let later = difference(&listed("0c"), &open, true, Some(&unlike));
        assert_eq!(later, Some(newer.clone()));
        assert_eq!(difference(&listed("0b"), &open, true, None), Some(newer));
        assert_eq!(difference(&listed("0a"), &open, true, Some(&unlike)), None);
    }
}
