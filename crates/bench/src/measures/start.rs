//! From the start of the program to its first answer, on a database that has lived.

use crate::Ground;
use crate::served::Served;
use crate::table::{Table, median};
use crate::visitor::Visitor;
use std::process::{Command, Stdio};
use std::time::Instant;

const STARTS: usize = 10;

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let (_, url) = ground.database("demonstration.db");
    let made = Command::new(&ground.tribu)
        .args(["demo", "--only-make", "--database", &url])
        .stderr(Stdio::null())
        .output()
        .expect("the demonstration is made");
    let said = String::from_utf8_lossy(&made.stdout);
    let size = said
        .lines()
        .find(|line| line.starts_with("Made:"))
        .unwrap_or_default();
    println!("    {size}");
    let times = (0..STARTS).map(|_| {
        let begun = Instant::now();
        let served = Served::tribu(&ground.tribu, &url);
        Visitor::new(&served.address).page("/sign-in");
        begun.elapsed().as_secs_f64()
    });
    let seconds = median(times.collect());
    table.judge(
        "start to first answer, database of a year",
        format!("{:.0} ms (median of {STARTS})", seconds * 1_000.0),
        "< 500 ms",
        seconds < 0.5,
    );
}
