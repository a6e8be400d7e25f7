//! Every form and every address of a lived-in house, filled by somebody who wishes it ill: a clear refusal, never a failure of
//! ours, nothing half done, and nothing of theirs that runs in the page of somebody else.

use crate::crawl::{Walk, kind_of, names_one, walk};
use crate::world::World;
use axum::http::StatusCode;
use harness::{FreshDatabase, Visitor};
use kernel::Role;
use platform::database::Engine;
use std::collections::BTreeSet;

/// What is written into each field in turn.
const ILL_WILL: [&str; 13] = [
    "",
    "a\0b",
    "\"><script>alert(1)</script>",
    "=cmd|'/C calc'!A0; drop table person; --",
    "-1",
    "0,004",
    "9223372036854775807",
    "92233720368547758,07",
    "9999-12-31",
    "9999-12-31T23:59",
    "24:01",
    "\u{202e}x@example.org\r\nBcc: y@example.org",
    "0000000000001",
];

/// What stands in an address instead of what names one thing.
const ILL_NAMES: [&str; 7] = [
    "%00",
    "..%2f..%2fetc",
    "-1",
    "99999999999999999999999999",
    "%C3%28",
    "%F0%9F%A6%80",
    "9999-99",
];

const ROLES: [Role; 4] = [
    Role::Member,
    Role::Facilitator,
    Role::ManagingDirector,
    Role::Administrator,
];

/// Where each role begins.
const DOORS: [&str; 5] = ["/", "/me", "/front-desk", "/office", "/calendar"];

/// Somebody at work with bad intentions, and what they broke.
struct Attack<'a> {
    visitor: &'a mut Visitor,
    sent: usize,
    refused_for_haste: usize,
    broken: Vec<String>,
}

impl Attack<'_> {
    fn judge(&mut self, what: &str, status: StatusCode, body: &str) {
        self.sent += 1;
        self.refused_for_haste += usize::from(status == StatusCode::TOO_MANY_REQUESTS);
        let runs = body.trim_start().starts_with('<') && body.contains("<script>alert(1)");
        if status.is_server_error() || runs {
            let what: String = what.chars().take(300).collect();
            self.broken.push(format!("{status} {what}"));
        }
    }

    fn post(&mut self, path: &str, body: &str) {
        let reply = self.visitor.post_body(path, body);
        self.judge(&format!("POST {path} {body}"), reply.status, &reply.text());
    }

    fn get(&mut self, path: &str) {
        let reply = self.visitor.get(path);
        self.judge(&format!("GET {path}"), reply.status, &reply.text());
    }

    /// Each field of each form in turn, the others as the page gave them.
    fn bend_forms(&mut self, walk: &Walk) {
        let huge = "🦀".repeat(20_000);
        for (form, names) in walk.forms.values() {
            for name in names.iter().filter(|name| !name.starts_with('_')) {
                for value in ILL_WILL.into_iter().chain([huge.as_str()]) {
                    let key = format!("key{}", self.sent);
                    let body = form.clone().bent(name, value).bent("_key", &key).body();
                    self.post(&form.action, &body);
                }
                // Bytes that are no text.
                let body = format!("{}&{name}=%FF%FE", form.clone().bent("_key", "bytes").body());
                self.post(&form.action, &body);
            }
        }
    }

    /// Each value of each query, and each name of a thing in each path.
    fn bend_addresses(&mut self, walk: &Walk) {
        for address in &walk.pages {
            let (path, query) = address.split_once('?').unwrap_or((address, ""));
            let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
            for number in 0..pairs.len() {
                for value in [
                    "",
                    "%00",
                    "-1",
                    "9999-12-31T23:59",
                    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                    "%FF%FE",
                ] {
                    let name = pairs[number].split('=').next().unwrap();
                    let bent = format!("{name}={value}");
                    let mut pairs = pairs.clone();
                    pairs[number] = &bent;
                    self.get(&format!("{path}?{}", pairs.join("&")));
                }
            }
            let parts: Vec<&str> = path.split('/').collect();
            for number in (0..parts.len()).filter(|number| names_one(parts[*number])) {
                for name in ILL_NAMES {
                    let mut parts = parts.clone();
                    parts[number] = name;
                    self.get(&parts.join("/"));
                }
            }
        }
    }
}

/// Walks as this role, then bends everything that nobody bent before.
fn attacked_as(world: &World, role: Role, before: &mut BTreeSet<String>) -> Vec<String> {
    let mut visitor = world.signed_in(role);
    let mut walk = walk(&mut visitor, &DOORS);
    assert!(
        walk.pages.len() > 5 && walk.forms.len() > 3,
        "{role} saw next to nothing"
    );
    walk.pages.retain(|page| before.insert(kind_of(page)));
    walk.forms.retain(|kind, (form, _)| {
        // These end the session that everything else is tried with.
        let ends = form.action == "/sign-out" || form.action.ends_with("/sessions/end");
        !ends && before.insert(kind.clone())
    });
    let mut attack = Attack {
        visitor: &mut visitor,
        sent: 0,
        refused_for_haste: 0,
        broken: Vec::new(),
    };
    attack.bend_forms(&walk);
    attack.bend_addresses(&walk);
    println!(
        "{role}: {} pages, {} forms, {} attempts, {} of them too quick",
        walk.pages.len(),
        walk.forms.len(),
        attack.sent,
        attack.refused_for_haste
    );
    assert!(
        attack.refused_for_haste * 2 < attack.sent,
        "{role} was mostly kept waiting"
    );
    attack.broken
}

fn attacked_on(engine: Engine) {
    let fresh = FreshDatabase::on(engine);
    let world = World::lived_in(fresh.database(), &ROLES);
    let (mut broken, mut before) = (Vec::new(), BTreeSet::new());
    for role in ROLES {
        // An hour later the doors that were tried too often are open again.
        let clock = world.db.clock();
        clock.set(clock.now().plus_seconds(3_600));
        broken.extend(attacked_as(&world, role, &mut before));
    }
    assert!(
        broken.is_empty(),
        "{} broke:\n{}",
        broken.len(),
        broken.join("\n")
    );
    let report = app::composition::verify(&world.db).unwrap();
    assert!(report.is_clean(), "{:?}", report.faults());
}

#[test]
fn nothing_breaks_whatever_is_typed_anywhere_on_sqlite() {
    attacked_on(Engine::Sqlite);
}

#[test]
fn nothing_breaks_whatever_is_typed_anywhere_on_postgresql() {
    attacked_on(Engine::Postgres);
}
