//! The files of the repository, read once.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use crate::rust::Rust;

/// Folders that hold nothing of ours.
const SKIPPED: &[&str] = &[".git", "target", "node_modules"];

/// A text file.
#[derive(Clone, Debug)]
pub struct File {
    /// Path from the root of the repository, with slashes.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// The text files of the repository, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Every file.
    pub files: Vec<File>,
}

/// Something that the house does not accept, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path of the file.
    pub path: String,
    /// Line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong and what to do.
    pub says: String,
}

impl Fault {
    pub(crate) fn new(file: &File, line: usize, says: impl Into<String>) -> Fault {
        Fault {
            path: file.path.clone(),
            line,
            says: says.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.says)
    }
}

impl Tree {
    /// Reads every text file under `root`.
    ///
    /// # Errors
    /// When a folder or a file cannot be read; what is not text (UTF-8) is passed over.
    pub fn read(root: &Path) -> io::Result<Tree> {
        let mut files = Vec::new();
        walk(root, root, &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Tree { files })
    }

    /// A tree of made-up files, to try a rule on.
    pub fn sample(files: &[(&str, &str)]) -> Tree {
        let file = |(path, text): &(&str, &str)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        Tree {
            files: files.iter().map(file).collect(),
        }
    }

    pub(crate) fn with_extension<'tree>(
        &'tree self,
        extension: &'tree str,
    ) -> impl Iterator<Item = &'tree File> {
        self.files
            .iter()
            .filter(move |file| file.extension() == extension)
    }

    /// Names of the crates, by their folders.
    pub(crate) fn crates(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.files.iter().filter_map(File::room).collect();
        names.dedup();
        names
    }
}

impl File {
    /// The crate that the file belongs to.
    pub(crate) fn room(&self) -> Option<&str> {
        let (name, _) = self.path.strip_prefix("crates/")?.split_once('/')?;
        Some(name)
    }

    pub(crate) fn extension(&self) -> &str {
        self.name()
            .rsplit_once('.')
            .map(|(_, extension)| extension)
            .unwrap_or_default()
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether the path passes through a folder of this name, or is a Rust file of this name.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path
            .split('/')
            .any(|part| part.strip_suffix(".rs").unwrap_or(part) == folder)
    }

    /// Whether the whole file only serves tests, measures and examples.
    pub(crate) fn is_test(&self) -> bool {
        ["tests", "benches", "examples", "harness"]
            .iter()
            .any(|folder| self.is_in(folder))
    }

    /// Whether it was written elsewhere and is kept as it came.
    pub(crate) fn is_vendored(&self) -> bool {
        self.is_in("vendor")
            || self.path.contains(".min.")
            || self.path == "LICENSE"
            || self.name() == "Cargo.lock"
            || self.path.starts_with("crates/harness/assets/")
    }

    pub(crate) fn rust(&self) -> Rust {
        Rust::read(&self.text)
    }
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if !SKIPPED.iter().any(|skipped| name == *skipped) {
                walk(root, &path, files)?;
            }
        } else if let Ok(text) = String::from_utf8(fs::read(&path)?) {
            let own = path.strip_prefix(root).unwrap_or(&path);
            let path = own.to_string_lossy().replace('\\', "/");
            files.push(File { path, text });
        }
    }
    Ok(())
}
