//! The pages through the router: what each role sees, and every act with its refusal.

use crate::world::{Answered, House, cents, day};
use axum::http::StatusCode;
use billing::{Allocation, Method, NewCharge, NewPayment, PriceFor, Unit};
use harness::{Form, Html};
use kernel::{Audience, CustomerId, PersonId, Role};
use people::Payer;

/// A house where May waits to be billed to two people, and who runs it.
struct Office {
    house: House,
    director: PersonId,
    camille: PersonId,
    customer: CustomerId,
}

impl Office {
    fn new() -> Self {
        let house = House::new();
        let director = house.person("Noa", "Vasseur");
        let camille = house.person("Camille", "Durand");
        let customer = house.customer(Payer::Person(camille));
        house.charge(house.room_for(customer, "a", "2026-05-02"));
        let ada = house.customer_named("Ada", "Test");
        house.charge(house.room_for(ada, "b", "2026-05-03"));
        Self {
            house,
            director,
            camille,
            customer,
        }
    }
}

#[track_caller]
fn leads_to(answer: &Answered, place: &str) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html());
    assert_eq!(answer.location, place);
}

#[track_caller]
fn refused(answer: &Answered) -> Html {
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        answer.html()
    );
    answer.html()
}

#[test]
fn a_month_is_prepared_reviewed_and_issued() {
    let office = Office::new();
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let months = browser.page("/office/billing");
    assert!(months.says("mai 2026") && months.says("à facturer"), "{months}");
    assert!(months.says("120,00 €"), "{months}");
    let page = browser.page("/office/billing/2026-05");
    assert!(
        !page.exists("form[action$=\"/issue\"]"),
        "a month is prepared before it is issued"
    );
    leads_to(
        &browser.post(&page.form("form[action$=\"/preparation\"]")),
        "/office/billing/2026-05",
    );
    let page = browser.page("/office/billing/2026-05");
    assert_eq!(page.all("details summary strong"), ["Ada Test", "Camille Durand"]);
    let consequence = page.text(".consequence");
    assert_eq!(
        consequence,
        "2 factures seront émises, pour 144,00 € TTC, du numéro 2026-000001 au numéro 2026-000002."
    );
    let form = page.form("form[action$=\"/issue\"]");
    let answer = browser.post(&form);
    assert!(answer.location.starts_with("/jobs/"), "{}", answer.location);
    // Sent twice, it happens once and answers the same.
    leads_to(&browser.post(&form), &answer.location);
    let page = browser.page("/office/billing/2026-05");
    assert!(page.says("émission en cours"), "{page}");
    assert!(page.exists("a[href^=\"/jobs/\"]"));
}

#[test]
fn what_changed_since_the_review_is_shown_and_nothing_is_issued() {
    let office = Office::new();
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let page = browser.page("/office/billing/2026-05");
    browser.post(&page.form("form[action$=\"/preparation\"]"));
    let form = browser
        .page("/office/billing/2026-05")
        .form("form[action$=\"/issue\"]");
    office
        .house
        .charge(office.house.room_for(office.customer, "late", "2026-05-30"));
    let page = refused(&browser.post(&form));
    assert!(page.says("Facture modifiée : Camille Durand."), "{page}");
    // The page shown again carries what is true now: its form goes through.
    let answer = browser.post(&page.form("form[action$=\"/issue\"]"));
    assert!(answer.location.starts_with("/jobs/"), "{}", answer.html());
}

#[test]
fn a_draft_is_left_out_and_taken_back_in() {
    let office = Office::new();
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let page = browser.page("/office/billing/2026-05");
    browser.post(&page.form("form[action$=\"/preparation\"]"));
    let page = browser.page("/office/billing/2026-05");
    leads_to(
        &browser.post(&page.form("form[action$=\"/exclusions\"]")),
        "/office/billing/2026-05",
    );
    let page = browser.page("/office/billing/2026-05");
    assert!(
        page.text(".consequence")
            .starts_with("1 facture de 72,00 € TTC sera émise"),
        "{page}"
    );
    leads_to(
        &browser.post(&page.form("form[action$=\"/inclusions\"]")),
        "/office/billing/2026-05",
    );
    let page = browser.page("/office/billing/2026-05");
    assert!(page.text(".consequence").starts_with("2 factures"), "{page}");
}

