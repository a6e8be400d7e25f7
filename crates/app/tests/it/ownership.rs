//! Nothing of one place can be seen or touched from another, and nothing of one member by another: every page and every form that
//! a director, a facilitator and a member come across is asked for by a stranger.

use crate::crawl::{Walk, walk};
use crate::world::World;
use axum::http::StatusCode;
use harness::{FreshDatabase, Visitor};
use kernel::{PlaceId, Role};
use platform::database::{Engine, params, row, statement};

row! { struct CountRow { count: i64 } }

statement! {
    ACTS -> CountRow = "
        select count(*) as count from activity where place_id = $1";
}

/// What any member may look at, whoever made it: spaces, cards that their owners show to everybody; and a pass of the place bought
/// for oneself.
const COMMON: [&str; 10] = [
    "/rooms/",
    "/members/",
    "/bookings/new?",
    "POST /me/passes to",
    // What is on and where rooms may be framed is public; each registers for oneself.
    "/agenda/",
    "/embed/rooms/",
    "POST /agenda/",
    // The texts of the house are everybody's; each accepts them for oneself.
    "POST /me/house-texts/",
    // Where the pass is good; each gets a code for oneself.
    "POST /me/network/",
    // Shifts are open to everybody; each takes one for oneself.
    "POST /me/duty to",
];

/// Whether a text is the identifier of something.
fn is_identifier(text: &str) -> bool {
    text.len() == 13
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether the path of an address names something.
fn names_something(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    path.split('/').any(is_identifier)
}

/// Everything that those who run the house and one of its members come across.
fn come_across(house: &World) -> Walk {
    let mut all = Walk::default();
    let visitors = [
        house.signed_in(Role::ManagingDirector),
        house.signed_in(Role::Facilitator),
        house.signed_in_as("membre@example.org", app::demo::PASSWORD),
    ];
    for mut visitor in visitors {
        let walk = walk(&mut visitor, &["/", "/me", "/front-desk", "/office", "/calendar"]);
        all.pages.extend(walk.pages);
        all.forms.extend(walk.forms);
    }
    all.pages.retain(|page| names_something(page));
    let named = |(name, value): &(String, String)| !name.starts_with('_') && is_identifier(value);
    all.forms
        .retain(|_, (form, _)| names_something(&form.action) || form.fields.iter().any(named));
    assert!(all.pages.len() > 20 && all.forms.len() > 15, "too little was met");
    all
}

/// The pages that open to this stranger, and the forms that they may send.
fn open_to(stranger: &mut Visitor, walk: &Walk) -> Vec<String> {
    let token = stranger.own_form("").fields.remove(0).1;
    let mut open = Vec::new();
    for page in &walk.pages {
        let status = stranger.get(page).status;
        assert!(!status.is_server_error(), "{page}: {status}");
        if status.is_success() {
            open.push(page.clone());
        }
    }
    for (number, (form, _)) in walk.forms.values().enumerate() {
        let form = form
            .clone()
            .bent("_csrf", &token)
            .bent("_key", &format!("stranger{number}"));
        let reply = stranger.post(&form.clone().and("step", "confirm"));
        assert!(
            !reply.status.is_server_error(),
            "{}: {}",
            form.action,
            reply.status
        );
        if matches!(reply.status, StatusCode::OK | StatusCode::SEE_OTHER) {
            open.push(format!("POST {} to {}", form.action, reply.location));
        }
    }
    open
}

/// How many acts the log of a place holds.
pub(crate) fn acts_in(world: &World, place: PlaceId) -> i64 {
    let count = world.db.read_blocking(move |tx| tx.one(&ACTS, &params![place]));
    count.unwrap().count
}

#[test]
fn nothing_of_a_place_is_seen_or_touched_from_another() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let here = World::lived_in(fresh.database(), &[Role::ManagingDirector, Role::Facilitator]);
    let walk = come_across(&here);
    let roles = [Role::Administrator, Role::ManagingDirector, Role::Facilitator];
    let there = roles
        .iter()
        .fold(World::neighbour(fresh.database()), |world, role| {
            world.with_role(*role)
        });
    let place = here.place.as_ref().unwrap().id;
    let before = acts_in(&here, place);
    for role in roles {
        let open = open_to(&mut there.signed_in(role), &walk);
        assert_eq!(open, Vec::<String>::new(), "{role} of another place");
    }
    assert_eq!(acts_in(&here, place), before);
}

#[test]
fn nothing_of_a_member_is_seen_or_touched_by_another() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let roles = [Role::ManagingDirector, Role::Facilitator, Role::Member];
    let here = World::lived_in(fresh.database(), &roles);
    let walk = come_across(&here);
    let mut open = open_to(&mut here.signed_in(Role::Member), &walk);
    open.retain(|page| !COMMON.iter().any(|common| page.starts_with(common)));
    assert_eq!(open, Vec::<String>::new());
}
