//! What is too old goes by the rules of the place, and the record says how.

use super::Privacy;
use harness::on_both_engines;
use kernel::{Actor, Day, PersonId, PlaceId, Role};
use people::{NewPerson, PersonName};
use platform::database::Tx;
use platform::jobs;
use platform::mail::{self, Mail};

#[test]
fn t78_a_rule_is_set_within_its_bounds_applied_by_night_and_shown() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector]);
        house.write(|tx, place| {
            for number in 0..3 {
                let mail = Mail {
                    place,
                    person: None,
                    to: kernel::Email::parse("quelquun@example.org").unwrap(),
                    name: String::new(),
                    subject: format!("Rappel {number}"),
                    text: "Bonjour".to_owned(),
                    html: String::new(),
                    attachment: None,
                    secret: false,
                };
                mail::enqueue(tx, mail).unwrap();
            }
        });
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let form = |office: &mut harness::Visitor| {
            let page = office.page("/office/retention");
            let forms = page.forms();
            let found = forms.into_iter().map(|(form, _)| form).find(|form| {
                form.fields
                    .iter()
                    .any(|(name, value)| name == "kind" && value == "shell-holding-mail")
            });
            found.unwrap()
        };
        let mail = form(&mut office);
        let wrong = office.refused(&mail.with("months", "48"));
        assert!(wrong.says("Entre 1 et 36 mois"));
        let mail = form(&mut office);
        assert_eq!(
            office.post(&mail.with("months", "1")).location,
            "/office/retention"
        );
        mail::deliver_due(&house.db, &mail::Sender::Shown, || true).unwrap();
        let later = house.db.clock().now().plus_seconds(400 * 86_400);
        house.db.clock().set(later);
        house.write(|tx, place| {
            let system = Actor::system(place);
            jobs::enqueue(tx, &system, "privacy.retention", &serde_json::Value::Null, None).unwrap();
        });
        house.job_done();
        let after = house.write(|tx, place| mail::list(tx, place, 1_000).unwrap());
        let left: Vec<_> = after.iter().filter(|mail| mail.sent_at.is_some()).collect();
        assert!(left.is_empty(), "what left long ago is gone: {left:?}");
        let mut office = house.world.signed_in(Role::ManagingDirector);
        assert!(office.page("/office/retention").says("lignes retirées"));
    });
}

#[test]
fn the_record_of_processing_activities_is_composed_of_what_is_declared() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::Administrator]);
        let mut office = house.world.signed_in(Role::Administrator);
        let form = office
            .page("/office/processing-record")
            .form("form[action=\"/office/processing-record\"]");
        let kept = office.post(&form.with("contact", "vie-privee@example.org"));
        assert_eq!(kept.location, "/office/processing-record");
        let record = office.page("/office/processing-record");
        assert!(record.says("vie-privee@example.org"));
        for kind in app::composition::declarations().holdings() {
            let named = record.all("h3");
            assert!(!named.is_empty(), "{}", kind.name);
        }
        assert!(record.says("Code de commerce, art. L123-22"));
        assert_eq!(
            record.count("h3"),
            app::composition::declarations().holdings().count(),
            "each kind of data once"
        );
    });
}

/// So many days later, at night.
fn night(house: &Privacy, days: i64) {
    let later = house.db.clock().now().plus_seconds(days * 86_400);
    house.db.clock().set(later);
    house.write(|tx, place| {
        let system = Actor::system(place);
        jobs::enqueue(tx, &system, "privacy.retention", &serde_json::Value::Null, None).unwrap();
    });
    house.job_done();
}

fn today(tx: &mut Tx<'_>, place: PlaceId) -> Day {
    let zone = platform::place::get(tx, place).unwrap().zone;
    tx.today(&zone)
}

fn somebody(house: &Privacy, given: &'static str) -> PersonId {
    house.write(move |tx, place| {
        let new = NewPerson::named(PersonName::parse(given, "Quévrin-Long").unwrap());
        people::create_person(tx, &Actor::system(place), new).unwrap()
    })
}

/// The names of those who go next, as the office reads them.
fn announced(house: &Privacy) -> Vec<String> {
    let mut office = house.world.signed_in(Role::ManagingDirector);
    let page = office.page("/office/retention");
    page.all("section[aria-labelledby=announced] li strong")
}

#[test]
fn t78_with_whom_nothing_happens_any_more_is_announced_then_erased_unless_kept() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector]);
        let (ada, bo, cleo) = (
            somebody(&house, "Ada"),
            somebody(&house, "Bo"),
            somebody(&house, "Cléo"),
        );
        house.write(move |tx, place| {
            let day = today(tx, place);
            people::become_member(tx, &Actor::system(place), cleo, day).unwrap();
        });
        night(&house, 1_000);
        let early = announced(&house);
        assert!(
            !early.iter().any(|name| name.ends_with("Quévrin-Long")),
            "{early:?}"
        );
        // Cléo was a member until now.
        house.write(move |tx, place| {
            let day = today(tx, place);
            people::end_membership(tx, &Actor::system(place), cleo, day).unwrap();
        });
        night(&house, 70);
        let names = announced(&house);
        assert!(names.contains(&"Ada Quévrin-Long".to_owned()), "{names:?}");
        assert!(names.contains(&"Bo Quévrin-Long".to_owned()), "{names:?}");
        assert!(!names.contains(&"Cléo Quévrin-Long".to_owned()), "{names:?}");
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let keeping = format!("form[action=\"/office/retention/people/{bo}/keeping\"]");
        let form = office.page("/office/retention").form(&keeping);
        assert_eq!(office.post(&form).location, "/office/retention");
        assert_eq!(office.post_anew(&form).status, 404, "kept already");
        assert!(!announced(&house).contains(&"Bo Quévrin-Long".to_owned()));
        night(&house, 29);
        assert!(
            announced(&house).contains(&"Ada Quévrin-Long".to_owned()),
            "a month is not over"
        );
        night(&house, 2);
        let gone = house.write(move |tx, place| {
            [ada, bo, cleo].map(|person| people::is_erased(tx, place, person).unwrap())
        });
        assert_eq!(gone, [true, false, false]);
        let mut office = house.world.signed_in(Role::ManagingDirector);
        assert!(!announced(&house).contains(&"Ada Quévrin-Long".to_owned()));
        assert!(
            office
                .page(&format!("/office/people/{ada}"))
                .says("Personne effacée")
        );
        assert!(office.page(&format!("/office/people/{bo}")).says("Quévrin-Long"));
    });
}
