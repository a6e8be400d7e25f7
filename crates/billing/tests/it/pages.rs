//! The pages through the router: what each role sees, and every act with its refusal.

mod accounts;
mod catalogue;
mod invoices;
mod month;
mod readers;

use crate::world::House;
use axum::http::StatusCode;
use harness::{Reply, Visitor};
use kernel::{CustomerId, PersonId, Role};
use people::Payer;

/// A house where May waits to be billed to two people, and who runs it.
struct Office {
    house: House,
    director: PersonId,
    camille: PersonId,
    customer: CustomerId,
}

impl Office {
    fn new() -> Self {
        let house = House::new();
        let director = house.person("Noa", "Vasseur");
        let camille = house.person("Camille", "Durand");
        let customer = house.customer(Payer::Person(camille));
        house.charge(house.room_for(customer, "a", "2026-05-02"));
        let ada = house.customer_named("Ada", "Test");
        house.charge(house.room_for(ada, "b", "2026-05-03"));
        Self {
            house,
            director,
            camille,
            customer,
        }
    }

    /// Who runs the house, signed in.
    fn director(&self) -> Visitor {
        self.house.signed_in(self.director, Role::ManagingDirector)
    }
}

#[track_caller]
fn leads_to(answer: &Reply, place: &str) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer}");
    assert_eq!(answer.location, place);
}
