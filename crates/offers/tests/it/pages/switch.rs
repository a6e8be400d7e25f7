//! The office changes the plan of a person.

use crate::house::House;
use crate::world::{day, euros, net, plan_terms};
use billing::{BeforeBilling, Seller};
use kernel::{Email, Iban, Month, Rate, Role, Siren, VatNumber};

fn seller() -> Seller {
    Seller {
        legal_name: "Coopérative d’Essai".to_owned(),
        legal_form: "SCIC SARL à capital variable".to_owned(),
        capital: euros(29_940),
        siren: Siren::parse("000000026").unwrap(),
        vat_number: Some(VatNumber::of_siren(&Siren::parse("000000026").unwrap())),
        rcs: "Toulouse".to_owned(),
        street: "1 rue du Modèle".to_owned(),
        postal_code: "31000".to_owned(),
        city: "Toulouse".to_owned(),
        country: "FR".to_owned(),
        email: Email::parse("bonjour@example.org").unwrap(),
        phone: None,
        iban: Some(Iban::parse("FR1420041010050500013M02606").unwrap()),
        bic: None,
        payment_days: 30,
        penalty_rate: Rate::from_basis_points(1_215),
        indemnity: euros(40),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: String::new(),
    }
}

/// Issues June as it stands.
fn invoice_june(house: &House) {
    house.write(|tx, system| billing::set_seller(tx, system, &seller(), day("2024-01-01")).unwrap());
    let hooks = BeforeBilling::new(offers::capability().before_billing);
    let june = Month::parse("2026-06").unwrap();
    let report = billing::issue_run_blocking(&house.db, None, &house.system(), june, &hooks).unwrap();
    assert_eq!(report.done, 1);
}

#[test]
fn a_plan_is_changed_after_its_amounts_were_seen_and_what_was_invoiced_comes_back() {
    let house = House::new();
    let nomad = house
        .write(|tx, system| offers::create_plan(tx, system, plan_terms("Nomade"), net(euros(120))).unwrap());
    let camille = house.member("Camille");
    let contract = house.subscribe(camille, "2026-06-01");
    invoice_june(&house);
    assert_eq!(house.charges(camille), Vec::<i64>::new());
    let mut office = house.team(Role::ManagingDirector);
    let home = format!("/office/people/{camille}/passes");
    let way = format!("{home}/contracts/{contract}/change");
    let page = office.page(&home);
    assert!(page.exists(&format!("a[href=\"{way}\"]")), "{page}");
    let page = office.page(&way);
    assert_eq!(page.count("input[type=radio]"), 1, "only the other plan: {page}");
    let early = office.get(&format!("{way}?plan={nomad}&from=2026-05-31"));
    assert_eq!(early.status.as_u16(), 422);
    assert!(early.html().field_error("from").is_some(), "{early}");
    let page = office.page(&format!("{way}?plan={nomad}&from=2026-06-11"));
    assert_eq!(page.all("main h3"), ["juin 2026", "juillet 2026"]);
    for told in [
        "-250,00 € HT",
        "Résident, 10/30 des jours",
        "83,33 € HT",
        "80,00 € HT",
        "-86,67 € HT",
        "120,00 € HT",
    ] {
        assert!(page.says(told), "{told}: {page}");
    }
    let form = page.form("form[method=post][action$=\"/change\"]");
    let late = office.refused(&form.clone().bent("from", "2026-05-31"));
    assert!(late.field_error("from").is_some(), "{late}");
    let done = office.post(&form);
    assert_eq!(done.location, home);
    assert_eq!(office.post(&form).location, home, "sent twice, it happens once");
    let page = office.page(&home);
    assert!(
        page.says("120,00 € HT par mois · depuis le 11 juin 2026"),
        "{page}"
    );
    assert!(
        page.says("Forfait Résident remplacé par Nomade à partir du 11 juin 2026"),
        "{page}"
    );
    let july = Month::parse("2026-07").unwrap();
    house.write(move |tx, system| offers::charge_plans(tx, system, july).unwrap());
    let mut charges = house.charges(camille);
    charges.sort_unstable();
    assert_eq!(charges, [-25_000, 8_000, 8_333, 12_000]);
    house.assert_sound();
}
