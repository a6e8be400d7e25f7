//! Every call by every role and with every scope: who may not is kept out, and a key opens only what it says.

use crate::world::{World, capabilities, send};
use api::{Operation, Scope, operations};
use harness::{FreshDatabase, Reply, Visitor};
use kernel::Role;
use platform::database::Engine;
use platform::permissions_of;
use platform::web::{Access, Method};
use serde_json::json;

fn called(caller: &mut Visitor, operation: &Operation) -> Reply {
    let path = operation.path.replace("{id}", "0000000000001");
    match operation.method {
        Method::Get => caller.get(&path),
        Method::Post => send(caller, &path, "k", &json!({})),
    }
}

fn allowed(access: Access, role: Role) -> bool {
    let grants: Vec<_> = capabilities()
        .iter()
        .flat_map(|one| one.permissions)
        .copied()
        .collect();
    let held = permissions_of(&[role, Role::Member], &grants);
    match access {
        Access::Public | Access::SignedIn => true,
        Access::Needs(permission) => held.contains(&permission),
        Access::Any(permissions) => permissions.iter().any(|one| held.contains(one)),
    }
}

#[test]
fn every_call_lets_in_the_roles_that_hold_its_permission_and_no_other() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    for role in Role::ALL {
        let mut caller = world.open(*role);
        for operation in operations() {
            let reply = called(&mut caller, &operation);
            let kept_out = reply.status == 403;
            assert_eq!(
                kept_out,
                !allowed(operation.access, *role),
                "{role} {}: {reply}",
                operation.path
            );
            assert!(!reply.status.is_server_error(), "{}: {reply}", operation.path);
        }
    }
    for operation in operations() {
        assert_eq!(
            called(&mut world.site.visitor(), &operation).status,
            401,
            "{}",
            operation.path
        );
    }
}

#[test]
fn a_key_opens_the_calls_of_its_scope_and_no_other() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    for scope in Scope::ALL {
        let mut caller = world.caller(&world.key(Role::Administrator, &[*scope]));
        for operation in operations() {
            let reply = called(&mut caller, &operation);
            let opens = operation.scope.is_none_or(|wanted| wanted == *scope);
            assert_eq!(reply.status != 403, opens, "{scope} {}: {reply}", operation.path);
        }
    }
}

#[test]
fn a_call_that_writes_has_a_scope_that_writes() {
    for operation in operations() {
        let code = operation.scope.map_or("", |scope| scope.code());
        let writes = operation.method == Method::Post;
        // Asking for a door is one right, whether it is asked at the door or beforehand.
        let fits = code.ends_with(":decide") || writes == code.ends_with(":write");
        assert!(fits, "{}", operation.path);
    }
}
