//! Prints the numbers to watch: `just stats`.

use std::path::Path;
use std::process::ExitCode;

use tidy::Tree;
use tidy::stats::Stats;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match Tree::read(&root) {
        Ok(tree) => {
            println!("{}", Stats::of(&tree));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", root.display());
            ExitCode::FAILURE
        }
    }
}
