//! The numbers to watch.

use std::collections::BTreeSet;
use std::fmt;

use crate::tree::{File, Tree};

/// Measures of the Rust of the house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Rust files.
    pub files: usize,
    /// Their lines.
    pub lines: usize,
    /// Half of the files have no more lines than this.
    pub median: usize,
    /// Nine files of ten have no more lines than this.
    pub ninth_decile: usize,
    /// Functions with a body.
    pub functions: usize,
    /// Those over 60 lines.
    pub long_functions: usize,
    /// Lines that only serve tests.
    pub test_lines: usize,
    /// Lines that are comments.
    pub comment_lines: usize,
    /// Libraries that the workspace names.
    pub libraries: usize,
    /// `unwrap()` and `expect(` outside tests.
    pub unwraps: usize,
}

impl Stats {
    /// Counts.
    pub fn of(tree: &Tree) -> Stats {
        let files: Vec<&File> = tree
            .with_extension("rs")
            .filter(|file| !file.is_vendored())
            .collect();
        let mut lengths: Vec<usize> = files.iter().map(|file| file.text.lines().count()).collect();
        lengths.sort_unstable();
        let at = |tenths: usize| {
            lengths
                .get(lengths.len().saturating_sub(1) * tenths / 10)
                .copied()
                .unwrap_or_default()
        };
        let mut stats = Stats {
            files: files.len(),
            lines: lengths.iter().sum(),
            median: at(5),
            ninth_decile: at(9),
            libraries: libraries(tree),
            ..Stats::default()
        };
        files.iter().for_each(|file| stats.add(file));
        stats
    }

    fn add(&mut self, file: &File) {
        let rust = file.rust();
        let functions = rust.functions();
        self.functions += functions.len();
        self.long_functions += functions.iter().filter(|function| function.lines > 60).count();
        let commented: BTreeSet<usize> = rust.comments.iter().map(|comment| comment.line).collect();
        self.comment_lines += commented.len();
        let tests = rust.test_lines();
        let is_test = |line: usize| {
            file.is_test() || tests.iter().any(|(first, last)| (*first..=*last).contains(&line))
        };
        for (before, code) in rust.code.lines().enumerate() {
            if is_test(before + 1) {
                self.test_lines += 1;
            } else {
                self.unwraps += code.matches(".unwrap()").count() + code.matches(".expect(").count();
            }
        }
    }
}

/// Names under `[workspace.dependencies]` that are not ours.
fn libraries(tree: &Tree) -> usize {
    let manifest = tree.files.iter().find(|file| file.path == "Cargo.toml");
    let section = manifest.and_then(|file| file.text.split_once("[workspace.dependencies]"));
    let lines = section
        .map(|(_, rest)| rest.lines().skip(1))
        .into_iter()
        .flatten();
    let named = lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'));
    named
        .filter(|line| line.contains('=') && !line.contains("path = "))
        .count()
}

impl fmt::Display for Stats {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize| (part * 1000).checked_div(self.lines).unwrap_or_default();
        let percent = |thousandths: usize| format!("{}.{} %", thousandths / 10, thousandths % 10);
        let long = (self.long_functions * 1000)
            .checked_div(self.functions)
            .unwrap_or_default();
        writeln!(
            out,
            "Rust               {} files, {} lines",
            self.files, self.lines
        )?;
        writeln!(out, "median file        {} lines (aim ≤ 100)", self.median)?;
        writeln!(out, "ninth decile       {} lines (aim ≤ 300)", self.ninth_decile)?;
        writeln!(
            out,
            "long functions     {} of {}, {} (aim < 1 %)",
            self.long_functions,
            self.functions,
            percent(long)
        )?;
        writeln!(
            out,
            "tests              {} of the lines (aim 40–55 %)",
            percent(share(self.test_lines))
        )?;
        writeln!(
            out,
            "comments           {} of the lines (aim 8–12 %)",
            percent(share(self.comment_lines))
        )?;
        writeln!(out, "libraries          {} (aim ≤ 60)", self.libraries)?;
        write!(out, "unwrap, expect     {} outside tests (aim 0)", self.unwraps)
    }
}

#[cfg(test)]
mod tests;