#[test]
fn invoices_are_searched_filtered_sorted_and_exported() {
    let office = Office::new();
    office.house.issue("2026-05");
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let numbers = |page: &Html| page.all("tbody th a");
    let all = browser.page("/office/billing/invoices");
    assert_eq!(numbers(&all), ["2026-000002", "2026-000001"]);
    assert_eq!(
        numbers(&browser.page("/office/billing/invoices?sort=customer")),
        ["2026-000001", "2026-000002"]
    );
    assert_eq!(
        numbers(&browser.page("/office/billing/invoices?sort=-customer")),
        ["2026-000002", "2026-000001"]
    );
    assert_eq!(
        numbers(&browser.page("/office/billing/invoices?q=duRAND")),
        ["2026-000002"]
    );
    assert_eq!(
        numbers(&browser.page("/office/billing/invoices?q=2026-000001")),
        ["2026-000001"]
    );
    assert!(
        browser
            .page("/office/billing/invoices?standing=paid")
            .says("Aucune facture trouvée")
    );
    assert_eq!(
        numbers(&browser.page("/office/billing/invoices?standing=open")).len(),
        2
    );
    let file = browser.get("/office/billing/invoices?format=csv").text();
    let lines: Vec<&str> = file.lines().collect();
    assert!(lines[0].contains("Numéro;Client;Émise le"), "{file}");
    assert!(
        lines[1]
            .replace('"', "")
            .starts_with("2026-000002;Camille Durand;2026-06-15;2026-07-15;60,00;12,00;72,00;0,00;72,00;"),
        "{file}"
    );
    office.house.on_day("2026-07-16");
    assert_eq!(
        numbers(&browser.page("/office/billing/invoices?standing=overdue")).len(),
        2
    );
}

#[test]
fn an_invoice_is_shown_and_its_pdf_is_made_when_first_asked_for() {
    let office = Office::new();
    office.house.issue("2026-05");
    let id = office.house.read(billing::issued_invoices)[1].id;
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let page = browser.page(&format!("/office/billing/invoices/{id}"));
    assert_eq!(page.text("h1"), "Facture 2026-000002");
    assert!(
        page.says("Salle Garonne") && page.says("2 heures") && page.says("72,00 €"),
        "{page}"
    );
    assert!(page.says("a émis la facture 2026-000002"), "{page}");
    let first = browser.get(&format!("/invoices/{id}/pdf"));
    assert_eq!(first.headers["content-type"], "application/pdf");
    assert!(
        first.headers["content-disposition"]
            .to_str()
            .unwrap()
            .contains("facture-2026-000002.pdf")
    );
    assert!(first.bytes.starts_with(b"%PDF-"));
    assert_eq!(browser.get(&format!("/invoices/{id}/pdf")).bytes, first.bytes);
}

