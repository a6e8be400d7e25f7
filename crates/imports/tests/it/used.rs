//! Files of bookings and visits.

use crate::world::{World, day};
use harness::both_engines;
use imports::ImportKind::{Bookings, CheckIns, Passes, People};
use kernel::{Email, PersonId};
use people::Party;

fn world(db: platform::database::Database) -> World {
    let world = World::new(db);
    world.import(
        People,
        "ID;Nom complet;Courriel\n1;DUPONT Marie;marie@example.org\n2;PETIT Paul;paul@example.org\n",
    );
    world.import(
        Passes,
        "Nom;Carnet;Date d'achat\nMarie Dupont;Carnet 30;01/06/2026\n",
    );
    world
}

fn person(world: &World, email: &'static str) -> PersonId {
    let email = Email::parse(email).unwrap();
    world.read(move |tx, place| people::person_by_email(tx, place, &email).unwrap().unwrap().id)
}

fn charged(world: &World, email: &'static str) -> Vec<i64> {
    let person = person(world, email);
    let charges = world.read(move |tx, place| billing::open_charges_of(tx, place, person).unwrap());
    charges.iter().map(|charge| charge.amount.cents()).collect()
}

fn units(world: &World, email: &'static str) -> (i64, i64) {
    let person = person(world, email);
    let balance =
        world.read(move |tx, place| offers::remaining(tx, place, person, day("2026-06-15")).unwrap());
    (balance.units, balance.debt)
}

#[test]
fn bookings_are_charged_at_the_cheapest_price_in_force_once() {
    both_engines(|db| {
        let world = world(db);
        let file = "N° réservation;Salle;Member ID;Date;Heure de début;Heure de fin;Durée;Statut\n\
            A;Salon;1;10/06/2026;9h;10h30;;Confirmé\n\
            B;SALON;1;10/06/2026;14:00;;4h;\n\
            C;salon;2;2026-06-11;08:00;20:00;;\n\
            D;Salon;2;2026-06-11;08:00;20:00;;Annulé\n\
            E;Salon;1;2026-07-01;22:00;00:00;;\n";
        let report = world.import(Bookings, file);
        assert_eq!((report.created, report.passed_over), (4, 1));
        assert_eq!(charged(&world, "marie@example.org"), [3_000, 6_000, 4_000]);
        assert_eq!(charged(&world, "paul@example.org"), [16_000]);
        let again = world.import(Bookings, file);
        assert_eq!((again.created, again.known), (0, 4));
        assert_eq!(charged(&world, "marie@example.org"), [3_000, 6_000, 4_000]);
        let payer = Party::Person(person(&world, "paul@example.org"));
        assert!(world.write(move |tx, actor| billing::customer_of(tx, actor, payer).is_ok()));
        assert_eq!(world.faults(), [""; 0]);
    });
}

#[test]
fn bookings_that_cannot_be_are_refused_and_none_is_made() {
    both_engines(|db| {
        let world = world(db);
        let file = "ID;Salle;Member ID;Début;Fin\n\
            A;Salon;1;10/06/2026 09:00;10/06/2026 11:00\n\
            B;Salon;2;10/06/2026 10:00;10/06/2026 12:00\n\
            C;Cave;2;10/06/2026 10:00;10/06/2026 12:00\n\
            D;Salon;2;10/06/2026 12:00;10/06/2026 11:00\n\
            E;Salon;2;10/06/2026;10/06/2026\n\
            F;Salon;2;14:00;15:00\n\
            G;Salon;2;10/06/2026 15:00;\n\
            H;Salon;2;;\n\
            I;Salon;;10/06/2026 17:00;10/06/2026 18:00\n";
        let issues = world.issues(Bookings, file);
        let keys: Vec<(usize, &str)> = issues.iter().map(|(line, key)| (*line, key.as_str())).collect();
        assert_eq!(
            keys,
            [
                (3, "spaces-refused-full"),
                (4, "imports-match-no-room"),
                (5, "imports-cell-ends-before-start"),
                (6, "imports-cell-time-missing"),
                (7, "imports-cell-day-missing"),
                (8, "imports-cell-end-missing"),
                (9, "imports-cell-missing"),
                (10, "imports-cell-missing"),
            ]
        );
        assert_eq!(charged(&world, "marie@example.org"), [0_i64; 0]);
    });
}

#[test]
fn one_room_may_stand_for_a_whole_file() {
    both_engines(|db| {
        let world = world(db);
        let file = "Member ID,Start,Duration\n1,2026-06-10T09:00:00,\"1,5\"\n".as_bytes();
        let report = world.try_import(Bookings, file, &["room==Salon"], false).unwrap();
        assert_eq!((report.applied, report.created), (true, 1));
        assert_eq!(charged(&world, "marie@example.org"), [3_000]);
    });
}

#[test]
fn visits_take_units_and_what_is_missing_is_owed() {
    both_engines(|db| {
        let world = world(db);
        let file = "Nom;Prénom;Date;Créneau\n\
            Dupont;Marie;10/06/2026;Journée\n\
            Dupont;Marie;11/06/2026;Matin\n\
            Dupont;Marie;11/06/2026;Après-midi\n\
            Dupont;Marie;12/06/2026;Matin\n\
            Petit;Paul;10/06/2026;Matin\n";
        assert_eq!(world.import(CheckIns, file).created, 5);
        // A day is 3, two halves of one day are a day, a half is 2.
        assert_eq!(units(&world, "marie@example.org"), (30 - 3 - 3 - 2, 0));
        assert_eq!(units(&world, "paul@example.org"), (0, 2));
        let again = world.import(CheckIns, file);
        assert_eq!((again.created, again.known), (0, 5));
        assert_eq!(units(&world, "marie@example.org"), (22, 0));
        assert_eq!(world.faults(), [""; 0]);
    });
}

#[test]
fn arrival_and_departure_say_which_part_of_the_day() {
    both_engines(|db| {
        let world = world(db);
        let file = "Coworker,Check-in,Check-out\n\
            Marie Dupont,2026-06-10 09:00,2026-06-10 17:30\n\
            Marie Dupont,2026-06-11 09:00,2026-06-11 13:15\n\
            Marie Dupont,2026-06-12 12:00,2026-06-12 18:00\n";
        assert_eq!(world.import(CheckIns, file).created, 3);
        assert_eq!(units(&world, "marie@example.org"), (30 - 3 - 2 - 2, 0));
    });
}

#[test]
fn visits_that_cannot_be_are_refused() {
    both_engines(|db| {
        let world = world(db);
        let file = "Nom complet;Date;Créneau;Arrivée;Départ\n\
            Marie Dupont;10/06/2026;Journée;;\n\
            Marie Dupont;10/06/2026;Matin;;\n\
            Marie Dupont;11/06/2026;;09:00;\n\
            Marie Dupont;11/06/2026;soir;;\n\
            Marie Dupont;12/06/2026;;17:00;09:00\n\
            Marie Dupont;;Matin;;\n\
            Marie Dupont;16/06/2026;Matin;;\n";
        let issues = world.issues(CheckIns, file);
        let keys: Vec<(usize, &str)> = issues.iter().map(|(line, key)| (*line, key.as_str())).collect();
        assert_eq!(
            keys,
            [
                (3, "imports-match-another-part"),
                (4, "imports-cell-not-a-half-day"),
                (5, "imports-cell-not-a-half-day"),
                (6, "imports-cell-ends-before-start"),
                (7, "imports-cell-missing"),
                (8, "spaces-refused-not-yet"),
            ]
        );
    });
}
