//! Every page that somebody comes across by following links, and how long each kind takes.

use crate::table::milliseconds;
use crate::visitor::Visitor;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};

/// Of pages that differ only in what they name, so many are looked at.
const OF_A_KIND: usize = 3;
/// How often each kind of page is asked for.
const TIMES: usize = 100;

/// A kind of page: its address without what it names, and how long it took.
pub(crate) struct Surveyed {
    pub(crate) kind: String,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
}

impl Surveyed {
    /// "/people/… p50 2.1 ms, p99 7.9 ms".
    pub(crate) fn told(&self) -> String {
        let (p50, p99) = (milliseconds(self.p50), milliseconds(self.p99));
        format!("{} p50 {p50}, p99 {p99}", self.kind)
    }
}

/// The kinds of pages met from `starts` on, with the addresses to ask for.
pub(crate) fn walk(visitor: &mut Visitor, starts: &[&str]) -> BTreeMap<String, Vec<String>> {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut seen: BTreeSet<String> = starts.iter().map(|start| (*start).to_owned()).collect();
    let mut waiting: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(address) = waiting.pop_front() {
        let known = kinds.get(&kind(&address)).map_or(0, Vec::len);
        if known >= OF_A_KIND {
            continue;
        }
        let answer = visitor.get(&address);
        assert!(answer.status < 500, "{address}: {}", answer.status);
        if answer.status != 200 || !answer.kind.starts_with("text/html") {
            continue;
        }
        let links = answer.html().attributes("a[href]", "href");
        kinds.entry(kind(&address)).or_default().push(address);
        for link in links {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            if link.starts_with('/') && !link.starts_with("//") && seen.insert(link.clone()) {
                waiting.push_back(link);
            }
        }
    }
    kinds
}

/// Asks for each kind of page again and again, the slowest first.
pub(crate) fn time(visitor: &mut Visitor, kinds: BTreeMap<String, Vec<String>>) -> Vec<Surveyed> {
    let mut all: Vec<Surveyed> = kinds
        .into_iter()
        .map(|(kind, addresses)| {
            let mut times: Vec<Duration> = (0..TIMES)
                .map(|turn| {
                    let begun = Instant::now();
                    visitor.get(&addresses[turn % addresses.len()]);
                    begun.elapsed()
                })
                .collect();
            times.sort_unstable();
            let (p50, p99) = (times[TIMES / 2], times[TIMES * 99 / 100 - 1]);
            Surveyed { kind, p50, p99 }
        })
        .collect();
    all.sort_by_key(|page| std::cmp::Reverse(page.p99));
    all
}

/// An address without what it names: identifiers, days, numbers, and the values of its questions.
fn kind(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let steps = path.split('/').map(|step| {
        let names = step.bytes().any(|byte| byte.is_ascii_digit());
        if names { "…" } else { step }
    });
    let path = steps.collect::<Vec<_>>().join("/");
    let asked: Vec<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .filter(|name| !name.is_empty())
        .collect();
    match asked.is_empty() {
        true => path,
        false => format!("{path}?{}", asked.join("&")),
    }
}
