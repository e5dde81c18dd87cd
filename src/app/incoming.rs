//! A file or text on its way in: its size is looked at first, then its encoding, then what it holds.

use super::errors::Trouble;
use super::{browser, published};
use crate::keep::Origin;
use crate::read::{Decoded, TELLING_BYTES, decode, foreign};
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, TextDecoder};

/// The most that is read, in bytes: room for what the app itself writes of 10,000 indicators with ten years each (30 MB).
const MOST: f64 = 45e6;

/// How much of a file is looked at before the rest.
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // eight
const TELLING: i32 = TELLING_BYTES as i32;

/// The encodings a file can be read in, by the reader's names and those that browsers know them under.
pub const ENCODINGS: [(&str, &str); 4] = [
    ("UTF-8", "utf-8"),
    ("CP932", "shift_jis"),
    ("UTF-16LE", "utf-16le"),
    ("UTF-16BE", "utf-16be"),
];
/// The place of CP932 among them.
const CP932: usize = 1;

/// A source whose bytes are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The file's name; empty for pasted text.
    pub name: String,
    /// Its bytes; none for pasted text.
    pub bytes: Option<Vec<u8>>,
    /// The text, and how it was had.
    pub decoded: Decoded,
    /// The published file it is, with its version; none for what came from elsewhere.
    pub origin: Option<Origin>,
}

impl Incoming {
    /// Pasted text.
    pub fn pasted(text: String) -> Self {
        Self {
            name: String::new(),
            bytes: None,
            decoded: Decoded {
                text,
                encoding: ENCODINGS[0].0,
                unreadable: 0,
            },
            origin: None,
        }
    }

    /// A file's text. One that is too large is not read at all.
    ///
    /// # Errors
    /// [`Trouble::TooLarge`], [`Trouble::Foreign`] or [`Trouble::Unreadable`].
    pub async fn of_file(file: File) -> Result<Self, Trouble> {
        let name = file.name();
        if file.size() > MOST {
            return Err(Trouble::TooLarge {
                name,
                megabytes: megabytes(file.size()),
                most: megabytes(MOST),
            });
        }
        let unreadable = || Trouble::Unreadable(name.clone());
        let beginning = file
            .slice_with_i32_and_i32(0, TELLING)
            .map_err(|_| unreadable())?;
        let beginning = bytes_of(&beginning).await.ok_or_else(unreadable)?;
        if let Some(foreign) = foreign(&beginning) {
            return Err(Trouble::Foreign(name, foreign));
        }
        let bytes = bytes_of(&file).await.ok_or_else(unreadable)?;
        Ok(Self::of_bytes(name, bytes))
    }

    /// A file beside the app.
    ///
    /// # Errors
    /// [`Trouble::OtherOrigin`] or [`Trouble::Fetch`].
    pub async fn of_published(path: &str) -> Result<Self, Trouble> {
        if !browser::is_same_origin(path) {
            return Err(Trouble::OtherOrigin(path.to_owned()));
        }
        let bytes = browser::bytes_of(browser::fetch(path)).await;
        let bytes = bytes.ok_or_else(|| Trouble::Fetch(path.to_owned()))?;
        let origin = Some(published::origin(path, &bytes));
        Ok(Self {
            origin,
            ..Self::of_bytes(path.to_owned(), bytes)
        })
    }

    fn of_bytes(name: String, bytes: Vec<u8>) -> Self {
        let decoded = decode(&bytes, &|bytes| text_of(bytes, ENCODINGS[CP932].1));
        Self {
            name,
            bytes: Some(bytes),
            decoded,
            origin: None,
        }
    }

    /// The same bytes in another encoding.
    pub fn in_encoding(&self, place: usize) -> Option<Self> {
        let (encoding, label) = *ENCODINGS.get(place)?;
        let text = text_of(self.bytes.as_deref()?, label)?;
        let unreadable = text.matches(char::REPLACEMENT_CHARACTER).count();
        Some(Self {
            decoded: Decoded {
                text,
                encoding,
                unreadable,
            },
            ..self.clone()
        })
    }
}

/// What a file holds; none where the browser does not let it be read.
async fn bytes_of(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The most that is read, in megabytes, as it is told.
pub fn most() -> String {
    megabytes(MOST).to_string()
}

/// The first file of a drop or a file field.
fn first_file(files: Option<web_sys::FileList>) -> Option<File> {
    files?.item(0)
}

/// The text of bytes; what the encoding does not know becomes U+FFFD. The browser's own tables are used.
fn text_of(bytes: &[u8], label: &str) -> Option<String> {
    let decoder = TextDecoder::new_with_label(label).ok()?;
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
