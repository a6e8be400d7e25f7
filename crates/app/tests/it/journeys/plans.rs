//! Plans from both sides: what the office sets, what the member reads, changes and pauses; agreements and reduced tariffs
//! (T38, T39, T59, T91, T97).

use super::inspection::Inspection;
use super::lives::{a_member_and_a_room, monday};
use super::served::Served;
use harness::{Page, Viewport};
use kernel::{Actor, Audience, Days, Money, Name, PersonId, Rate, Role};
use offers::{AgreementTerms, OfferPrice, PlanTerms, QuotaSpan, TariffTerms};
use people::{NewOrganisation, NewPerson};
use platform::database::Tx;

const MEMBER: &str = "camille.durand@example.org";

/// A member with a plan, another plan beside it, an agreement with the company that pays, a reduced tariff.
fn opened() -> Served {
    let served = Served::with_roles(&[Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        a_member_and_a_room(tx, system, &hash);
        let email = kernel::Email::parse(MEMBER).unwrap();
        let camille = people::person_by_email(tx, system.place, &email)
            .unwrap()
            .unwrap();
        another_plan(tx, system);
        agreement(tx, system, camille.id);
        let tariff = TariffTerms {
            name: Name::parse("Tarif solidaire").unwrap(),
            rate: Rate::from_basis_points(3_000),
            proof: "Avis d’imposition".to_owned(),
            months: 12,
            on_plans: true,
            on_passes: true,
            on_bookings: false,
            active: true,
        };
        offers::keep_reduced_tariff(tx, system, None, &tariff).unwrap();
    });
    served
}

fn another_plan(tx: &mut Tx<'_>, system: &Actor) {
    let price = |cents: i64| OfferPrice {
        amount: Money::from_cents(cents),
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: kernel::Day::new(2026, 1, 1).unwrap(),
    };
    for (name, cents) in [("Bureau partagé", 32_000), ("Mi-temps", 14_000)] {
        let terms = PlanTerms {
            name: Name::parse(name).unwrap(),
            audience: Audience::Resident,
            active: true,
        };
        offers::create_plan(tx, system, terms, price(cents)).unwrap();
    }
}

fn agreement(tx: &mut Tx<'_>, system: &Actor, person: PersonId) {
    let name = Name::parse("Mairie de Saint-Avel").unwrap();
    let mairie = people::create_organisation(tx, system, NewOrganisation::named(name)).unwrap();
    let known = people::person(tx, system.place, person).unwrap().unwrap();
    let new = NewPerson {
        organisation: Some(mairie),
        ..known.into()
    };
    people::update_person(tx, system, person, new).unwrap();
    let terms = AgreementTerms {
        organisation: mairie,
        name: Name::parse("Convention de la mairie").unwrap(),
        minutes: 600,
        span: QuotaSpan::Quarter,
        due: Rate::ZERO,
        days: Days::spanning(monday(), monday().plus_months(12)),
        kinds: ["room".to_owned()].into(),
        note: String::new(),
    };
    offers::create_agreement(tx, system, &terms).unwrap();
    let plan = offers::plans(tx, system.place).unwrap().remove(0);
    let subscription = offers::NewSubscription {
        person,
        plan: plan.id,
        from: monday(),
        on: monday(),
        seen: None,
    };
    offers::subscribe_plan(tx, system, subscription).unwrap();
}

fn follow(page: &Page, selector: &str, text: &str) {
    page.click(selector);
    page.wait_for_text(text);
}

#[test]
fn a_member_reads_changes_and_pauses_their_plan_and_asks_for_a_reduced_tariff() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as(MEMBER, Viewport::PHONE, "/me/passes");
    follow(&phone, "a[href='/me/plan']", "Engagement");
    inspection.see(&phone, "my-plan");
    follow(&phone, "a[href$='/change']", "Changer de forfait");
    inspection.see(&phone, "my-plan-change");
    phone.click("#plan label:first-of-type");
    follow(&phone, "main form button[type=submit]", "Reste à facturer");
    inspection.see(&phone, "my-plan-change-quoted");
    follow(&phone, ".confirm button[type=submit]", "À venir");
    inspection.see(&phone, "my-plan-changed");
    follow(
        &phone,
        "form[action$='/cancellation'] button",
        "Le changement n’aura pas lieu",
    );
    follow(&phone, "a[href$='/pause']", "Premier jour de pause");
    phone.fill("#from", "2026-07-01");
    phone.fill("#until", "2026-07-31");
    follow(&phone, "main form button[type=submit]", "sera en pause");
    inspection.see(&phone, "my-plan-pause");
    phone.fill("#reason", "Congé de naissance");
    follow(&phone, ".confirm button[type=submit]", "Congé de naissance");
    inspection.see(&phone, "my-plan-paused");
    served.go(&phone, "/me/reductions");
    phone.click("#tariff label:first-of-type");
    phone.fill("#words", "Sans emploi depuis mars");
    inspection.see(&phone, "my-reductions");
    follow(&phone, "main form button[type=submit]", "En attente");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn t38_a_member_takes_a_plan_by_themselves_and_ends_it_on_a_phone_and_at_a_desk() {
    for (viewport, size) in [(Viewport::PHONE, "phone"), (Viewport::DESKTOP, "desktop")] {
        let served = Served::with_roles(&[Role::ManagingDirector]);
        let hash = served.password_hash();
        served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
        let mut inspection = Inspection::new();
        let page = served.signed_in_as(MEMBER, viewport, "/me/plan");
        page.wait_for_text("Aucun forfait");
        inspection.see(&page, &format!("my-plan-none-{size}"));
        follow(&page, "a[href='/me/plan/new']", "Choisissez un forfait");
        inspection.see(&page, &format!("my-plan-new-{size}"));
        page.click("#plan label:first-of-type");
        follow(&page, "main form button[type=submit]", "Les premiers montants");
        inspection.see(&page, &format!("my-plan-new-quoted-{size}"));
        follow(&page, ".confirm button[type=submit]", "Le forfait est à vous");
        follow(&page, "a[href$='/end']", "le dernier jour possible");
        inspection.see(&page, &format!("my-plan-end-{size}"));
        follow(&page, ".confirm button[type=submit]", "s’arrêtera ce jour-là");
        inspection.finish();
        assert_eq!(served.faults(), Vec::<String>::new());
    }
}

#[test]
fn the_office_sets_plans_agreements_and_reduced_tariffs() {
    let served = opened();
    let mut inspection = Inspection::new();
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/offers");
    follow(
        &office,
        "a[href*='/office/offers/plans/']:not([href$='new'])",
        "Ce que le forfait donne",
    );
    inspection.see(&office, "plan-conditions");
    office.fill("#commitment", "6");
    office.fill("#hours_room", "4");
    office.fill("#discount_room", "20");
    follow(&office, "main form button[type=submit]", "Enregistré");
    served.go(&office, "/office/agreements");
    inspection.see(&office, "agreements");
    follow(&office, "main table a", "Heures utilisées");
    inspection.see(&office, "agreement");
    for (path, name) in [
        ("/office/agreements/new", "agreement-new"),
        ("/office/offers/settings", "offer-settings"),
        ("/office/offers/passes/new", "pass-new"),
        ("/office/reductions", "reductions"),
        ("/office/reduced-tariffs/new", "reduced-tariff-new"),
    ] {
        served.go(&office, path);
        inspection.see(&office, name);
    }
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
