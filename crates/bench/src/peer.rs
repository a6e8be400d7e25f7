//! A comparable page in Django, served by gunicorn: what the week view is measured against.

use crate::Ground;
use crate::load::Load;
use crate::served::{Served, free_port};
use crate::table::Table;
use crate::visitor::Visitor;
use kernel::Day;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What both pages show.
#[derive(Serialize)]
pub(crate) struct PeerWeek {
    monday: String,
    rooms: Vec<String>,
    bookings: Vec<PeerBooking>,
}

/// A booking, as it is handed to the other side.
#[derive(Serialize)]
pub(crate) struct PeerBooking {
    /// Position in the list of rooms.
    pub(crate) room: usize,
    /// `2026-11-23T09:00` on the clock of the place.
    pub(crate) start: String,
    pub(crate) end: String,
    pub(crate) title: String,
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) email: String,
}

impl PeerWeek {
    pub(crate) fn new(monday: Day, rooms: &[String]) -> Self {
        Self {
            monday: monday.to_string(),
            rooms: rooms.to_vec(),
            bookings: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, booking: PeerBooking) {
        self.bookings.push(booking);
    }
}

/// Measures the page of the other side and compares; says plainly when it cannot be measured.
pub(crate) fn measure(ground: &Ground, week: &PeerWeek, own_rate: f64, table: &mut Table) {
    match serve(ground, week) {
        Ok((served, session)) => {
            let visitor = Visitor::with_cookie(&served.address, "sessionid", &session);
            let page = visitor.again().page("/calendar");
            let shown = page.html().count(".booking");
            assert_eq!(
                shown,
                week.bookings.len(),
                "every booking is on the page of the peer"
            );
            let load = Load::run(&visitor, 8, 60, |_| "/calendar".to_owned());
            table.tell(
                "peer: the same week in Django, gunicorn with 2 workers",
                format!(
                    "{}; page of {}",
                    load.told(),
                    crate::table::kilobytes(page.body.len())
                ),
            );
            let ratio = own_rate / load.rate();
            table.judge(
                "requests per second, Tribu to the peer",
                format!("{ratio:.1} x"),
                ">= 25 x",
                ratio >= 25.0,
            );
        }
        Err(reason) => table.tell("peer", format!("peer not measured: {reason}")),
    }
}

fn serve(ground: &Ground, week: &PeerWeek) -> Result<(Served, String), String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("peer");
    let python = python(ground, &source)?;
    let (database, _) = ground.database("peer.db");
    let handed = ground.folder.join("peer.json");
    let text = serde_json::to_string(week).map_err(|error| error.to_string())?;
    std::fs::write(&handed, text).map_err(|error| error.to_string())?;
    let loaded = Command::new(&python)
        .current_dir(&source)
        .env("PEER_DATABASE", &database)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg("load.py")
        .arg(&handed)
        .output()
        .map_err(|error| error.to_string())?;
    if !loaded.status.success() {
        return Err(format!("load.py: {}", last_line(&loaded.stderr)));
    }
    let session = last_line(&loaded.stdout);
    let port = free_port();
    let mut gunicorn = Command::new(&python);
    gunicorn
        .current_dir(&source)
        .env("PEER_DATABASE", &database)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .args([
            "-m",
            "gunicorn",
            "wsgi:application",
            "--workers",
            "2",
            "--preload",
        ])
        .args(["--bind", &format!("127.0.0.1:{port}")])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let served = Served::other(&mut gunicorn, port).ok_or("gunicorn does not answer")?;
    Ok((served, session))
}

/// The interpreter of an environment beside the build that has Django and gunicorn, made when it is missing.
fn python(ground: &Ground, source: &Path) -> Result<PathBuf, String> {
    let environment = ground.folder.with_file_name("peer-of-bench");
    let python = environment.join("bin/python");
    let ready = |python: &Path| {
        let asked = Command::new(python)
            .args(["-c", "import django, gunicorn"])
            .output();
        asked.is_ok_and(|answer| answer.status.success())
    };
    if ready(&python) {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
    let wanted = source.join("requirements.txt");
    run(Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
        ])
        .arg(wanted))?;
    Ok(python)
}

fn run(command: &mut Command) -> Result<(), String> {
    let done = command.output().map_err(|error| format!("python3: {error}"))?;
    if done.status.success() {
        return Ok(());
    }
    Err(last_line(&done.stderr))
}

fn last_line(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    said.lines().last().unwrap_or_default().trim().to_owned()
}
