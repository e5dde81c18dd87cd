//! Content hashes: the names of records, and how damage is noticed.

/// The FNV-1a hash (64 bits, Fowler, Noll and Vo) of a text's UTF-8 bytes.
///
/// It must stay as it is for ever, for it names what is kept. It guards against accidents, not against malice: whoever
/// can write into the storage can write a matching hash too.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) struct ContentHash(u64);

/// As in base64url, so that a hash stays short in a quota that counts characters.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl ContentHash {
    /// How many characters a hash takes when written.
    pub const LENGTH: usize = 11;

    /// The hash of a text.
    pub fn of(text: &str) -> Self {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for byte in text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Self(hash)
    }

    /// Its lowest 24 bits: enough to tell a few plans apart.
    pub fn short(self) -> u64 {
        self.0 & 0xff_ffff
    }

    /// The hash that was written as this text; none when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != Self::LENGTH {
            return None;
        }
        let value = text.bytes().try_fold(0_u128, |value, byte| {
            let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
            Some(value << 6 | digit as u128)
        })?;
        u64::try_from(value).ok().map(Self)
    }
}

impl std::fmt::Display for ContentHash {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for place in (0..Self::LENGTH).rev() {
            let digit = (u128::from(self.0) >> (6 * place)) & 63;
            let letter = usize::try_from(digit)
                .ok()
                .and_then(|digit| ALPHABET.get(digit));
            write!(formatter, "{}", char::from(*letter.unwrap_or(&b'A')))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test vectors of the authors (draft-eastlake-fnv).
    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(ContentHash::of(""), ContentHash(0xcbf2_9ce4_8422_2325));
        assert_eq!(ContentHash::of("a"), ContentHash(0xaf63_dc4c_8601_ec8c));
        assert_eq!(
            ContentHash::of("foobar"),
            ContentHash(0x8594_4171_f739_67e8)
        );
    }

    #[test]
    fn a_hash_written_and_read_again_is_the_same() {
        for hash in [0, 1, u64::MAX, 0xcbf2_9ce4_8422_2325].map(ContentHash) {
            let written = hash.to_string();
            assert_eq!(written.len(), ContentHash::LENGTH);
            assert_eq!(ContentHash::parse(&written), Some(hash));
        }
    }

    #[test]
    fn what_is_not_a_hash_is_refused() {
        for text in [
            "",
            "a",
            "damaged-1",
            "AAAAAAAAAAAA",
            "ＡＡＡ",
            "AAAAAAAAAA!",
            "___________",
        ] {
            assert_eq!(ContentHash::parse(text), None, "{text}");
        }
    }
}
