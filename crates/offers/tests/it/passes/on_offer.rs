//! What may be put on sale.

use crate::world::{World, euros, net, pass_terms};
use harness::both_engines;
use kernel::Role;
use platform::{Failure, Fault};

#[test]
fn two_passes_may_not_share_a_name_and_bad_numbers_are_refused() {
    both_engines(|db| {
        let world = World::on(&db);
        let system = world.system();
        let create = |terms: offers::PassTerms| {
            world.act(&system, move |tx, actor| {
                offers::create_pass_offer(tx, actor, terms.clone(), net(euros(80)))
            })
        };
        let taken = create(pass_terms("Carnet", 15, (3, 2)));
        assert_eq!(taken, Err(Failure::Refused(offers::OfferRefused::NameTaken)));
        let too_few = create(pass_terms("Petit", 2, (3, 2)));
        let bounds = offers::OfferRefused::UnitsOutOfBounds {
            minimum: 3,
            maximum: 10_000,
        };
        assert_eq!(too_few, Err(Failure::Refused(bounds)));
        let mut free = pass_terms("Éternel", 30, (3, 2));
        free.validity_months = Some(0);
        let bounds = offers::OfferRefused::ValidityOutOfBounds { maximum: 120 };
        assert_eq!(create(free), Err(Failure::Refused(bounds)));
        assert!(create(pass_terms("Petit carnet", 15, (3, 2))).is_ok());
        let negative = world.act(&system, |tx, actor| {
            let price = net(kernel::Money::from_cents(-1));
            offers::create_pass_offer(tx, actor, pass_terms("Cadeau", 15, (3, 2)), price)
        });
        assert_eq!(
            negative,
            Err(Failure::Refused(offers::OfferRefused::PriceRefused))
        );
        let facilitator = world.actor(world.person("Noa"), &[Role::Facilitator]);
        let refused = world.act(&facilitator, |tx, actor| {
            offers::create_pass_offer(tx, actor, pass_terms("Autre", 15, (3, 2)), net(euros(80)))
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
    });
}
