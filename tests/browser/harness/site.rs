//! A static host on loopback, such as a municipality would have, with one addition: each page gets
//! a script of the harness's before its own, which reports errors and catches downloads. A file that
//! lies there compressed too, as `NAME.br`, is sent so, and then as it is. Data has an `ETag`, as hosts give it, and who
//! asks whether it changed is told when it did not.

use super::Outcome;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use tempfile::TempDir;

/// A folder served until it is dropped.
pub struct Site {
    ending: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    address: SocketAddr,
    below: String,
    errors: Arc<Mutex<Vec<String>>>,
    down: Arc<AtomicBool>,
    unchanged: Arc<Mutex<Vec<String>>>,
    /// The folder it serves, when that is to go with it.
    copy: Option<TempDir>,
}

/// The harness's script.
pub(super) const HOOK: &str = include_str!("hook.js");
const ONE_FILE: &str = "monosashi.html";
const HOOK_PATH: &str = "harness-hook.js";
const ERROR_PATH: &str = "harness-error";

impl Site {
    /// Serves `dist/` at the root.
    pub fn start() -> Outcome<Self> {
        Self::start_below("/")
    }

    /// Serves `dist/` below a path such as `/town/plan/`.
    pub fn start_below(below: &str) -> Outcome<Self> {
        let dist =
            std::env::var_os("MONOSASHI_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
        Self::start_folder(&dist, below)
    }

    /// Serves a copy of the app below a path that begins and ends with a slash. The copy goes with the site, for a page
    /// asks for its parts until it is left.
    pub fn start_copy(copy: TempDir, below: &str) -> Outcome<Self> {
        let mut site = Self::start_folder(copy.path(), below)?;
        site.copy = Some(copy);
        Ok(site)
    }

    /// Serves any folder below a path that begins and ends with a slash.
    pub fn start_folder(folder: &Path, below: &str) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")
            .map_err(|error| format!("no port to serve on: {error}"))?;
        let address = listener.local_addr()?;
        let (ending, errors) = (Arc::new(AtomicBool::new(false)), Arc::default());
        let down = Arc::new(AtomicBool::new(false));
        let unchanged: Arc<Mutex<Vec<String>>> = Arc::default();
        let host = Arc::new(Host {
            folder: folder.to_path_buf(),
            below: below.to_owned(),
            errors: Arc::clone(&errors),
            unchanged: Arc::clone(&unchanged),
        });
        let (ended, is_down) = (Arc::clone(&ending), Arc::clone(&down));
        let thread = std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                if is_down.load(Ordering::Relaxed) {
                    continue;
                }
                let host = Arc::clone(&host);
                // A browser opens connections that it uses late or never: each has its own thread.
                std::thread::spawn(move || {
                    // A browser that went away wants no answer.
                    let _ = host.answer(&connection);
                });
            }
        });
        Ok(Self {
            ending,
            thread: Some(thread),
            address,
            below: below.to_owned(),
            errors,
            down,
            unchanged,
            copy: None,
        })
    }

    /// Lets the network fail, or work again: a connection is closed without an answer.
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::Relaxed);
    }

    /// The address of a file or a hash route.
    pub fn address_of(&self, route: &str) -> String {
        format!("http://{}{}{route}", self.address, self.below)
    }

    /// The files of which was told that they have not changed, each as often as it was asked, which are thereby forgotten.
    pub fn take_unchanged(&self) -> Vec<String> {
        std::mem::take(
            &mut self
                .unchanged
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// The errors that pages have reported, which are thereby forgotten.
    pub fn take_errors(&self) -> Vec<String> {
        std::mem::take(&mut self.errors.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::Relaxed);
        // Wakes the thread, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the serving thread knows.
struct Host {
    folder: PathBuf,
    below: String,
    errors: Arc<Mutex<Vec<String>>>,
    unchanged: Arc<Mutex<Vec<String>>>,
}

impl Host {
    /// Answers the one request of a connection.
    fn answer(&self, connection: &TcpStream) -> Outcome {
        let mut reader = BufReader::new(connection);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let url = line.split(' ').nth(1).unwrap_or_default();
        let url = url.split(['?', '#']).next().unwrap_or_default().to_owned();
        let (body, held) = body_of(&mut reader)?;
        let Some(path) = url.strip_prefix(self.below.as_str()) else {
            return respond(
                connection,
                "404 Not Found",
                "text/plain",
                b"outside of the site",
            );
        };
        match path {
            ERROR_PATH => {
                let mut errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
                errors.push(body);
                respond(connection, "204 No Content", "text/plain", b"")
            }
            HOOK_PATH => respond(connection, "200 OK", "text/javascript", HOOK.as_bytes()),
            "favicon.ico" if !self.folder.join(path).exists() => {
                respond(connection, "204 No Content", "image/x-icon", b"")
            }
            "" => self.file(connection, "index.html", &held),
            path => self.file(connection, path, &held),
        }
    }

    /// Sends a file; not the one whose version is already held.
    fn file(&self, connection: &TcpStream, path: &str, held: &str) -> Outcome {
        let decoded = percent_decoded(path);
        let inside = Path::new(&decoded)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let kind = media_type(&decoded);
        if inside && let Ok(bytes) = fs::read(self.folder.join(format!("{decoded}.br"))) {
            let kind = format!("{kind}\r\nContent-Encoding: br");
            return respond(connection, "200 OK", &kind, &bytes);
        }
        match fs::read(self.folder.join(&decoded)) {
            // The one file names by its hash what may run in it; it is handed on as it is.
            Ok(bytes) if inside && decoded.ends_with(".html") && decoded != ONE_FILE => {
                respond(connection, "200 OK", kind, &with_hook(&bytes))
            }
            Ok(bytes) if inside && decoded.ends_with(".json") => {
                let version = version_of(&bytes);
                let kind = format!("{kind}\r\nETag: {version}");
                if held == version {
                    let mut unchanged = self
                        .unchanged
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner);
                    unchanged.push(decoded);
                    return respond(connection, "304 Not Modified", &kind, b"");
                }
                respond(connection, "200 OK", &kind, &bytes)
            }
            Ok(bytes) if inside => respond(connection, "200 OK", kind, &bytes),
            _ => respond(connection, "404 Not Found", "text/plain", b"no such file"),
        }
    }
}

/// Reads the headers, of which only the length and the version that is held count, and the body.
fn body_of(reader: &mut BufReader<&TcpStream>) -> Outcome<(String, String)> {
    let (mut length, mut held) = (0, String::new());
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse()?;
        } else if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("if-none-match")
        {
            value.trim().clone_into(&mut held);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((String::from_utf8_lossy(&body).into_owned(), held))
}

/// A strong `ETag` of a file.
fn version_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn respond(mut connection: &TcpStream, status: &str, media_type: &str, body: &[u8]) -> Outcome {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes())?;
    Ok(connection.write_all(body)?)
}

/// The page with the harness's script before all others.
fn with_hook(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    page.replacen(
        "<head>",
        &format!("<head><script src=\"{HOOK_PATH}\"></script>"),
        1,
    )
    .into_bytes()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "csv" | "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn percent_decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after
            .get(..2)
            .and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match (first, hex) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