#[test]
fn a_member_sees_their_own_invoices_and_no_others() {
    let office = Office::new();
    office.house.issue("2026-05");
    let invoices = office.house.read(billing::issued_invoices);
    let (other, own) = (invoices[0].id, invoices[1].id);
    let site = office.house.site();
    let mut browser = site.signed_in(office.camille, Role::Member);
    let page = browser.page("/me/invoices");
    assert!(
        page.says("Facture 2026-000002") && !page.says("2026-000001"),
        "{page}"
    );
    assert!(browser.page(&format!("/me/invoices/{own}")).says("72,00 €"));
    assert_eq!(
        browser.get(&format!("/invoices/{own}/pdf")).status,
        StatusCode::OK
    );
    for path in [format!("/me/invoices/{other}"), format!("/invoices/{other}/pdf")] {
        assert_eq!(browser.get(&path).status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [
        "/office/billing".to_owned(),
        format!("/office/billing/invoices/{own}"),
    ] {
        assert_eq!(browser.get(&path).status, StatusCode::FORBIDDEN, "{path}");
    }
    let stranger = site.stranger().get(&format!("/invoices/{own}/pdf"));
    assert_eq!(stranger.status, StatusCode::SEE_OTHER);
    assert!(stranger.location.starts_with("/sign-in"));
    // Somebody who never was a customer has an empty page that says what it is for.
    let mut nobody = site.signed_in(office.director, Role::Member);
    assert!(nobody.page("/me/invoices").says("Aucune facture à votre nom"));
}

#[test]
fn the_accountant_reads_everything_and_is_offered_nothing_to_change() {
    let office = Office::new();
    office.house.issue("2026-05");
    let (customer, room) = (office.customer, office.house.room);
    let id = office.house.read(billing::issued_invoices)[0].id;
    let site = office.house.site();
    let mut director = site.signed_in(office.director, Role::ManagingDirector);
    let mut browser = site.signed_in(office.director, Role::Accountant);
    let paths = [
        "/office/billing".to_owned(),
        "/office/billing/2026-05".to_owned(),
        "/office/billing/invoices".to_owned(),
        format!("/office/billing/invoices/{id}"),
        "/office/billing/customers".to_owned(),
        format!("/office/billing/customers/{customer}"),
        "/office/billing/products".to_owned(),
        format!("/office/billing/products/{room}"),
        "/office/billing/vat".to_owned(),
        "/office/billing/seller".to_owned(),
    ];
    for path in paths {
        let page = browser.page(&path);
        assert_eq!(
            page.count("main button.primary"),
            page.count("form[role=search] button.primary"),
            "{path}"
        );
    }
    // A form of somebody who may write, sent with the accountant's own session, is stopped at the door.
    let form = director
        .page(&format!("/office/billing/customers/{customer}"))
        .form("form[action$=\"/payments\"]");
    let sent = browser.post(&form.with("amount", "10"));
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
}

#[test]
fn a_payment_is_recorded_and_taken_back_from_the_account() {
    let office = Office::new();
    office.house.issue("2026-05");
    let path = format!("/office/billing/customers/{}", office.customer);
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let page = browser.page(&path);
    let form: Form = page
        .form("form[action$=\"/payments\"]")
        .with("amount", "80")
        .with("reference", "VIR 42");
    leads_to(&browser.post(&form), &path);
    leads_to(&browser.post(&form), &path);
    let page = browser.page(&path);
    assert!(
        page.says("virement · VIR 42") && page.says("8,00 € d’avance"),
        "{page}"
    );
    assert_eq!(page.all("tbody tr").len(), 2, "{page}");
    assert!(page.says("a enregistré un paiement de 80,00 €"), "{page}");
    leads_to(&browser.post(&page.form("form[action$=\"/reversals\"]")), &path);
    let page = browser.page(&path);
    assert!(page.says("Paiement annulé") && page.says("annulé"), "{page}");
    assert!(!page.exists("form[action$=\"/reversals\"]"));
}

#[test]
fn a_refused_payment_keeps_what_was_typed_and_says_why_at_its_field() {
    let office = Office::new();
    let path = format!("/office/billing/customers/{}", office.customer);
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let form = browser.page(&path).form("form[action$=\"/payments\"]");
    let cases = [
        (form.clone(), "amount", "Ce champ"),
        (
            form.clone().with("amount", "abc"),
            "amount",
            "Ce montant n’est pas lisible",
        ),
        (
            form.clone().with("amount", "-5"),
            "amount",
            "Ce montant est nul, négatif ou trop grand.",
        ),
        (
            form.clone().with("amount", "5").with("received_on", "2026-06-16"),
            "received_on",
            "Cette date est à venir.",
        ),
        (
            form.clone().with("amount", "1000,01").with("method", "cash"),
            "amount",
            "La loi ne permet pas",
        ),
        (
            form.with("amount", "5").with("reference", &"x".repeat(200)),
            "reference",
            "Un texte est vide, trop long",
        ),
    ];
    for (form, field, message) in cases {
        let page = refused(&browser.post(&form));
        let found = page.field_error(field).unwrap_or_default();
        assert!(
            found.starts_with(message) || (message == "Ce champ" && !found.is_empty()),
            "{field}: {found}"
        );
        let typed = form
            .fields
            .iter()
            .find(|(name, _)| name == "amount")
            .unwrap()
            .1
            .clone();
        assert_eq!(
            page.attribute("input[name=amount]", "value").unwrap_or_default(),
            typed
        );
    }
}

#[test]
fn credit_is_used_from_the_account() {
    let office = Office::new();
    let customer = office.customer;
    office.house.write(move |tx, actor| {
        let new = NewPayment {
            customer,
            received_on: day("2026-06-01"),
            amount: cents(5_000),
            method: Method::Card,
            reference: String::new(),
            allocation: Allocation::OldestFirst,
        };
        billing::record_payment(tx, actor, new).unwrap();
    });
    office.house.issue("2026-05");
    let path = format!("/office/billing/customers/{customer}");
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let page = browser.page(&path);
    leads_to(&browser.post(&page.form("form[action$=\"/credit\"]")), &path);
    let page = browser.page(&path);
    assert!(
        page.says("payée en partie") && !page.exists("form[action$=\"/credit\"]"),
        "{page}"
    );
}

#[test]
fn customers_are_listed_with_what_they_owe() {
    let office = Office::new();
    office.house.issue("2026-05");
    office.house.on_day("2026-07-20");
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let names = |page: &Html| page.all("tbody th a");
    assert_eq!(
        names(&browser.page("/office/billing/customers")),
        ["Ada Test", "Camille Durand"]
    );
    assert_eq!(
        names(&browser.page("/office/billing/customers?sort=-name")),
        ["Camille Durand", "Ada Test"]
    );
    assert_eq!(
        names(&browser.page("/office/billing/customers?q=camille&owing=overdue")),
        ["Camille Durand"]
    );
    assert!(
        browser
            .page("/office/billing/customers?owing=credit")
            .says("Aucun compte trouvé")
    );
    let file = browser.get("/office/billing/customers?format=csv").text();
    assert!(file.contains("Ada Test;\"72,00\";\"72,00\";0"), "{file}");
}

#[test]
fn a_product_is_made_priced_and_changed() {
    let office = Office::new();
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let form = browser
        .page("/office/billing/products/new")
        .form("form.stack")
        .with("name", "Hall")
        .with("code", "hall");
    let answer = browser.post(&form);
    let path = answer.location.clone();
    assert!(path.starts_with("/office/billing/products/"), "{}", answer.html());
    let again = browser
        .page("/office/billing/products/new")
        .form("form.stack")
        .with("name", "Autre")
        .with("code", "HALL");
    let page = refused(&browser.post(&again));
    assert!(
        page.field_error("code")
            .unwrap()
            .starts_with("Un autre produit porte déjà ce code.")
    );
    let form = browser.page(&path).form("form[action$=\"/prices\"]");
    let form = form
        .with("amount", "45,50")
        .with("unit", "hour")
        .with("audience", "nomad")
        .with("from", "2026-07-01");
    leads_to(&browser.post(&form), &path);
    let page = browser.page(&path);
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
    leads_to(&browser.post(&form), &path);
    let page = browser.page("/office/billing/products");
    assert!(
        page.says("Grand hall") && page.says("retiré de la vente"),
        "{page}"
    );
}

#[test]
fn a_vat_rate_is_set_from_a_day_on() {
    let office = Office::new();
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let form = browser
        .page("/office/billing/vat")
        .form("form[action=\"/office/billing/vat\"]");
    let wrong = form.clone().with("category", "exempt").with("rate", "0");
    assert!(refused(&browser.post(&wrong)).field_error("rate").is_some());
    let right = form
        .with("category", "reduced")
        .with("rate", "6")
        .with("from", "2027-01-01");
    leads_to(&browser.post(&right), "/office/billing/vat");
    assert!(browser.page("/office/billing/vat").says("1er janvier 2027"));
}

#[test]
fn the_seller_is_checked_field_by_field() {
    let office = Office::new();
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    let form = browser.page("/office/billing/seller").form("form.stack");
    let wrong = form
        .clone()
        .with("siren", "123456789")
        .with("iban", "FR7612345")
        .with("vat_number", "FR00")
        .with("legal_name", "");
    let page = refused(&browser.post(&wrong));
    let fields: Vec<String> = page.field_errors().into_keys().collect();
    assert_eq!(fields, ["iban", "legal_name", "siren", "vat_number"]);
    leads_to(
        &browser.post(&form.with("street", "2 rue Neuve")),
        "/office/billing/seller",
    );
    let page = browser.page("/office/billing/seller");
    assert_eq!(
        page.attribute("input[name=street]", "value").as_deref(),
        Some("2 rue Neuve")
    );
}

#[test]
fn every_page_exists_in_english() {
    let office = Office::new();
    office.house.charge(NewCharge {
        person: Some(office.camille),
        ..office.house.room_for(office.customer, "c", "2026-06-02")
    });
    office.house.issue("2026-05");
    let (customer, room) = (office.customer, office.house.room);
    let id = office.house.read(billing::issued_invoices)[0].id;
    let site = office.house.site();
    let mut browser = site.signed_in(office.director, Role::ManagingDirector);
    browser.language = "en";
    for path in [
        "/office/billing".to_owned(),
        "/office/billing/2026-05".to_owned(),
        "/office/billing/2026-06".to_owned(),
        "/office/billing/invoices".to_owned(),
        format!("/office/billing/invoices/{id}"),
        "/office/billing/customers".to_owned(),
        format!("/office/billing/customers/{customer}"),
        "/office/billing/products".to_owned(),
        format!("/office/billing/products/{room}"),
        "/office/billing/products/new".to_owned(),
        "/office/billing/vat".to_owned(),
        "/office/billing/seller".to_owned(),
        "/me/invoices".to_owned(),
    ] {
        let page = browser.page(&path);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"), "{path}");
        assert!(!page.says("⟦"), "{path}: {page}");
        assert_eq!(page.count("h1"), 1, "{path}");
    }
}
