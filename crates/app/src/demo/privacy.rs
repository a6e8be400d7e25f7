//! Two records of one person made at the counter on different days, and what somebody asked about their data.

use super::known::Known;
use super::story::Story;
use kernel::{Email, Role};
use people::{NewPerson, PersonName};
use platform::database::Database;
use platform::{Failure, Fault};
use privacy::RequestKind;

/// How many days before the end of the year lived the request came in.
const ASKED_BEFORE: i64 = 9;

/// Tells it, at the end of the year.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let today = story.year.zone.day_of(story.year.end());
    let asked_on = today.plus_days(-ASKED_BEFORE);
    db.write_blocking(move |tx| {
        let mut twice = Vec::new();
        for (given, family, email) in [
            ("Aurélie", "Kervadec", "aurelie.kervadec@example.org"),
            ("Aurelie", "Kervadek", "a.kervadec@boite.example.org"),
        ] {
            let name = PersonName::parse(given, family).map_err(Fault::internal)?;
            let email = Email::parse(email).map_err(Fault::internal)?;
            let new = NewPerson {
                email: Some(email),
                ..NewPerson::named(name)
            };
            let made = people::create_person(tx, &director, new).map_err(Failure::unexpected)?;
            twice.push(made);
        }
        if let Some(person) = twice.first() {
            let note = "Par téléphone : son adresse est l’ancienne.";
            let asked = (RequestKind::Rectification, asked_on);
            privacy::record_request(tx, &director, *person, asked, note).map_err(Failure::unexpected)?;
        }
        Ok(())
    })
}
