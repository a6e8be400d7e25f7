//! Every route that takes an identifier, asked from another place for what this one holds: no page opens, no form changes a row.
//!
//! The walk of [`crate::ownership`] follows links; here every declared route is tried, with identifiers read from the database.

mod furnished;

use crate::ownership::acts_in;
use crate::world::World;
use app::composition::{grants, roles, route_declarations};
use axum::http::StatusCode;
use harness::{Form, FreshDatabase, Visitor, everything_kept};
use kernel::{Permission, PersonId, Role};
use platform::database::Engine;
use platform::permissions_of;
use platform::web::{Access, Door, Method, RouteDeclaration};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers below are counts and codes; identifiers are drawn from all that a database can count to.
const LEAST_IDENTIFIER: i64 = 1 << 40;
/// How many rows of a table lend their identifiers: of the tables that are called like the route, and of the others.
const ROWS_OF_EACH: (usize, usize) = (150, 2);
/// How many addresses of a form are tried beyond those on pages that opened.
const LIKELY: usize = 60;
/// How many tables may be called like a route.
const CALLED_ALIKE: usize = 4;
/// What a route names by a secret or a code, which no row shows: their own tests try these.
const SECRETS: [&str; 6] = ["{secret}", "{token}", "{sealed}", "{code}", "{session}", "{file}"];

/// Pages of which the house of this test has nothing, with the test that asks for what is somebody else's there.
const NOT_MET: [(&str, &str); 4] = [
    (
        "/me/data/copies/{id}",
        "asked, of privacy: a copy opens for its owner alone",
    ),
    (
        "/me/passes/{lot}",
        "planning, of the journeys: a shared pass is seen by those who draw on it",
    ),
    (
        "/me/second-factor/passkeys/{id}",
        "people, passkeys: each has their own, by the account that is signed in",
    ),
    ("/office/imports/{id}", "leads on to the preview, which is met"),
];

/// The identifiers that stand together in one row, and the table.
type Together = (String, Vec<String>);

/// Rows that name somebody with an account come first: their owner can open what they are about.
fn identifiers(kept: &BTreeMap<String, Vec<Value>>) -> Vec<Together> {
    let with_account: Vec<&Value> = kept["account"].iter().map(|row| &row["person_id"]).collect();
    let mut all = Vec::new();
    for (table, rows) in kept {
        let mut rows: Vec<&Value> = rows.iter().collect();
        rows.sort_by_key(|row| !with_account.contains(&&row["person_id"]));
        for row in rows.into_iter().take(ROWS_OF_EACH.0) {
            let columns = row.as_object().expect("a row is an object");
            let named: BTreeSet<String> = columns
                .iter()
                .filter(|(column, _)| *column != "place_id" && !column.ends_with("_at"))
                .filter_map(|(_, value)| value.as_i64())
                .filter(|number| *number > LEAST_IDENTIFIER)
                .map(|number| PersonId::from_i64(number).to_string())
                .collect();
            if !named.is_empty() {
                all.push((table.clone(), named.into_iter().collect()));
            }
        }
    }
    all
}

fn parameters(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| part.starts_with('{')).collect()
}

/// What is no identifier has a value that is right for any row.
fn plain(parameter: &str) -> Option<&'static str> {
    match parameter {
        "{month}" => Some("2026-05"),
        "{day}" => Some("2026-06-15"),
        "{role}" => Some("facilitator"),
        "{step}" | "{seat}" | "{point}" => Some("1"),
        _ => None,
    }
}

