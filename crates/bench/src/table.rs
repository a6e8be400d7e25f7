//! What was measured, beside what was promised.

use std::fmt;
use std::time::Duration;

/// The lines of a run, told as they come and once more at the end.
pub(crate) struct Table {
    lines: Vec<Line>,
}

struct Line {
    what: String,
    measured: String,
    goal: String,
    verdict: &'static str,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self { lines: Vec::new() }
    }

    /// A figure with a goal.
    pub(crate) fn judge(&mut self, what: &str, measured: String, goal: &str, reached: bool) {
        let verdict = if reached { "ok" } else { "MISSED" };
        self.add(what, measured, goal, verdict);
    }

    /// A figure without a goal, or one that could not be taken.
    pub(crate) fn tell(&mut self, what: &str, measured: impl Into<String>) {
        self.add(what, measured.into(), "", "");
    }

    fn add(&mut self, what: &str, measured: String, goal: &str, verdict: &'static str) {
        let line = Line {
            what: what.to_owned(),
            measured,
            goal: goal.to_owned(),
            verdict,
        };
        println!(
            "{} | {} | {} | {}",
            line.what, line.measured, line.goal, line.verdict
        );
        self.lines.push(line);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |of: fn(&Line) -> &str, least: usize| {
            let longest = self.lines.iter().map(|line| of(line).chars().count()).max();
            longest.unwrap_or_default().max(least)
        };
        let (what, measured, goal) = (
            width(|line| &line.what, 4),
            width(|line| &line.measured, 8),
            width(|line| &line.goal, 4),
        );
        writeln!(
            out,
            "{:what$} | {:measured$} | {:goal$} |",
            "what", "measured", "goal"
        )?;
        writeln!(
            out,
            "{:-<what$}-|-{:-<measured$}-|-{:-<goal$}-|-------",
            "", "", ""
        )?;
        for line in &self.lines {
            writeln!(
                out,
                "{:what$} | {:measured$} | {:goal$} | {}",
                line.what, line.measured, line.goal, line.verdict
            )?;
        }
        Ok(())
    }
}

/// Milliseconds, with as many digits as mean something.
pub(crate) fn milliseconds(time: Duration) -> String {
    let value = time.as_secs_f64() * 1_000.0;
    match value {
        value if value < 10.0 => format!("{value:.2} ms"),
        value if value < 100.0 => format!("{value:.1} ms"),
        value => format!("{value:.0} ms"),
    }
}

/// Kilobytes of a thousand bytes.
pub(crate) fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1_000.0)
}

/// The middle one.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Says what machine this is.
pub(crate) fn tell_machine() {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("unknown processor", |rest| {
            rest.trim_start_matches([' ', '\t', ':'])
        });
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("?").to_owned();
    println!("{cores} cores of {model}; the client of every measure shares them with the server");
    println!(
        "load before the first measure: {load}; above 0.5, times mean little, ratios and processor times more"
    );
}
