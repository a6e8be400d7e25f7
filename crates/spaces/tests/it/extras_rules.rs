//! What extras cost, and the office that keeps them.

use crate::house::House;
use crate::pages::new_form;
use crate::rules_page::{euros, minutes, table};
use billing::Basis;
use harness::both_engines;
use kernel::{Money, Name, Rate};
use spaces::rules::extras::amount;
use spaces::{ExtraLine, ExtraUnit, Price};

#[test]
fn the_table_of_prices_of_extras_holds() {
    let rows = table("| extra | price | how many | booked | costs |");
    assert!(rows.len() >= 6);
    for row in rows {
        let unit = match row[0].as_str() {
            "piece" => ExtraUnit::Booking,
            "person" => ExtraUnit::Person,
            _ => ExtraUnit::Hour,
        };
        let found = amount(unit, euros(&row[1]), row[2].parse().unwrap(), minutes(&row[3]));
        assert_eq!(found, euros(&row[4]), "{row:?}");
    }
}

#[test]
fn the_table_of_extras_taken_off_late_holds() {
    let agreed = ExtraLine {
        id: kernel::Id::from_i64(1),
        extra: kernel::Id::from_i64(1),
        name: Name::parse("Café").unwrap(),
        unit: ExtraUnit::Person,
        count: 12,
        unit_price: euros("3.50"),
        price: Price {
            product: Some(kernel::Id::from_i64(1)),
            amount: euros("42.00"),
            basis: Basis::Net,
            rate: Rate::from_basis_points(1_000),
            ..Price::FREE
        },
        charge: None,
        fee: None,
        fee_charge: None,
        floor: Money::ZERO,
        done_at: None,
        done_by: None,
    };
    let rows = table("| due late | becomes | costs | at least |");
    assert!(rows.len() >= 6);
    for row in rows {
        let percent: i64 = row[0].trim_end_matches(" %").parse().unwrap();
        let share = Rate::from_basis_points(percent * 100);
        let found = agreed.changed(row[1].parse().unwrap(), 120, share);
        assert_eq!(
            (found.price.amount, found.floor),
            (euros(&row[2]), euros(&row[3])),
            "{row:?}"
        );
        assert_eq!(
            found.price.rate, agreed.price.rate,
            "what stays due bears the VAT that was agreed"
        );
    }
}

#[test]
fn the_office_keeps_extras_and_a_member_sees_the_price_before_the_last_word() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let (mut office, mut member) = (house.visitor(&director), house.visitor(&camille));
        assert_eq!(member.get("/office/extras").status, 403);
        let product = house.product.to_string();
        let form = office
            .page("/office/extras/new")
            .form("main form")
            .with("name", "Café d’accueil")
            .with("price", "3,50")
            .with("unit", "person")
            .with("product", &product)
            .with("notice_hours", "24")
            .with("preparation", "Deux thermos, tasses");
        assert_eq!(office.post(&form.clone().with("price", "-1")).status, 422);
        assert_eq!(office.post(&form).status, 303);
        let page = office.page("/office/extras");
        assert!(page.says("3,50 € HT par personne"), "{page}");
        assert!(page.says("Tous les espaces"), "{page}");

        let page = member.page(&new_form(&house, "22T09:00", "22T11:00"));
        let field = page.attribute("#extras input", "name").unwrap().to_owned();
        let form = page.form("main form").with(&field, "8");
        let look = member.post(&form.clone().and("step", "preview")).html();
        assert!(
            look.says("Café d’accueil × 8") && look.says("58,00 € HT"),
            "{look}"
        );
        let silly = member.post(&form.clone().with(&field, "beaucoup").and("step", "preview"));
        assert_eq!(silly.status, 422);
        let answer = member.post(&look.form("main form").and("step", "confirm"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let booking = member.page(&answer.location);
        assert!(
            booking.says("Café d’accueil × 8") && booking.says("58,00 € HT"),
            "{booking}"
        );
        assert!(member.page("/me/bookings").says("58,00 € HT"));
        let change = format!("{}/preparation", answer.location);
        let form = member.page(&change).form("main form").with(&field, "4");
        let stale = member.post(&form.clone().bent("seen", ""));
        assert_eq!(stale.status, 422, "the price is the one that was shown");
        assert_eq!(member.post(&form).status, 303);
        assert!(member.page(&answer.location).says("44,00 € HT"));
        let list = office.page("/office/spaces/bookings?from=2026-06-22&until=2026-06-22");
        assert!(list.says("44,00 € HT"), "{list}");

        let extra = field.trim_start_matches("extra-");
        let retire = format!("/office/extras/{extra}");
        let retired = office.page(&retire).form("form[action$=retirement]");
        assert_eq!(office.post(&retired).status, 303);
        assert!(office.page("/office/extras").says("Plus proposé"));
        let page = member.page(&new_form(&house, "22T14:00", "22T15:00"));
        assert!(!page.says("Café d’accueil"), "{page}");
        assert_eq!(office.get("/office/extras/0000000000007").status, 404);
    });
}
