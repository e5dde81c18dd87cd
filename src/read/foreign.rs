//! Files that are no text: what they are is told by their first bytes, before anything of them is read or unpacked.

use serde::{Deserialize, Serialize};

/// A kind of file that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foreign {
    /// A zip archive, as files of Excel and Word are too: nothing of it is unpacked.
    Zip,
    /// A file of Excel or Word in their older form.
    OldOffice,
    /// A PDF.
    Pdf,
}

/// How many bytes tell what a file is.
pub const TELLING_BYTES: usize = 8;

/// The first bytes of each, from the formats' own descriptions: PKWARE APPNOTE 4.3, \[MS-CFB\] 2.2, ISO 32000 7.5.2.
const BEGINNINGS: [(&[u8], Foreign); 5] = [
    (b"PK\x03\x04", Foreign::Zip),
    (b"PK\x05\x06", Foreign::Zip),
    (b"PK\x07\x08", Foreign::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldOffice),
    (b"%PDF-", Foreign::Pdf),
];

/// What a file is whose first bytes these are, when it is no text; none when it may be one.
#[must_use]
pub fn foreign(beginning: &[u8]) -> Option<Foreign> {
    let found = BEGINNINGS
        .iter()
        .find(|(bytes, _)| beginning.starts_with(bytes));
    found.map(|(_, foreign)| *foreign)
}
