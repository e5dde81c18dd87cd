//! Percent-encoding, as addresses have it.

/// Percent-encodes all but unreserved characters and those in `keep`.
pub fn encode(text: &str, keep: &str, address: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(byte));
            }
            _ if keep.as_bytes().contains(&byte) => address.push(char::from(byte)),
            _ => {
                address.push('%');
                address.push(char::from(HEX[usize::from(byte >> 4)]));
                address.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// Takes percent-encoding back; what is not an encoding stays, broken UTF-8 becomes U+FFFD and so finds nothing.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    let digit = |at: usize| {
        bytes
            .get(at)
            .and_then(|byte| char::from(*byte).to_digit(16))
    };
    while index < bytes.len() {
        match (bytes[index], digit(index + 1), digit(index + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(u8::try_from(high * 16 + low).unwrap_or_default());
                index += 3;
            }
            (b'+', _, _) => {
                decoded.push(b' ');
                index += 1;
            }
            (byte, _, _) => {
                decoded.push(byte);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
