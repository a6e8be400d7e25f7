//! What people outside see and do: drawn pictures of the rooms, how one gets in, and somebody who books without an account.

use super::known::Known;
use super::story::Story;
use guests::Asked;
use joining::TextKind;
use kernel::{Actor, Email, Instant, Locale, Name, Period, Phone};
use people::{PersonName, Token};
use platform::database::Tx;
use platform::photos::{Prepared, Size};
use platform::{Failure, Fault};
use spaces::{Holder, NewBooking, ResourceId, ResourceNotes};

macro_rules! picture {
    ($key:literal, $shows:literal) => {
        (
            $key,
            $shows,
            [
                include_bytes!(concat!("photos/", $key, "-480.jpg")),
                include_bytes!(concat!("photos/", $key, "-960.jpg")),
            ],
        )
    };
}

/// A room, what its picture shows, and the picture in two widths: drawn for this demonstration.
const PICTURES: [(&str, &str, [&[u8]; 2]); 10] = [
    picture!(
        "metier",
        "Trois postes devant de hautes fenêtres, fauteuils verts, lampes suspendues"
    ),
    picture!(
        "navette",
        "Trois postes face aux fenêtres, fauteuils orange, une plante au bout"
    ),
    picture!(
        "combles",
        "Trois postes au calme, fauteuils bleus, lumière du jour"
    ),
    picture!(
        "cachou",
        "Une petite table, un fauteuil et un écran devant une large fenêtre"
    ),
    picture!(
        "pastel",
        "Une table pour quatre devant deux fenêtres, sièges bleu pastel"
    ),
    picture!(
        "garance",
        "Une longue table pour huit, sièges rouges, vue sur le jardin"
    ),
    picture!(
        "indigo",
        "Une longue table pour huit, sièges indigo, trois lampes"
    ),
    picture!(
        "gaude",
        "Une longue table pour huit, sièges jaunes, grande lumière"
    ),
    picture!(
        "halle",
        "Deux rangs de chaises rouges devant cinq hautes fenêtres en arc"
    ),
    picture!(
        "jardin",
        "Deux tables de bois dans l’herbe, parmi les fleurs des plantes à teinture"
    ),
];

/// Hangs the pictures up, and says how one gets into the hall.
pub(super) fn show_rooms(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    for (key, shows, files) in PICTURES {
        let sizes = [(480, 320), (960, 640)]
            .into_iter()
            .zip(files)
            .map(|((width, height), content)| Size {
                width,
                height,
                content: content.to_vec(),
            });
        let prepared = Prepared {
            sizes: sizes.collect(),
        };
        let room = room(story, known, key)?;
        spaces::add_photo(tx, &actor, room, shows, &prepared).map_err(Failure::unexpected)?;
    }
    let notes = ResourceNotes {
        access: "Entrée de plain-pied par la cour, porte de 1,40 m.\nTram à 200 m, quatre places de stationnement dont une large."
            .to_owned(),
        instructions: "Le tableau électrique est à gauche du bar\u{a0}; les chaises se rangent sous la scène.".to_owned(),
    };
    let halle = room(story, known, "halle")?;
    spaces::keep_notes(tx, &actor, halle, notes).map_err(Failure::unexpected)
}

/// Somebody from the town books a room without an account, and proves their address.
pub(super) fn come_from_outside(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let visitor = Actor::visitor(known.place);
    let texts = joining::texts_in_force(tx, known.place)?;
    let of = |kind| texts.iter().find(|text| text.kind == kind).map(|text| text.id);
    let asked = Asked {
        name: PersonName::parse("Solène", "Guibert").map_err(Fault::internal)?,
        email: Some(Email::parse("solene.guibert@example.org").map_err(Fault::internal)?),
        phone: Some(Phone::parse("06 39 98 12 40").map_err(Fault::internal)?),
        language: Locale::Fr,
        organisation: Some((Name::parse("Chorale du Faubourg").map_err(Fault::internal)?, None)),
        rules: of(TextKind::HouseRules),
        privacy: of(TextKind::PrivacyNotice),
    };
    let (zone, resource) = (&story.year.zone, room(story, known, "gaude")?);
    let first = zone.day_of(tx.now()).plus_days(9);
    for day in (0..5).map(|more| first.plus_days(more)) {
        let starts: Instant = zone.day_bounds(day).start().plus_minutes(10 * 60);
        let period = Period::new(starts, starts.plus_minutes(120)).map_err(Fault::internal)?;
        let holder = Name::parse(&asked.name.full()).map_err(Fault::internal)?;
        let new = NewBooking {
            title: "Répétition de pupitre".to_owned(),
            attendance: Some(9),
            ..NewBooking::plain(resource, period, Holder::Caller(holder))
        };
        let secret = Token::from_bytes([9; 32]).hash();
        match guests::ask(tx, &visitor, &new, &asked, &secret) {
            Ok(_) => {
                guests::confirm(tx, &visitor, &secret, None).map_err(|_| Fault::internal("not confirmed"))?;
                return Ok(());
            }
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}

fn room(story: &Story, known: &Known, key: &str) -> Result<ResourceId, Fault> {
    super::rooms::room(story, known, key)
}
