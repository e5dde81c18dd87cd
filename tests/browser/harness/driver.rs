//! The drivers' processes: started on a free port, ready when they say so, ended with the journey.

use super::Outcome;
use super::wire::until;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// A driver that runs.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver, which is told its port by `prepare`, and waits until it takes sessions.
    pub fn start(program: &str, prepare: impl FnOnce(&mut Command, u16)) -> Outcome<Self> {
        let port = free_port()?;
        let mut command = Command::new(program);
        prepare(&mut command, port);
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{program} could not be started: {error}"))?;
        let mut driver = Self { process, port };
        until(&format!("{program} to take sessions"), || {
            if let Some(status) = driver.process.try_wait()? {
                return Err(format!("it ended ({status})").into());
            }
            Ok(is_ready(port)?.then_some(()))
        })?;
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the driver and, with it, a browser that did not end by itself.
    pub fn end(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

/// The display of the Xvfb that all windows of this run share, started when first asked for.
pub fn display() -> Outcome<String> {
    let mut shared = XVFB.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, display)) = shared.as_ref() {
        return Ok(display.clone());
    }
    // It chooses a free display itself and says which.
    let mut process = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1920x1600x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("Xvfb could not be started: {error}"))?;
    let mut number = String::new();
    BufReader::new(process.stdout.take().ok_or("Xvfb says nothing")?).read_line(&mut number)?;
    let display = format!(":{}", number.trim());
    *shared = Some((process, display.clone()));
    Ok(display)
}

/// Ends what all journeys shared.
pub fn end_shared() {
    if let Some((mut process, _)) = XVFB.lock().unwrap_or_else(PoisonError::into_inner).take() {
        let _ = process.kill();
        let _ = process.wait();
    }
}

static XVFB: Mutex<Option<(Child, String)>> = Mutex::new(None);

/// Whether a driver answers `GET /status` with `"ready":true`.
fn is_ready(port: u16) -> Outcome<bool> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(
        stream,
        "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    )?;
    // Not to its end: one driver keeps the connection open all the same.
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    while !contains_ready(&answer) {
        match stream.read(&mut buffer)? {
            0 => return Ok(false),
            length => answer.extend_from_slice(&buffer[..length]),
        }
    }
    Ok(true)
}

fn contains_ready(answer: &[u8]) -> bool {
    let text: String = String::from_utf8_lossy(answer).split_whitespace().collect();
    text.contains("\"ready\":true")
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
