//! What the town hall and an association have under agreements, a pass that a team shares, and reduced tariffs asked for.

use super::known::Known;
use super::story::Story;
use billing::{Basis, VatCategory};
use kernel::{Actor, Day, Days, Id, Money, Month, Name, OrganisationId, Rate, Role};
use offers::{
    AgreementTerms, NewReduction, OfferPrice, PassTerms, QuotaSpan, ReducedTariff, TariffTerms, UnitCosts,
};
use platform::database::{Database, Tx};
use platform::{Failure, Fault};

/// Minutes that the town hall has each quarter, and the association each month.
const TOWN_HALL_MINUTES: i64 = 40 * 60;
const ASSOCIATION_MINUTES: i64 = 12 * 60;

/// Makes agreements, a shared pass and a reduced tariff; two members ask for it, and one of them is answered.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let zone = story.year.zone.clone();
    let members = members(story, known)?;
    db.write_blocking(move |tx| {
        let today = tx.today(&zone);
        agreements(tx, &director, today)?;
        shared_pass(tx, &director, today)?;
        let tariff = tariff(tx, &director)?;
        let mut asking = members.iter();
        if let Some(member) = asking.next() {
            let asked = ask(tx, member, tariff, "Étudiante en dernière année, sans revenus.")?;
            let days = Days::spanning(today, today.plus_months(12).previous());
            offers::grant_reduction(tx, &director, asked, days, "Bonne année à vous\u{a0}!")
                .map_err(Failure::unexpected)?;
        }
        if let Some(member) = asking.next() {
            ask(
                tx,
                member,
                tariff,
                "Je reprends une activité après un an de chômage.",
            )?;
        }
        Ok(())
    })
}

/// Members who come on passes and have an account.
fn members(story: &Story, known: &Known) -> Result<Vec<Actor>, Fault> {
    let nomads = known
        .accounts
        .keys()
        .filter(|who| !known.contracts.contains_key(who));
    nomads.rev().take(2).map(|who| known.actor(story, *who)).collect()
}

fn agreements(tx: &mut Tx<'_>, director: &Actor, today: Day) -> Result<(), Fault> {
    let table = [
        (
            "Mairie de Saint-Avel",
            "Convention de la mairie",
            (TOWN_HALL_MINUTES, QuotaSpan::Quarter, 0),
            "Délibération de mars\u{a0}; en contrepartie de l’entretien du jardin.",
        ),
        (
            "Association Les Mots Passants",
            "Convention des Mots Passants",
            (ASSOCIATION_MINUTES, QuotaSpan::Month, 5_000),
            "Un atelier d’écriture ouvert à tous chaque mois.",
        ),
    ];
    let year = Month::new(today.year(), 1).map_err(Fault::internal)?;
    let days = Days::spanning(year.first(), year.plus(23).last());
    for (with, name, (minutes, span, due), note) in table {
        let named = Name::parse(with).map_err(Fault::internal)?;
        let found = people::organisation_named(tx, director.place, &named)?;
        let Some(organisation) = found.map(|found| found.id) else {
            continue;
        };
        let organisation: OrganisationId = organisation;
        let terms = AgreementTerms {
            organisation,
            name: Name::parse(name).map_err(Fault::internal)?,
            minutes,
            span,
            due: Rate::from_basis_points(due),
            days,
            kinds: ["room".to_owned(), "hall".to_owned()].into(),
            note: note.to_owned(),
        };
        offers::create_agreement(tx, director, &terms).map_err(Failure::unexpected)?;
    }
    Ok(())
}

fn shared_pass(tx: &mut Tx<'_>, director: &Actor, today: Day) -> Result<(), Fault> {
    let terms = PassTerms {
        name: Name::parse("Carnet d’équipe 60 unités").map_err(Fault::internal)?,
        units: 60,
        costs: UnitCosts::new(3, 2).map_err(Fault::internal)?,
        validity_months: Some(12),
        active: true,
    };
    let price = OfferPrice {
        amount: Money::from_cents(28_000),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from: today,
    };
    let pass = offers::create_pass_offer(tx, director, terms, price).map_err(Failure::unexpected)?;
    offers::share_pass_offer(tx, director, pass, true).map_err(Failure::unexpected)
}

fn tariff(tx: &mut Tx<'_>, director: &Actor) -> Result<Id<ReducedTariff>, Fault> {
    let terms = TariffTerms {
        name: Name::parse("Tarif solidaire").map_err(Fault::internal)?,
        rate: Rate::from_basis_points(3_000),
        proof: "Attestation de France Travail, carte d’étudiant ou avis de non-imposition.".to_owned(),
        months: 12,
        on_plans: true,
        on_passes: true,
        on_bookings: false,
        active: true,
    };
    offers::keep_reduced_tariff(tx, director, None, &terms).map_err(Failure::unexpected)
}

fn ask(
    tx: &mut Tx<'_>,
    member: &Actor,
    tariff: Id<ReducedTariff>,
    words: &str,
) -> Result<Id<offers::Reduction>, Fault> {
    let new = NewReduction {
        tariff,
        for_organisation: false,
        words: words.to_owned(),
        file: None,
    };
    offers::ask_reduction(tx, member, &new).map_err(Failure::unexpected)
}
