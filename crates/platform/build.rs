//! Embeds the migrations of the repository, in order, so that the program carries its own schema.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let folder = here.join("../../migrations").canonicalize()?;
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            println!("cargo:rerun-if-changed={}", path.display());
            found.push(read(&path)?);
        }
    }
    found.sort();
    for pair in found.windows(2) {
        if let [(one, ..), (two, ..)] = pair
            && one == two
        {
            return Err(format!("two migrations have the number {one}").into());
        }
    }
    let mut code = String::from("static MIGRATIONS: &[Migration] = &[\n");
    for (number, name, path) in &found {
        writeln!(
            code,
            "    Migration {{ number: {number}, name: {name:?}, sql: include_str!({path:?}) }},"
        )?;
    }
    code.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("migrations.rs"), code)?;
    Ok(())
}

/// The number, name and path of one migration; refuses what the two engines would not treat alike.
fn read(path: &Path) -> Result<(i64, String, PathBuf), Box<dyn Error>> {
    let refuse = |reason: &str| format!("{}: {reason}", path.display());
    let stem = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .ok_or_else(|| refuse("unreadable name"))?;
    let (number, name) = stem
        .split_once('_')
        .ok_or_else(|| refuse("a name is NNNN_what.sql"))?;
    let text = fs::read_to_string(path)?;
    if !text.starts_with("-- owner: ") {
        return Err(refuse("the first line is `-- owner: CAPABILITY. Why.`").into());
    }
    if text.to_lowercase().contains("deferrable") {
        // One broken deferred reference would fail the commit that other requests share.
        return Err(refuse("constraints are checked at once, never deferred").into());
    }
    Ok((number.parse()?, name.to_owned(), path.to_owned()))
}
