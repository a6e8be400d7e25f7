//! Organisations that have their address here.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;
use kernel::Day;
use platform::Failure;
use stewardship::{DomiciliationRefused, NewDomiciliation};

#[test]
fn t16_the_desk_sees_who_is_domiciled_from_the_first_day_to_the_last() {
    both_engines(|db| {
        let world = World::new(db);
        let mut director = world.director();
        let form = director
            .page("/office/domiciliations")
            .form("form[action=\"/office/domiciliations\"]");
        let refused = director.refused(&form.clone().bent("organisation", ""));
        assert!(refused.field_error("organisation").is_some());
        let company = world.novaquai.to_string();
        let form = form.with("organisation", &company);
        let reversed = director.refused(&form.clone().with("until", "2020-01-01"));
        assert!(reversed.field_error("until").is_some());
        assert_eq!(director.post(&form).location, "/office/domiciliations");
        let again = director
            .page("/office/domiciliations")
            .form("form[action=\"/office/domiciliations\"]")
            .with("organisation", &company);
        assert!(director.refused(&again).field_error("organisation").is_some());
        let mut desk = world.desk();
        assert!(desk.page("/front-desk/deliveries?q=novaq").says("domiciliée ici"));
        let end = director
            .page("/office/domiciliations")
            .form("form[action$=\"/end\"]");
        assert_eq!(director.post(&end).location, "/office/domiciliations");
        assert!(
            desk.page("/front-desk/deliveries?q=novaq").says("domiciliée ici"),
            "the last day counts"
        );
        world.days_pass(1);
        assert!(!desk.page("/front-desk/deliveries?q=novaq").says("domiciliée ici"));
        let href = format!("/front-desk/deliveries/new?organisation={company}");
        assert!(desk.page(&href).says("pas domiciliée ici"));
        let page = director.page("/office/domiciliations");
        assert!(page.says("Domiciliations terminées") && !page.exists("form[action$=\"/end\"]"));
        director.post_anew(&end);
        assert_eq!(desk.get("/office/domiciliations").status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn two_domiciliations_of_one_organisation_never_share_a_day() {
    both_engines(|db| {
        let world = World::new(db);
        let company = world.novaquai;
        let domicile = |from: &str, until: Option<&str>| {
            let new = NewDomiciliation {
                organisation: company,
                from: Day::parse(from).unwrap(),
                until: until.map(|until| Day::parse(until).unwrap()),
                note: String::new(),
            };
            world.act(move |tx, actor| stewardship::domicile(tx, actor, new.clone()))
        };
        assert!(domicile("2026-01-01", Some("2026-03-31")).is_ok());
        assert!(domicile("2026-04-01", Some("2026-04-30")).is_ok());
        let overlaps = Err(Failure::Refused(DomiciliationRefused::Overlaps));
        for (from, until) in [
            ("2025-12-01", None),
            ("2026-03-31", Some("2026-04-02")),
            ("2026-04-30", None),
        ] {
            assert_eq!(domicile(from, until), overlaps, "{from} {until:?}");
        }
        assert!(domicile("2026-05-01", None).is_ok());
        let unknown = world.act(|tx, actor| {
            let new = NewDomiciliation {
                organisation: kernel::Id::from_i64(9),
                from: Day::parse("2026-01-01").unwrap(),
                until: None,
                note: String::new(),
            };
            stewardship::domicile(tx, actor, new)
        });
        assert_eq!(
            unknown,
            Err(Failure::Refused(DomiciliationRefused::NoOrganisation))
        );
    });
}
