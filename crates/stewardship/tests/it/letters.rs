//! What leaves the house, in both languages.

use crate::deliveries::arrives;
use crate::world::World;
use harness::FreshDatabase;
use kernel::{Actor, Locale, PersonId};
use platform::database::Engine;
use platform::mail::OutboxMail;

pub(crate) fn speaks(world: &World, who: PersonId, locale: Locale) {
    let place = world.place;
    world.act(move |tx, _| {
        let known = people::person(tx, place, who).unwrap().unwrap();
        let known = people::NewPerson {
            language: Some(locale),
            ..known.into()
        };
        people::update_person(tx, &Actor::system(place), who, known).unwrap();
    });
}

pub(crate) fn golden(name: &str, mail: &OutboxMail) {
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, format!("{}\n\n{}", mail.subject, mail.text_body));
    });
}

/// Runs with a reader of each language.
pub(crate) fn in_both(body: impl Fn(&World, &str)) {
    for (locale, code) in [(Locale::Fr, "fr"), (Locale::En, "en")] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        speaks(&world, world.lucie, locale);
        body(&world, code);
    }
}

#[test]
fn letters_about_the_post_read_well_in_both_languages() {
    in_both(|world, code| {
        arrives(&mut world.desk(), "luc", "parcel", "La Poste");
        golden(&format!("arrived_{code}"), &world.outbox_after(1)[0]);
        world.days_pass(7);
        world.run("stewardship.reminders");
        golden(&format!("waiting_{code}"), &world.outbox_after(0)[0]);
    });
}
