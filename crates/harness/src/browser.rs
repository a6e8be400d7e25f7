//! A real browser for the journeys: Debian's Chromium driven over a pipe with its own debugging protocol.
//!
//! A page is a profile of its own (cookies, cache), clicks and keys are real input events, and every reading waits
//! for what it reads until a deadline. What fails says what was on the page.

mod act;
mod axe;
mod barriers;
mod events;
mod keys;
mod page;
mod passkeys;
mod pipe;
mod read;

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use serde_json::json;
use tempfile::TempDir;

pub use axe::Violation;
pub use events::Request;
pub use page::Page;

use crate::deadline::Deadline;
use pipe::Pipe;

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-default-apps",
    "--disable-extensions",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--accept-lang=fr-FR,fr",
    "--lang=fr-FR",
    "--remote-debugging-pipe",
];

/// Chromium reads its orders on descriptor 3 and answers on 4; the shell moves our two pipes there.
const LAUNCH: &str = r#"log=$1; shift; exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null 2>"$log""#;

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Whether the person prefers dark colours.
    pub dark: bool,
    /// Whether scripts run.
    pub javascript: bool,
}

impl Viewport {
    /// A narrow phone, 360 × 800.
    pub const PHONE: Viewport = Viewport {
        width: 360,
        height: 800,
        dark: false,
        javascript: true,
    };
    /// A tablet upright, 768 × 1024.
    pub const TABLET: Viewport = Viewport {
        width: 768,
        height: 1024,
        dark: false,
        javascript: true,
    };
    /// A laptop, 1440 × 900.
    pub const DESKTOP: Viewport = Viewport {
        width: 1440,
        height: 900,
        dark: false,
        javascript: true,
    };

    /// What a page is looked at through before it is called finished: narrow and wide, light and dark.
    pub const ALL: [Viewport; 4] = [
        Viewport::PHONE,
        Viewport::PHONE.dark(),
        Viewport::DESKTOP,
        Viewport::DESKTOP.dark(),
    ];

    /// The same in dark colours.
    #[must_use]
    pub const fn dark(self) -> Viewport {
        Viewport { dark: true, ..self }
    }

    /// The same with scripts switched off.
    #[must_use]
    pub const fn without_javascript(self) -> Viewport {
        Viewport {
            javascript: false,
            ..self
        }
    }
}

/// A running browser with a profile of its own; closed with this value.
pub struct Browser {
    pipe: Arc<Pipe>,
    process: Child,
    profile: TempDir,
}

impl Browser {
    /// Starts Chromium without a window.
    ///
    /// # Panics
    /// When it is not installed or does not answer; the sentence holds what it printed.
    pub fn start() -> Browser {
        let profile = tempfile::tempdir().expect("a temporary folder for the browser's profile");
        let mut process = Command::new("sh")
            .args(["-c", LAUNCH, "sh"])
            .arg(profile.path().join("log"))
            .arg(program())
            .args(FLAGS)
            .arg(format!(
                "--user-data-dir={}",
                profile.path().join("profile").display()
            ))
            .env("TZ", "Europe/Paris")
            .env("XDG_CACHE_HOME", profile.path().join("cache"))
            .env("XDG_CONFIG_HOME", profile.path().join("config"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell can be started");
        let orders = process.stdin.take().expect("the pipe was asked for");
        let answers = process.stdout.take().expect("the pipe was asked for");
        let browser = Browser {
            pipe: Pipe::new(orders, answers),
            process,
            profile,
        };
        if let Err(error) = browser.pipe.call(None, "Browser.getVersion", &json!({})) {
            let log = std::fs::read_to_string(browser.profile.path().join("log")).unwrap_or_default();
            panic!("Chromium does not start: {error}\n{log}");
        }
        browser
    }

    /// A new page with its own cookies and cache, looked at through `viewport`.
    pub fn page(&self, viewport: Viewport) -> Page {
        Page::open(Arc::clone(&self.pipe), viewport)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.pipe.send(None, "Browser.close", &json!({}));
        let deadline = Deadline::after_seconds(10);
        // The end of its pipe is the end of the browser; what hangs is killed.
        while !self.pipe.is_closed() && !deadline.has_passed() {
            self.pipe.wait_for_news(deadline.left());
        }
        if !self.pipe.is_closed() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// Debian's Chromium, or its like.
fn program() -> PathBuf {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = names.iter().find_map(|name| {
        std::env::split_paths(&paths)
            .map(|p| p.join(name))
            .find(|p| p.is_file())
    });
    found.expect("no browser for the journeys (Debian: apt-get install chromium)")
}

#[cfg(test)]
mod tests;
