//! Asks the linker to keep the program's relocations in their short form (RELR): five megabytes of table that would be read
//! at each start, and stay in memory, become sixty kilobytes (decision 19).

use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if is_for_this_machine() && is_linux_with_glibc() && reads_short_relocations(&libc_version()) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// What this machine's library understands says nothing of another's.
fn is_for_this_machine() -> bool {
    variable("HOST") == variable("TARGET")
}

fn is_linux_with_glibc() -> bool {
    variable("CARGO_CFG_TARGET_OS") == "linux" && variable("CARGO_CFG_TARGET_ENV") == "gnu"
}

/// `glibc 2.36`, or nothing where nobody says.
fn libc_version() -> String {
    let told = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    told.map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}

/// The loader of glibc reads them since 2.36.
fn reads_short_relocations(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches("glibc ")
        .split('.')
        .map_while(|number| number.parse::<u32>().ok());
    numbers.next().zip(numbers.next()) >= Some((2, 36))
}
