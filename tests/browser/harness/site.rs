//! A static host on loopback, such as a municipality would have, with one addition: each page gets
//! a script of the harness's before its own, which reports errors and catches downloads. A file that
//! lies there compressed too, as `NAME.br`, is sent so, and then as it is.

use super::Outcome;
use std::fs;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use tiny_http::{Header, Request, Response, Server};

/// A folder served until it is dropped.
pub struct Site {
    server: Arc<Server>,
    thread: Option<JoinHandle<()>>,
    address: SocketAddr,
    below: String,
    errors: Arc<Mutex<Vec<String>>>,
}

const HOOK: &str = include_str!("hook.js");
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

    /// Serves any folder below a path that begins and ends with a slash.
    pub fn start_folder(folder: &Path, below: &str) -> Outcome<Self> {
        let server =
            Server::http("127.0.0.1:0").map_err(|error| format!("no port to serve on: {error}"))?;
        let address = server
            .server_addr()
            .to_ip()
            .ok_or("the site has no address")?;
        let (server, errors) = (Arc::new(server), Arc::default());
        let host = Host {
            folder: folder.to_path_buf(),
            below: below.to_owned(),
            errors: Arc::clone(&errors),
        };
        let requests = Arc::clone(&server);
        let thread = std::thread::spawn(move || {
            requests
                .incoming_requests()
                .for_each(|request| host.answer(request));
        });
        Ok(Self {
            server,
            thread: Some(thread),
            address,
            below: below.to_owned(),
            errors,
        })
    }

    /// The address of a file or a hash route.
    pub fn address_of(&self, route: &str) -> String {
        format!("http://{}{}{route}", self.address, self.below)
    }

    /// The errors that pages have reported, which are thereby forgotten.
    pub fn take_errors(&self) -> Vec<String> {
        std::mem::take(&mut self.errors.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
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
}

impl Host {
    fn answer(&self, mut request: Request) {
        let url = request
            .url()
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let Some(path) = url.strip_prefix(self.below.as_str()) else {
            return respond(request, 404, "text/plain", b"outside of the site".to_vec());
        };
        match path {
            ERROR_PATH => {
                let mut text = String::new();
                let _ = request.as_reader().read_to_string(&mut text);
                self.errors
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(text);
                respond(request, 204, "text/plain", Vec::new());
            }
            HOOK_PATH => respond(request, 200, "text/javascript", HOOK.into()),
            "favicon.ico" if !self.folder.join(path).exists() => {
                respond(request, 204, "image/x-icon", Vec::new());
            }
            path => self.file(request, if path.is_empty() { "index.html" } else { path }),
        }
    }

    fn file(&self, request: Request, path: &str) {
        let decoded = percent_decoded(path);
        let inside = Path::new(&decoded)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let compressed = self.folder.join([&*decoded, ".br"].concat());
        if inside && takes_brotli(&request) && compressed.is_file() {
            let bytes = fs::read(compressed).unwrap_or_default();
            return respond_in(request, 200, media_type(&decoded), Some("br"), bytes);
        }
        match fs::read(self.folder.join(&decoded)) {
            Ok(bytes) if inside && decoded.ends_with(".html") => {
                respond(request, 200, media_type(&decoded), with_hook(&bytes));
            }
            Ok(bytes) if inside => respond(request, 200, media_type(&decoded), bytes),
            _ => respond(request, 404, "text/plain", b"no such file".to_vec()),
        }
    }
}

fn takes_brotli(request: &Request) -> bool {
    let accepted = |header: &Header| {
        header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br")
    };
    request.headers().iter().any(accepted)
}

fn respond(request: Request, status: u16, media_type: &str, body: Vec<u8>) {
    respond_in(request, status, media_type, None, body);
}

fn respond_in(
    request: Request,
    status: u16,
    media_type: &str,
    encoding: Option<&str>,
    body: Vec<u8>,
) {
    let mut response = Response::from_data(body).with_status_code(status);
    let always = [("Content-Type", media_type), ("Cache-Control", "no-cache")];
    let encoding = encoding.map(|encoding| ("Content-Encoding", encoding));
    for (name, value) in always.into_iter().chain(encoding) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away wants no answer.
    let _ = request.respond(response);
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