/// The path with these identifiers, in their order, in place of its parameters.
fn filled(path: &str, with: &[&str]) -> String {
    let mut with = with.iter();
    path.split('/')
        .map(|part| match part.starts_with('{') {
            true => plain(part).or_else(|| with.next().copied()).unwrap_or_default(),
            false => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// Every address of a route that the rows give, those of tables with a name like the path first.
fn addresses(path: &str, rows: &[Together]) -> Vec<String> {
    let wanted = parameters(path)
        .iter()
        .filter(|part| plain(part).is_none())
        .count();
    let words: Vec<&str> = path
        .split(['/', '-', '{', '}'])
        .filter(|word| word.len() > 2)
        .map(|word| word.trim_end_matches('s'))
        .collect();
    let mut tables: BTreeMap<&str, Vec<&Vec<String>>> = BTreeMap::new();
    for (table, named) in rows {
        tables.entry(table).or_default().push(named);
    }
    let mut tables: Vec<_> = tables.into_iter().collect();
    tables.sort_by_key(|(table, _)| {
        std::cmp::Reverse(words.iter().filter(|word| table.contains(*word)).count())
    });
    let ranked = tables.into_iter().enumerate().flat_map(|(at, (_, rows))| {
        let many = if at < CALLED_ALIKE {
            ROWS_OF_EACH.0
        } else {
            ROWS_OF_EACH.1
        };
        rows.into_iter().take(many)
    });
    // Two of the same kind stand in two rows, as those that may be one person.
    let firsts: BTreeMap<&str, Vec<String>> =
        rows.iter().fold(BTreeMap::new(), |mut firsts, (table, named)| {
            firsts
                .entry(table.as_str())
                .or_insert_with(Vec::new)
                .extend(named.first().cloned());
            firsts
        });
    let alike = firsts
        .into_values()
        .map(|named| named.into_iter().take(2).collect::<Vec<_>>());
    let alike: Vec<Vec<String>> = alike.filter(|_| wanted > 1).collect();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for named in ranked.chain(&alike) {
        let tuples: Vec<Vec<&str>> = match wanted {
            1 => named.iter().map(|one| vec![one.as_str()]).collect(),
            _ => named
                .iter()
                .flat_map(|one| named.iter().map(move |other| vec![one.as_str(), other.as_str()]))
                .filter(|pair| pair[0] != pair[1])
                .collect(),
        };
        let paths = tuples.iter().map(|tuple| filled(path, tuple));
        all.extend(paths.filter(|path| seen.insert(path.clone())));
    }
    all
}

/// The address of a form on, or under, a page that opened.
fn beside(path: &str, open: &BTreeMap<&'static str, String>) -> Vec<String> {
    let wanted = parameters(path)
        .iter()
        .filter(|part| plain(part).is_none())
        .count();
    let named = |(route, address): (&&str, &String)| {
        let same = path
            .split('/')
            .zip(route.split('/'))
            .take_while(|(one, other)| one == other)
            .count();
        let parts = route.split('/').zip(address.split('/')).take(same);
        let named: Vec<String> = parts
            .filter(|(part, _)| part.starts_with('{') && plain(part).is_none())
            .map(|(_, one)| one.to_owned())
            .collect();
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        (named.len() == wanted).then(|| filled(path, &named))
    };
    let found: BTreeSet<String> = open.iter().filter_map(named).collect();
    found.into_iter().collect()
}

fn may(role: Role, access: Access) -> bool {
    let held = permissions_of(&[role, Role::Member], &grants());
    match access {
        Access::Public | Access::SignedIn => true,
        Access::Needs(permission) => held.contains(&permission),
        Access::Any(permissions) => permissions.iter().any(|one: &Permission| held.contains(one)),
    }
}

/// The pages that name something by an identifier.
fn routes(method: Method) -> Vec<RouteDeclaration> {
    let mut routes = route_declarations();
    routes.retain(|route| {
        let named = parameters(route.path);
        route.door == Door::Page
            && route.method == method
            && named.iter().any(|part| plain(part).is_none())
            && !named.iter().any(|part| SECRETS.contains(part))
    });
    routes.sort_by_key(|route| route.path);
    routes
}

/// For each route that somebody of the house can open, the first address that opened.
fn opened(house: &World, owners: Vec<Visitor>, rows: &[Together]) -> BTreeMap<&'static str, String> {
    let mut people: Vec<(Option<Role>, Visitor)> = roles()
        .iter()
        .map(|role| (Some(*role), house.signed_in(*role)))
        .collect();
    for member in ["admin", "comptable", "gerance", "facilitation", "membre"] {
        people.push((
            None,
            house.signed_in_as(&format!("{member}@example.org"), app::demo::PASSWORD),
        ));
    }
    people.extend(owners.into_iter().map(|owner| (None, owner)));
    let mut open = BTreeMap::new();
    for route in routes(Method::Get) {
        let addresses = addresses(route.path, rows);
        for (role, visitor) in people.iter_mut().rev() {
            if role.is_some_and(|role| !may(role, route.access)) {
                continue;
            }
            let kept_out =
                |path: &String, visitor: &mut Visitor| visitor.get(path).status == StatusCode::FORBIDDEN;
            if addresses.first().is_some_and(|path| kept_out(path, visitor)) {
                continue;
            }
            let first = addresses
                .iter()
                .find(|path| visitor.get(path).status.is_success());
            if let Some(path) = first {
                open.insert(route.path, path.clone());
                break;
            }
        }
    }
    open
}

/// The strangers with what they may do in their own place.
type Strangers = [(Option<Role>, Visitor)];

/// The pages that opened to a stranger.
fn opened_to(strangers: &mut Strangers, open: &BTreeMap<&'static str, String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (role, stranger) in strangers {
        for (route, path) in open {
            let reply = stranger.get(path);
            if reply.status.is_success() || reply.status.is_server_error() {
                wrong.push(format!(
                    "GET {route} as {role:?} of another place answered {}",
                    reply.status
                ));
            }
        }
    }
    wrong
}

/// The forms that a stranger sent with another answer than a refusal, or with which they acted.
fn sent_by(
    strangers: &mut Strangers,
    open: &BTreeMap<&'static str, String>,
    rows: &[Together],
    acted: &dyn Fn() -> bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for route in routes(Method::Post) {
        let allowed = strangers
            .iter_mut()
            .rev()
            .find(|(role, _)| role.is_some_and(|role| may(role, route.access)));
        let (role, stranger) = allowed.expect("some role may send each form");
        let blank = stranger.own_form("");
        let likely = addresses(route.path, rows).into_iter().take(LIKELY);
        let paths = beside(route.path, open).into_iter().chain(likely);
        for (number, path) in paths.enumerate() {
            let form = Form {
                action: path,
                ..blank.clone()
            };
            let form = form
                .bent("_key", &format!("{number}{}", route.path.len()))
                .and("step", "confirm");
            let reply = stranger.post(&form);
            // What leads on may have refused the empty form; an act would stand in the log.
            let led = reply.status.is_redirection() && acted();
            if led || reply.status.is_success() || reply.status.is_server_error() {
                let (path, status) = (&form.action, reply.status);
                wrong.push(format!(
                    "POST {} ({path}) as {role:?} of another place answered {status}",
                    route.path
                ));
                break;
            }
        }
    }
    wrong
}

#[test]
fn no_route_opens_or_changes_anything_of_another_place() {
    let fresh = FreshDatabase::on(Engine::Postgres);
    let here = World::lived_in(fresh.database(), roles());
    let place = here.place.as_ref().expect("the house is open").id;
    let kept = everything_kept(&fresh, place);
    furnished::furnish(&here, &kept);
    let owners = furnished::owners(&here, &kept);
    let rows = identifiers(&everything_kept(&fresh, place));
    let open = opened(&here, owners, &rows);
    let unmet: Vec<&str> = routes(Method::Get)
        .iter()
        .map(|route| route.path)
        .filter(|path| !open.contains_key(path))
        .collect();
    let known: Vec<&str> = NOT_MET.iter().map(|(path, _)| *path).collect();
    assert_eq!(
        unmet, known,
        "pages that nobody of this house opened: is a row missing in the demonstration?"
    );

    let there = roles()
        .iter()
        .fold(World::neighbour(fresh.database()), |world, role| {
            world.with_role(*role)
        });
    let before = everything_kept(&fresh, place);
    let acts = acts_in(&here, place);
    let mut wrong = Vec::new();
    let mut strangers = vec![(None, there.visitor())];
    strangers.extend(roles().iter().map(|role| (Some(*role), there.signed_in(*role))));
    wrong.extend(opened_to(&mut strangers, &open));
    wrong.extend(sent_by(&mut strangers, &open, &rows, &|| {
        acts_in(&here, place) != acts
    }));
    assert!(
        wrong.is_empty(),
        "{} answers are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(
        before == everything_kept(&fresh, place),
        "a row of this place was changed from another"
    );
}
