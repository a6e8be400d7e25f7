//! Reduced tariffs: asked for with a proof, granted from a day to a day, refused with a reason (T91).

use crate::world::{World, day, euros, today};
use harness::both_engines;
use kernel::{Days, Id, Name, PersonId, Rate, Role};
use offers::{NewReduction, ReducedTariff, Reduction, ReductionRefused, TariffTerms};
use platform::{Failure, Fault};

fn tariff(world: &World) -> Id<ReducedTariff> {
    let terms = TariffTerms {
        name: Name::parse("Tarif solidaire").unwrap(),
        rate: Rate::from_basis_points(3_000),
        proof: "Avis d’imposition".to_owned(),
        months: 12,
        on_plans: true,
        on_passes: true,
        on_bookings: false,
        active: true,
    };
    world.write(move |tx, system| offers::keep_reduced_tariff(tx, system, None, &terms).unwrap())
}

fn ask(
    world: &World,
    person: PersonId,
    new: NewReduction,
) -> Result<Id<Reduction>, Failure<ReductionRefused>> {
    let actor = world.actor(person, &[Role::Member]);
    world.act(&actor, move |tx, actor| offers::ask_reduction(tx, actor, &new))
}

fn new(tariff: Id<ReducedTariff>) -> NewReduction {
    NewReduction {
        tariff,
        for_organisation: false,
        words: "Demandeuse d’emploi".to_owned(),
        file: None,
    }
}

fn grant(
    world: &World,
    id: Id<Reduction>,
    (from, until): (&str, &str),
) -> Result<(), Failure<ReductionRefused>> {
    let days = Days::new(day(from), day(until)).unwrap();
    let system = world.system();
    world.act(&system, move |tx, actor| {
        offers::grant_reduction(tx, actor, id, days, "")
    })
}

fn charge(world: &World, of: &str) {
    let month = day(of).month_of();
    world.write(move |tx, system| offers::charge_plans(tx, system, month).unwrap());
}

fn sorted(world: &World, person: PersonId) -> Vec<i64> {
    let mut charges = world.charges(person);
    charges.sort_unstable();
    charges
}

#[test]
fn from_the_day_it_is_granted_the_price_is_reduced_and_the_invoice_says_so() {
    both_engines(|db| {
        let world = World::on(&db);
        let tariff = tariff(&world);
        let camille = world.member("Camille");
        world.subscribe(camille, "2026-06-01");
        charge(&world, "2026-07-01");
        assert_eq!(sorted(&world, camille), [25_000, 25_000]);
        let asked = ask(&world, camille, new(tariff)).unwrap();
        grant(&world, asked, ("2026-06-16", "2026-12-31")).unwrap();
        assert_eq!(
            sorted(&world, camille),
            [17_500, 21_250],
            "15 whole days and 15 at 70 % of June, July at 70 %"
        );
        let details = world.write(move |tx, system| {
            let open = billing::open_charges_of(tx, system.place, camille).unwrap();
            open.into_iter().map(|charge| charge.detail).collect::<Vec<_>>()
        });
        assert!(
            details
                .iter()
                .any(|detail| detail.contains("70\u{202f}% (Tarif solidaire)")),
            "{details:?}"
        );
        let sale = world.sell(camille, "2026-06-20");
        assert_eq!(sale.price, euros(105));
        let full = world.sell(camille, "2026-06-15");
        assert_eq!(full.price, euros(150), "the day before");
        let system = world.system();
        let end = move |tx: &mut platform::database::Tx<'_>, actor: &kernel::Actor| {
            offers::end_reduction(tx, actor, asked, day("2026-06-30"))
        };
        world.act(&system, end).unwrap();
        assert!(
            sorted(&world, camille).contains(&25_000),
            "July at the whole price"
        );
        world.assert_sound();
    });
}

#[test]
fn for_an_organisation_it_is_for_all_its_people() {
    both_engines(|db| {
        let world = World::on(&db);
        let tariff = tariff(&world);
        let (alix, organisation) = world.person_paid_for();
        let camille = world.write(move |tx, system| {
            let name = people::PersonName::parse("Camille", "Lemaire").unwrap();
            let new = people::NewPerson {
                organisation: Some(organisation),
                ..people::NewPerson::named(name)
            };
            people::create_person(tx, system, new).unwrap()
        });
        let stranger = world.member("Sasha");
        for person in [camille, stranger] {
            world.subscribe(person, "2026-06-01");
        }
        let wanted = NewReduction {
            for_organisation: true,
            ..new(tariff)
        };
        let alone = ask(&world, stranger, wanted.clone());
        assert_eq!(alone, Err(Failure::Refused(ReductionRefused::NoOrganisation)));
        let asked = ask(&world, alix, wanted).unwrap();
        grant(&world, asked, ("2026-06-01", "2026-06-30")).unwrap();
        charge(&world, "2026-06-01");
        assert_eq!(sorted(&world, camille), [17_500]);
        assert_eq!(sorted(&world, stranger), [25_000]);
        world.assert_sound();
    });
}

#[test]
fn what_cannot_be_asked_for_and_who_may_not_answer_is_refused() {
    both_engines(|db| {
        let world = World::on(&db);
        let tariff = tariff(&world);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        let refused = |change: &dyn Fn(&mut NewReduction)| {
            let mut wanted = new(tariff);
            change(&mut wanted);
            ask(&world, camille, wanted)
        };
        let no_proof = refused(&|wanted| wanted.words = "  ".to_owned());
        assert_eq!(no_proof, Err(Failure::Refused(ReductionRefused::NoProof)));
        let page = refused(&|wanted| wanted.file = Some(("avis.pdf".to_owned(), b"<script>".to_vec())));
        assert_eq!(page, Err(Failure::Refused(ReductionRefused::FileKind)));
        let asked = ask(&world, camille, new(tariff)).unwrap();
        let twice = ask(&world, camille, new(tariff));
        assert_eq!(twice, Err(Failure::Refused(ReductionRefused::AskedAlready)));
        let hers = world.actor(sasha, &[Role::Member]);
        let withdrawn = world.act(&hers, move |tx, actor| {
            offers::withdraw_reduction(tx, actor, asked)
        });
        assert_eq!(withdrawn, Err(Failure::Fault(Fault::NotFound)));
        let granted = world.act(&hers, move |tx, actor| {
            offers::grant_reduction(tx, actor, asked, Days::one(today()), "")
        });
        assert_eq!(granted, Err(Failure::Fault(Fault::Forbidden)));
        let system = world.system();
        let silent = world.act(&system, move |tx, actor| {
            offers::refuse_reduction(tx, actor, asked, " ")
        });
        assert_eq!(silent, Err(Failure::Refused(ReductionRefused::NoReason)));
        world
            .act(&system, move |tx, actor| {
                offers::refuse_reduction(tx, actor, asked, "Justificatif périmé")
            })
            .unwrap();
        let late = grant(&world, asked, ("2026-06-01", "2026-06-30"));
        assert_eq!(late, Err(Failure::Refused(ReductionRefused::Answered)));
    });
}
