//! A house in which there is much to do at once: rooms, a pool of desks, members with accounts, nomads with passes.

use crate::journeys::lives::{OnOffer, account, monday, open_books, open_rooms, person};
use crate::world::{PASSWORD, World};
use harness::FreshDatabase;
use kernel::{Actor, CustomerId, Day, Name, PersonId, Role};
use people::{Password, become_member};
use platform::database::Tx;
use spaces::{ResourceFacts, ResourceId, ResourceKind};

const ROOMS: [&str; 20] = [
    "Salon",
    "Atelier",
    "Verrière",
    "Bibliothèque",
    "Cuisine",
    "Fournil",
    "Serre",
    "Grenier",
    "Cave",
    "Forge",
    "Lavoir",
    "Moulin",
    "Remise",
    "Étable",
    "Halle",
    "Cabine",
    "Studio",
    "Tisane",
    "Boussole",
    "Lanterne",
];

/// Names to make people of: `Ada Un`, `Ada Deux`…
const FAMILIES: [&str; 10] = [
    "Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix",
];

/// What is in the house.
#[derive(Clone)]
pub(super) struct Furnished {
    pub(super) rooms: Vec<ResourceId>,
    /// Ten desks.
    pub(super) desks: ResourceId,
    /// People with a pass of 30 units of which so many are left as the test asked for.
    pub(super) nomads: Vec<PersonId>,
    /// Who pays.
    pub(super) customers: Vec<CustomerId>,
}

/// Who signs in: four members, the front desk and the books.
pub(super) const MEMBERS: [&str; 4] = ["Camille Durand", "Noa Blanc", "Lou Martin", "Sacha Petit"];

/// The address of a person of this house.
pub(super) fn email(name: &str) -> String {
    format!("{}@example.org", kernel::fold(name).replace(' ', "."))
}

/// Furnishes a fresh database with so many nomads, who have so many units left.
pub(super) fn furnish(fresh: &FreshDatabase, nomads: usize, units_left: i64) -> Furnished {
    let db = fresh.database();
    let world = World::new(db)
        .with_role(Role::Facilitator)
        .with_role(Role::ManagingDirector);
    let place = world.place.as_ref().unwrap().id;
    let salt = db.entropy().bytes::<16>();
    let hash = people::hash_password(&Password::parse(PASSWORD).unwrap(), salt).unwrap();
    db.write_blocking(move |tx| {
        Ok::<_, platform::Fault>(fill(tx, &Actor::system(place), &hash, nomads, units_left))
    })
    .unwrap()
}

fn fill(tx: &mut Tx<'_>, system: &Actor, hash: &str, nomads: usize, units_left: i64) -> Furnished {
    open_books(tx, system);
    let offer = OnOffer::put(tx, system);
    let rooms = open_rooms(tx, system, &ROOMS);
    for name in MEMBERS {
        let person = person(tx, system, name);
        become_member(tx, system, person, monday()).unwrap();
        account(tx, system, person, hash);
    }
    let nomads: Vec<PersonId> = (0..nomads)
        .map(|number| {
            let name = format!(
                "Nomade{} {}",
                number / FAMILIES.len(),
                FAMILIES[number % FAMILIES.len()]
            );
            offer.nomad(tx, system, &name, units_left)
        })
        .collect();
    let customers = nomads
        .iter()
        .take(8)
        .map(|nomad| billing::customer_of(tx, system, people::Payer::Person(*nomad)).unwrap())
        .collect();
    Furnished {
        rooms,
        desks: desks(tx, system),
        nomads,
        customers,
    }
}

fn desks(tx: &mut Tx<'_>, system: &Actor) -> ResourceId {
    let facts = ResourceFacts::named(ResourceKind::DeskPool, Name::parse("Postes").unwrap(), 10);
    spaces::create_resource(tx, system, ResourceFacts { units: 10, ..facts }, None).unwrap()
}

/// An hour of its own for each number: twelve a day from the day after tomorrow, for 85 days.
pub(super) fn hour(today: Day, number: usize) -> (Day, usize) {
    let (day, hour) = (number / 12 % 85, number % 12);
    (today.plus_days(2 + i64::try_from(day).unwrap()), 8 + hour)
}
