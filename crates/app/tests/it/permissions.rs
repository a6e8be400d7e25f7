//! The permission matrix: who may open which page. The file `permissions.txt` is the law; a route that is not in it, or
//! that answers otherwise, fails the test.

use crate::world::World;
use app::composition::{grants, roles, route_declarations};
use axum::http::StatusCode;
use harness::{Form, FreshDatabase};
use kernel::{Permission, Role};
use platform::database::Engine;
use platform::permissions_of;
use platform::web::{Access, Door, Method, RouteDeclaration};

/// Where the matrix is kept.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/permissions.txt");
/// A well-formed identifier that nothing has.
const NOTHING: &str = "0000000000001";

fn allowed(access: Access, roles: &[Role]) -> bool {
    let held = permissions_of(roles, &grants());
    let holds = |permission: &Permission| held.contains(permission);
    match access {
        Access::Public => true,
        Access::SignedIn => !roles.is_empty(),
        Access::Needs(permission) => holds(&permission),
        Access::Any(permissions) => permissions.iter().any(holds),
    }
}

/// What somebody with an account really holds: the role `member` comes with every account.
fn with_account(role: Option<Role>) -> Vec<Role> {
    role.into_iter().flat_map(|role| [role, Role::Member]).collect()
}

fn everybody() -> Vec<Option<Role>> {
    std::iter::once(None)
        .chain(roles().iter().copied().map(Some))
        .collect()
}

fn sorted_routes() -> Vec<RouteDeclaration> {
    let mut routes = route_declarations();
    routes.sort_by_key(|route| (route.path, route.method));
    routes
}

/// The routes for browsers; those for programs are tried, key by key, by the tests of `api`.
fn pages() -> Vec<RouteDeclaration> {
    let routes = sorted_routes().into_iter();
    routes.filter(|route| route.door == Door::Page).collect()
}

fn verb(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
    }
}

fn matrix() -> String {
    let mut text = String::from(
        "# Who may open what: visitor, then each role. `just matrix` writes this file anew; read the difference before keeping it.\n",
    );
    let heads: Vec<&str> = everybody()
        .iter()
        .map(|role| role.map_or("visitor", Role::code))
        .collect();
    text.push_str(&format!("{:<5}{:<52}{}\n", "", "", heads.join(" ")));
    for route in sorted_routes() {
        let marks: Vec<String> = everybody()
            .iter()
            .zip(&heads)
            .map(|(role, head)| {
                format!(
                    "{:^width$}",
                    if allowed(route.access, role.as_slice()) {
                        "x"
                    } else {
                        "."
                    },
                    width = head.len()
                )
            })
            .collect();
        let line = format!("{:<5}{:<52}{}", verb(route.method), route.path, marks.join(" "));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[test]
fn the_permission_matrix_is_the_one_that_was_agreed() {
    let matrix = matrix();
    if std::env::var_os("TRIBU_WRITE_MATRIX").is_some() {
        std::fs::write(GOLDEN, &matrix).unwrap();
    }
    let agreed = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    for (line, (now, then)) in matrix.lines().zip(agreed.lines()).enumerate() {
        assert_eq!(now, then, "line {} of permissions.txt differs", line + 1);
    }
    assert_eq!(
        matrix.lines().count(),
        agreed.lines().count(),
        "permissions.txt lacks a route or keeps an old one"
    );
}

#[test]
fn every_route_lets_in_the_roles_of_the_matrix_and_no_other() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = roles()
        .iter()
        .fold(World::new(fresh.database()), |world, role| world.with_role(*role));
    let mut wrong = Vec::new();
    for role in everybody() {
        let mut visitor = role.map_or_else(|| world.visitor(), |role| world.signed_in(role));
        let blank = visitor.own_form("");
        for route in pages() {
            // These end or change the session that the other routes are tried with.
            if matches!(route.path, "/sign-out" | "/me/sessions/end" | "/hat")
                && route.method == Method::Post
                && role.is_some()
            {
                continue;
            }
            let path = filled(route.path);
            let reply = match route.method {
                Method::Get => visitor.get(&path),
                Method::Post => visitor.post(&Form {
                    action: path.clone(),
                    ..blank.clone().with("_key", &harmless_key(&path))
                }),
            };
            let kept_out =
                reply.status == StatusCode::FORBIDDEN || reply.location.starts_with("/sign-in?next=");
            if kept_out == allowed(route.access, &with_account(role)) || reply.status.is_server_error() {
                wrong.push(format!(
                    "{} {} as {:?} answered {}",
                    verb(route.method),
                    route.path,
                    role,
                    reply.status
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} routes answer otherwise than the matrix says:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_form_without_our_token_is_refused_on_every_route() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database()).with_role(Role::Administrator);
    let mut visitor = world.signed_in(Role::Administrator);
    for route in pages().iter().filter(|route| route.method == Method::Post) {
        let forged = Form::to(&filled(route.path))
            .and("_csrf", "forged")
            .and("_key", "k");
        let reply = visitor.post(&forged);
        assert_eq!(
            reply.status,
            StatusCode::FORBIDDEN,
            "{} took a forged form",
            route.path
        );
    }
}

/// The path with something well-formed in place of each parameter.
fn filled(path: &str) -> String {
    path.split('/')
        .map(|part| {
            if part.starts_with('{') {
                parameter(part)
            } else {
                part
            }
        })
        .collect::<Vec<_>>()
        .join("/")
}

fn parameter(part: &str) -> &'static str {
    match part {
        "{month}" => "2026-05",
        "{day}" => "2026-06-15",
        _ => NOTHING,
    }
}

fn harmless_key(path: &str) -> String {
    path.chars().filter(char::is_ascii_alphanumeric).collect()
}
