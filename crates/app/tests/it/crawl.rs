//! Walks the pages of a house as somebody would who follows every link, and gathers the forms on the way.

use harness::{Form, Html, Visitor};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many pages of one kind are opened: the first customer and the second look alike.
const OF_A_KIND: usize = 2;
/// Links that never end.
const NOT_FOLLOWED: [&str; 1] = ["/front-desk/live"];

/// What somebody came across.
#[derive(Default)]
pub struct Walk {
    /// The pages that answered, with their query.
    pub pages: BTreeSet<String>,
    /// The forms that write, by where they go and what they ask for, with the names of their fields.
    pub forms: BTreeMap<String, (Form, Vec<String>)>,
}

/// Follows every link from these pages.
pub fn walk(visitor: &mut Visitor, from: &[&str]) -> Walk {
    let mut walk = Walk::default();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut ahead: VecDeque<String> = from.iter().map(|path| (*path).to_owned()).collect();
    while let Some(path) = ahead.pop_front() {
        let met = seen.entry(kind_of(&path)).or_default();
        if *met == OF_A_KIND || walk.pages.contains(&path) || NOT_FOLLOWED.contains(&path.as_str()) {
            continue;
        }
        *met += 1;
        let reply = visitor.get(&path);
        assert!(
            !reply.status.is_server_error(),
            "{path} answered {}",
            reply.status
        );
        if reply.location.starts_with('/') {
            ahead.push_back(reply.location.clone());
        }
        if !reply.status.is_success() {
            continue;
        }
        let page = reply.html();
        for (form, names) in page.forms().into_iter().filter(|(form, _)| form.method == "post") {
            let kind = format!("{} {}", kind_of(&form.action), names.join(" "));
            walk.forms.entry(kind).or_insert((form, names));
        }
        ahead.extend(links(&page));
        walk.pages.insert(path);
    }
    walk
}

fn links(page: &Html) -> Vec<String> {
    let mut links = page.attributes("a[href^='/']", "href");
    links.extend(page.attributes("[hx-get^='/']", "hx-get"));
    for link in &mut links {
        link.truncate(link.find('#').unwrap_or(link.len()));
    }
    links
}

/// Whether a part of a path names one thing among many.
pub fn names_one(part: &str) -> bool {
    part.contains(|letter: char| letter.is_ascii_digit())
}

/// The kind of page behind an address: what tells one thing from another left out, the names of what is asked kept.
pub fn kind_of(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path: Vec<&str> = path
        .split('/')
        .map(|part| if names_one(part) { "{}" } else { part })
        .collect();
    let asked: BTreeSet<&str> = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .collect();
    let asked: Vec<&str> = asked.into_iter().collect();
    format!("{} {}", path.join("/"), asked.join(" "))
}
