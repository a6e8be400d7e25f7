//! Somebody asks in the name of an organisation that the place knows, and says yes to its quote.

use crate::world::World;
use harness::both_engines;
use kernel::{Name, OrganisationId, Siren, VatNumber};
use people::{Address, NewOrganisation, NewPerson, Party, PersonName};
use spaces::{Holder, NewBooking};

const STREET: &str = "2 rue de la Mairie";
const VAT_NUMBER: &str = "FR44732829320";

/// The organisation that requests of the world name, which the place knows well.
fn known(world: &World, street: &str) -> OrganisationId {
    let street = street.to_owned();
    world.write(move |tx, system| {
        let new = NewOrganisation {
            siren: Some(Siren::parse("732829320").unwrap()),
            vat_number: Some(VatNumber::parse(VAT_NUMBER).unwrap()),
            address: Address::parse(&street, "44100", "Nantes", people::FRANCE).unwrap_or_default(),
            ..NewOrganisation::named(Name::parse("Ville de Nantes").unwrap())
        };
        people::create_organisation(tx, system, new).unwrap()
    })
}

fn address_of(world: &World, organisation: OrganisationId) -> Address {
    world.write(move |tx, system| {
        let known = people::organisation(tx, system.place, organisation).unwrap();
        known.unwrap().address
    })
}

#[test]
fn a_stranger_who_accepts_a_quote_in_the_name_of_an_organisation_does_not_get_it_as_payer() {
    both_engines(|db| {
        let world = World::new(db);
        let town = known(&world, STREET);
        let (hire, quote) = world.quoted();
        let office = world
            .team()
            .page(&format!("/office/exclusive-hires/{hire}/quotes/{quote}"));
        assert!(!office.says(STREET) && !office.says(VAT_NUMBER), "{office}");
        let link = world.link_to_quote();
        let mut stranger = world.stranger();
        let page = stranger.page(&link);
        assert!(!page.says(STREET) && !page.says(VAT_NUMBER), "{page}");
        let form = world.yes(&mut stranger, &link);
        assert_eq!(stranger.post(&form).status, 303);
        assert_eq!(
            world.owed_by_organisation("732829320"),
            [18_000],
            "the quote is of whom the house wrote on it"
        );
        assert_eq!(address_of(&world, town).street(), STREET);
        let person = world.person("solene@example.org").unwrap();
        assert_eq!(person.organisation, None);
        let (id, hall, hours) = (person.id, world.hall, world.hours(24, 9, 11));
        let (payer, customer) = world.write(move |tx, system| {
            let new = NewBooking::plain(hall, hours, Holder::Person(id));
            let booking = spaces::book(tx, system, &new).unwrap();
            let payer = people::payer(tx, system.place, id).unwrap();
            (
                payer,
                (
                    booking.customer,
                    billing::customer_of(tx, system, Party::Person(id)).unwrap(),
                ),
            )
        });
        assert_eq!(payer, Party::Person(id));
        assert_eq!(
            customer.0,
            Some(customer.1),
            "later bookings are their own to pay"
        );
    });
}

#[test]
fn the_team_reads_that_who_asks_does_not_belong_to_the_organisation_before_the_quote_leaves() {
    both_engines(|db| {
        let world = World::new(db);
        known(&world, STREET);
        let hire = world.asked();
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let draft = team.page(&at).form("form[action$=quotes]");
        let quote = team.post(&draft).location;
        let page = team.page(&quote);
        assert!(page.says("n’en fait pas partie"), "{page}");
    });
}

#[test]
fn a_stranger_does_not_write_the_address_of_an_organisation_that_had_none() {
    both_engines(|db| {
        let world = World::new(db);
        let town = known(&world, "");
        world.quoted();
        let link = world.link_to_quote();
        let mut stranger = world.stranger();
        let form = world.yes(&mut stranger, &link);
        assert_eq!(stranger.post(&form).status, 303);
        assert_eq!(address_of(&world, town).street(), "");
    });
}

#[test]
fn who_belongs_to_the_organisation_finds_its_address_on_the_quote() {
    both_engines(|db| {
        let world = World::new(db);
        let town = known(&world, STREET);
        world.write(move |tx, system| {
            let new = NewPerson {
                email: Some(kernel::Email::parse("solene@example.org").unwrap()),
                organisation: Some(town),
                ..NewPerson::named(PersonName::parse("Solène", "Guibert").unwrap())
            };
            people::create_person(tx, system, new).unwrap();
        });
        let hire = world.asked();
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let draft = team.page(&at).form("form[action$=quotes]");
        let quote = team.post(&draft).location;
        let page = team.page(&quote);
        assert!(!page.says("n’en fait pas partie"), "{page}");
        assert_eq!(page.attribute("#street", "value").as_deref(), Some(STREET));
    });
}
