//! Lines that could never be charged are refused where they stand, and not later for everybody.

use crate::world::World;
use harness::both_engines;
use imports::ImportKind::{Bookings, People, Plans};

fn world(db: platform::database::Database) -> World {
    let world = World::new(db);
    world.import(
        People,
        "ID;Nom complet;Courriel\n1;DUPONT Marie;marie@example.org\n2;PETIT Paul;paul@example.org\n",
    );
    world
}

#[test]
fn a_telephone_number_taken_for_a_price_is_refused_at_its_line() {
    both_engines(|db| {
        let world = world(db);
        let file = "Membre;Forfait;Date de début;Prix HT\n\
            Marie Dupont;Résident;01/09/2024;0612345678\nPaul Petit;Résident;01/09/2024;1000000,00\n";
        assert_eq!(
            world.issues(Plans, file),
            [(2, "offers-refused-price-too-high".to_owned())]
        );
    });
}

#[test]
fn what_was_used_before_the_first_vat_rate_is_refused_at_its_line() {
    both_engines(|db| {
        let world = world(db);
        let bookings = "N° réservation;Salle;Member ID;Date;Heure de début;Heure de fin\n\
            A;Salon;1;10/06/2013;9h;10h30\nB;Salon;1;10/06/2026;9h;10h30\n";
        assert_eq!(
            world.issues(Bookings, bookings),
            [(2, "spaces-refused-no-vat-rate".to_owned())]
        );
        let plans = "Membre;Forfait;Date de début;Prix HT;À facturer depuis\n\
            Marie Dupont;Résident;01/09/2012;200,00;01/01/2013\nPaul Petit;Résident;01/09/2012;200,00;01/06/2026\n";
        assert_eq!(
            world.issues(Plans, plans),
            [(2, "offers-refused-no-vat-rate".to_owned())]
        );
    });
}
