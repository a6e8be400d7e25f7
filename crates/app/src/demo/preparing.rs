//! How the rooms are laid out, what is had with them, and what is asked for with the next bookings.

use super::known::Known;
use super::rooms::room;
use super::story::Story;
use billing::{Basis, Family, NewProduct, Product, VatCategory};
use kernel::{Actor, Id, Money, Name, Period};
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::store::lists;
use spaces::{
    BookingState, Buffers, ExtraAsked, ExtraFacts, ExtraUnit, LayoutFacts, Preparation, ResourceId,
};
use std::collections::BTreeSet;

/// A room, and each layout with its seats and the minutes to set up and to take down.
type Layouts = (&'static str, &'static [(&'static str, i64, i64, i64)]);

const LAYOUTS: &[Layouts] = &[
    ("garance", &[("Table de réunion", 8, 0, 10), ("En U", 6, 15, 10)]),
    (
        "indigo",
        &[
            ("Table de réunion", 10, 0, 10),
            ("En U", 8, 15, 15),
            ("Théâtre", 16, 20, 15),
        ],
    ),
    (
        "gaude",
        &[
            ("En U", 12, 15, 15),
            ("Îlots", 14, 20, 20),
            ("Théâtre", 24, 20, 15),
            ("Vide", 20, 15, 15),
        ],
    ),
    (
        "halle",
        &[
            ("Îlots", 48, 60, 45),
            ("Théâtre", 80, 45, 30),
            ("Vide", 80, 30, 30),
        ],
    ),
];

/// Gives rooms their layouts.
pub(super) fn lay_out(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    for (key, layouts) in LAYOUTS {
        let resource = room(story, known, key)?;
        for (name, capacity, before, after) in *layouts {
            let facts = LayoutFacts {
                name: Name::parse(name).map_err(Fault::internal)?,
                capacity: *capacity,
                buffers: Buffers {
                    before: *before,
                    after: *after,
                },
            };
            spaces::add_layout(tx, &actor, resource, facts).map_err(Failure::unexpected)?;
        }
    }
    Ok(())
}

/// What is had with rooms: its name, how it is counted, its price in cents, whether it is eaten or drunk, with which rooms, how many
/// hours before, and what the desk does.
type OfferedExtra = (
    &'static str,
    ExtraUnit,
    i64,
    bool,
    &'static [&'static str],
    i64,
    &'static str,
);

const EXTRAS: &[OfferedExtra] = &[
    (
        "Café d’accueil",
        ExtraUnit::Person,
        350,
        true,
        &[],
        2,
        "Thermos de café et d’eau chaude, tasses, un jus pour quatre personnes.",
    ),
    (
        "Déjeuner de la Halle",
        ExtraUnit::Person,
        1_690,
        true,
        &["gaude", "halle", "indigo"],
        48,
        "Commander chez le traiteur la veille avant midi ; table dressée à 12 h 30.",
    ),
    (
        "Second écran",
        ExtraUnit::Booking,
        1_500,
        false,
        &["garance", "indigo", "gaude"],
        0,
        "Écran sur roulettes, réserve du 1er étage ; câble HDMI et adaptateur USB-C.",
    ),
    (
        "Ouverture après 19 h",
        ExtraUnit::Hour,
        2_800,
        false,
        &["halle"],
        24,
        "Prévenir qui ferme ; alarme à retarder.",
    ),
];

fn product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (code, name, vat): (&str, &str, VatCategory),
) -> Result<Id<Product>, Fault> {
    let new = NewProduct {
        code: code.to_owned(),
        name: name.to_owned(),
        family: Family::Other,
        vat_category: vat,
        basis: Basis::Net,
        account_code: "706800".to_owned(),
    };
    billing::create_product(tx, actor, new).map_err(Failure::unexpected)
}

/// Says what is had with rooms, and what it costs.
pub(super) fn offer_extras(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    let served = (
        "ACCUEIL",
        "Restauration servie sur place",
        VatCategory::Intermediate,
    );
    let served = product(tx, &actor, served)?;
    let services = ("SERVICES", "Services des salles", VatCategory::Standard);
    let services = product(tx, &actor, services)?;
    for (name, unit, cents, eaten, with, notice, preparation) in EXTRAS {
        let rooms: Result<BTreeSet<ResourceId>, Fault> =
            with.iter().map(|key| room(story, known, key)).collect();
        let facts = ExtraFacts {
            name: Name::parse(name).map_err(Fault::internal)?,
            unit: *unit,
            price: Money::from_cents(*cents),
            product: if *eaten { served } else { services },
            spaces: rooms?,
            notice_hours: *notice,
            preparation: (*preparation).to_owned(),
        };
        spaces::create_extra(tx, &actor, facts).map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// The bookings of the next two days ask for layouts and for coffee, as far as the time around them suffices.
pub(super) fn ask_for_them(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    let now = tx.now();
    let soon = Period::new(now, now.plus_minutes(2 * 1_440)).map_err(Fault::internal)?;
    let coffee = spaces::store::extras::all(tx, known.place)?
        .into_iter()
        .find(|extra| extra.facts.spaces.is_empty());
    for (key, _) in LAYOUTS {
        let resource = room(story, known, key)?;
        let layouts = spaces::store::layouts::of(tx, known.place, resource)?;
        let booked = lists::touching(tx, known.place, Some(resource), soon)?.into_iter();
        let open = booked.filter(|one| {
            one.state == BookingState::Confirmed && one.person.is_some() && one.is_open_at(now)
        });
        for (number, booking) in open.enumerate() {
            let count = booking.attendance.unwrap_or(6).clamp(2, 40);
            let wanted = Preparation {
                layout: layouts.get(number % layouts.len().max(1)).map(|one| one.id),
                extras: coffee
                    .iter()
                    .filter(|_| number % 2 == 0)
                    .map(|extra| ExtraAsked {
                        extra: extra.id,
                        count,
                    })
                    .collect(),
                note: String::new(),
            };
            match spaces::prepare(tx, &actor, booking.id, &wanted) {
                Ok(_) | Err(Failure::Refused(_)) => {}
                Err(Failure::Fault(fault)) => return Err(fault),
            }
        }
    }
    Ok(())
}
