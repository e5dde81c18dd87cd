//! A file or text on its way in: its size is looked at first, then its encoding, then what it holds.

use super::browser;
use super::errors::Trouble;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

/// The most that is read, in bytes: room for what the app itself writes of 10,000 indicators with ten years each (30 MB).
const MOST: f64 = 45e6;

/// The encodings a file can be read in, by the names browsers know them under. CP932 is there called Shift_JIS.
pub const ENCODINGS: [&str; 4] = ["utf-8", "shift_jis", "utf-16le", "utf-16be"];

/// A source whose bytes are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The file's name; empty for pasted text.
    pub name: String,
    /// Its bytes; none for pasted text.
    pub bytes: Option<Vec<u8>>,
    /// The text.
    pub text: String,
    /// The place of its encoding in [`ENCODINGS`].
    pub encoding: usize,
}

impl Incoming {
    /// Pasted text.
    pub fn pasted(text: String) -> Self {
        Self {
            name: String::new(),
            bytes: None,
            text,
            encoding: 0,
        }
    }

    /// A file's text. One that is too large is not read at all.
    ///
    /// # Errors
    /// [`Trouble::TooLarge`] or [`Trouble::Unreadable`].
    pub async fn of_file(file: File) -> Result<Self, Trouble> {
        let name = file.name();
        if file.size() > MOST {
            return Err(Trouble::TooLarge {
                name,
                megabytes: megabytes(file.size()),
                most: megabytes(MOST),
            });
        }
        let buffer = JsFuture::from(file.array_buffer()).await;
        let Ok(buffer) = buffer else {
            return Err(Trouble::Unreadable(name));
        };
        let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
        let encoding = encoding_of(&bytes);
        let text = decode(&bytes, encoding).ok_or_else(|| Trouble::Unreadable(name.clone()))?;
        Ok(Self {
            name,
            bytes: Some(bytes),
            text,
            encoding,
        })
    }

    /// The same bytes in another encoding.
    pub fn in_encoding(&self, encoding: usize) -> Self {
        let text = self
            .bytes
            .as_deref()
            .and_then(|bytes| decode(bytes, encoding));
        Self {
            text: text.unwrap_or_else(|| self.text.clone()),
            encoding,
            ..self.clone()
        }
    }
}

/// The first file of a drop or a file field.
fn first_file(files: Option<web_sys::FileList>) -> Option<File> {
    files?.item(0)
}

/// The encoding some bytes seem to be in: by their mark (BOM), else UTF-8 where they are valid so, else CP932.
fn encoding_of(bytes: &[u8]) -> usize {
    match bytes {
        [0xFF, 0xFE, ..] => 2,
        [0xFE, 0xFF, ..] => 3,
        _ if std::str::from_utf8(bytes).is_ok() => 0,
        _ => 1,
    }
}

/// The text of bytes; what the encoding does not know becomes U+FFFD. The browser's own tables are used.
fn decode(bytes: &[u8], encoding: usize) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(false);
    let decoder =
        TextDecoder::new_with_label_and_options(ENCODINGS.get(encoding)?, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

fn megabytes(bytes: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file's size
    let megabytes = (bytes / 1e6).ceil() as u32;
    megabytes
}

/// Takes the files of a drop.
pub fn dropped(event: &web_sys::DragEvent) -> Option<File> {
    event.prevent_default();
    first_file(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// Takes the file chosen in a field, and empties the field so that the same file can be chosen again.
pub fn chosen(event: &web_sys::Event) -> Option<File> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = first_file(input.files());
    browser::later(move || input.set_value(""));
    file
}
