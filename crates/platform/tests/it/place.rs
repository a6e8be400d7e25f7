use crate::world::{named_place, place};
use harness::both_engines;
use kernel::{Locale, PlaceId, Zone};
use platform::database::Database;
use platform::failure::{Failure, Fault};
use platform::place::{self, Place, PlaceRefused};

fn by_host(db: &Database, host: &'static str) -> Option<Place> {
    db.read_blocking(move |tx| place::find_by_host(tx, host)).unwrap()
}

#[test]
fn a_place_is_found_by_its_host_and_the_only_one_without_a_host_by_any() {
    both_engines(|db| {
        assert_eq!(by_host(&db, "tribu.example.org"), None);
        let first = named_place(&db, "La Fabrique", None);
        assert_eq!(by_host(&db, "tribu.example.org"), Some(first.clone()));
        let second = named_place(&db, "Le Moulin", Some("moulin.example.org"));
        assert_eq!(by_host(&db, "MOULIN.example.org"), Some(second.clone()));
        assert_eq!(by_host(&db, "tribu.example.org"), Some(first.clone()));
        let third = named_place(&db, "La Grange", None);
        assert_eq!(by_host(&db, "tribu.example.org"), None, "two claim no host");
        let everyone = db.read_blocking(place::all).unwrap();
        assert_eq!(everyone, [first, second, third]);
    });
}

#[test]
fn two_places_cannot_be_reached_under_one_host() {
    both_engines(|db| {
        named_place(&db, "Le Moulin", Some("moulin.example.org"));
        let mut other = named_place(&db, "La Grange", None);
        other.host = Some("moulin.example.org".to_owned());
        let refused = db.write_blocking(move |tx| place::update(tx, &other));
        assert_eq!(refused, Err(Failure::Refused(PlaceRefused::HostTaken)));
    });
}

#[test]
fn a_change_of_a_place_is_kept_and_an_empty_name_refused() {
    both_engines(|db| {
        let mut changed = place(&db);
        changed.name = "La Fabrique du Port".to_owned();
        changed.zone = Zone::parse("America/Guadeloupe").unwrap();
        changed.language = Locale::En;
        let wanted = changed.clone();
        db.write_blocking(move |tx| place::update(tx, &wanted)).unwrap();
        let id = changed.id;
        assert_eq!(
            db.read_blocking(move |tx| place::get(tx, id)),
            Ok(changed.clone())
        );
        changed.name = "  ".to_owned();
        let refused = db.write_blocking(move |tx| place::update(tx, &changed));
        assert_eq!(refused, Err(Failure::Refused(PlaceRefused::NameMissing)));
        let nobody = PlaceId::from_i64(1);
        assert_eq!(
            db.read_blocking(move |tx| place::get(tx, nobody)),
            Err(Fault::NotFound)
        );
    });
}

#[test]
fn a_setting_belongs_to_its_place_and_the_last_value_counts() {
    both_engines(|db| {
        let (here, there) = (place(&db).id, place(&db).id);
        for value in ["7", "14"] {
            db.write_blocking(move |tx| place::set_setting(tx, here, "notice_days", value))
                .unwrap();
        }
        let read = db.read_blocking(move |tx| {
            let here = place::setting(tx, here, "notice_days")?;
            Ok::<_, Fault>((here, place::setting(tx, there, "notice_days")?))
        });
        assert_eq!(read, Ok((Some("14".to_owned()), None)));
    });
}

#[test]
fn the_installation_itself_has_settings_without_being_a_place() {
    both_engines(|db| {
        let installation = PlaceId::from_i64(0);
        db.write_blocking(move |tx| place::set_setting(tx, installation, "key", "value"))
            .unwrap();
        assert_eq!(db.read_blocking(place::all), Ok(vec![]));
        let read = db.read_blocking(move |tx| place::setting(tx, installation, "key"));
        assert_eq!(read, Ok(Some("value".to_owned())));
    });
}
