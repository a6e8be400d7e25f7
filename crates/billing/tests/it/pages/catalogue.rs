//! What is sold, at which price and rate, by whom.

use super::{Office, leads_to};
use billing::{PriceFor, Unit};
use kernel::Audience;

#[test]
fn a_product_is_made_priced_and_changed() {
    let office = Office::new();
    let mut visitor = office.director();
    let form = visitor
        .page("/office/billing/products/new")
        .form("form.stack")
        .with("name", "Hall")
        .with("code", "hall");
    let answer = visitor.post(&form);
    let path = answer.location.clone();
    assert!(path.starts_with("/office/billing/products/"), "{}", answer.html());
    let again = visitor
        .page("/office/billing/products/new")
        .form("form.stack")
        .with("name", "Autre")
        .with("code", "HALL");
    let page = visitor.refused(&again);
    assert!(
        page.field_error("code")
            .unwrap()
            .starts_with("Un autre produit porte déjà ce code.")
    );
    let form = visitor.page(&path).form("form[action$=\"/prices\"]");
    let form = form
        .with("amount", "45,50")
        .with("unit", "hour")
        .with("audience", "nomad")
        .with("from", "2026-07-01");
    leads_to(&visitor.post(&form), &path);
    let page = visitor.page(&path);
    assert!(
        page.says("45,50 €") && page.says("à venir") && page.says("nomades"),
        "{page}"
    );
    let product = office
        .house
        .read(billing::products)
        .into_iter()
        .find(|product| product.code == "HALL")
        .unwrap();
    let prices = office
        .house
        .read(move |tx, place| billing::prices_of(tx, place, product.id));
    assert_eq!(
        (prices[0].audience, prices[0].unit),
        (PriceFor(Some(Audience::Nomad)), Unit::Hour)
    );
    let mut form = page
        .form(&format!("form[action=\"{path}\"]"))
        .with("name", "Grand hall");
    form.fields.retain(|(name, _)| name != "active");
    leads_to(&visitor.post(&form), &path);
    let page = visitor.page("/office/billing/products");
    assert!(
        page.says("Grand hall") && page.says("retiré de la vente"),
        "{page}"
    );
}

#[test]
fn the_prices_of_today_stand_in_rows_by_unit_and_columns_by_audience() {
    let office = Office::new();
    let mut visitor = office.director();
    let new = visitor.page("/office/billing/products/new").form("form.stack");
    let path = visitor
        .post(&new.with("name", "Hall").with("code", "hall"))
        .location;
    let dated = [
        ("hour", "nomad", "15", "2026-01-01"),
        ("hour", "", "20", "2026-01-01"),
        ("hour", "", "22", "2026-02-01"),
        ("hour", "", "99", "2027-01-01"),
        ("day", "", "90", "2026-01-01"),
    ];
    for (unit, audience, amount, from) in dated {
        let form = visitor.page(&path).form("form[action$=\"/prices\"]");
        let form = form.with("unit", unit).with("audience", audience);
        leads_to(
            &visitor.post(&form.with("amount", amount).with("from", from)),
            &path,
        );
    }
    let page = visitor.page(&path);
    let matrix = "section > .table-frame";
    assert_eq!(
        page.all(&format!("{matrix} thead th.num")),
        ["tout le monde", "nomades"]
    );
    assert_eq!(page.all(&format!("{matrix} tbody th")), ["heure", "journée"]);
    assert_eq!(
        page.all(&format!("{matrix} td")),
        ["22,00 €", "15,00 €", "90,00 €", "–"]
    );
    assert_eq!(page.count("details tbody tr"), dated.len());
}

#[test]
fn a_vat_rate_is_set_from_a_day_on() {
    let office = Office::new();
    let mut visitor = office.director();
    let form = visitor
        .page("/office/billing/vat")
        .form("form[action=\"/office/billing/vat\"]");
    let wrong = form.clone().with("category", "exempt").with("rate", "0");
    assert!(visitor.refused(&wrong).field_error("rate").is_some());
    let right = form
        .with("category", "reduced")
        .with("rate", "6")
        .with("from", "2027-01-01");
    leads_to(&visitor.post(&right), "/office/billing/vat");
    assert!(visitor.page("/office/billing/vat").says("1er janvier 2027"));
}

#[test]
fn the_seller_is_checked_field_by_field() {
    let office = Office::new();
    let mut visitor = office.director();
    let form = visitor.page("/office/billing/seller").form("form.stack");
    let wrong = form
        .clone()
        .with("siren", "123456789")
        .with("iban", "FR7612345")
        .with("vat_number", "FR00")
        .with("legal_name", "");
    let page = visitor.refused(&wrong);
    let fields: Vec<String> = page.field_errors().into_keys().collect();
    assert_eq!(fields, ["iban", "legal_name", "siren", "vat_number"]);
    leads_to(
        &visitor.post(&form.with("street", "2 rue Neuve")),
        "/office/billing/seller",
    );
    let page = visitor.page("/office/billing/seller");
    assert_eq!(
        page.attribute("input[name=street]", "value").as_deref(),
        Some("2 rue Neuve")
    );
}
