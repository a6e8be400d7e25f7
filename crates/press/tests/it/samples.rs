//! Documents of made-up places and people, for the tests and for the eye.

use kernel::{Bic, Currency, Day, Days, Email, Iban, Locale, Money, Phone, Rate, Siren, VatNumber};
use press::{
    Alignment, Buyer, Colour, Column, Invoice, InvoiceKind, Line, Mark, Orientation, Payment, Row, Section,
    Seller, Sheet, Totals, VatRow, Width,
};

#[path = "words.rs"]
mod words;
use words::{english_labels, french, french_mentions};

/// Five lines for a company, two rates of VAT, something paid before.
pub fn company() -> Invoice {
    Invoice {
        locale: Locale::Fr,
        labels: french(),
        currency: Currency::parse("EUR").unwrap(),
        kind: InvoiceKind::Invoice,
        number: "2026-000123".into(),
        issued: day("2026-03-31"),
        due: Some(day("2026-04-30")),
        supplied: Some(Days::new(day("2026-03-01"), day("2026-03-31")).unwrap()),
        purchase_order: Some("BC-2026-17".into()),
        subject: None,
        seller: seller(),
        buyer: Buyer {
            name: "Atelier Brindille SARL".into(),
            address: vec![
                "À l’attention de Camille Roux".into(),
                "4 place du Marché aux Herbes".into(),
                "59000 Exempleville".into(),
            ],
            siren: Some(Siren::parse("111 111 118").unwrap()),
            vat_number: Some(VatNumber::of_siren(&Siren::parse("111 111 118").unwrap())),
            reference: Some("C-00042".into()),
        },
        sections: vec![Section {
            heading: None,
            lines: five_lines(),
            subtotal: None,
        }],
        vat: vec![vat(2_000, 71_500, 14_300), vat(550, 9_000, 495)],
        totals: totals(80_500, 14_795, 10_000),
        payment: Some(payment("2026-000123")),
        notes: vec![
            "Merci d’avoir choisi un tiers-lieu coopératif : vos loyers financent le rachat du bâtiment."
                .into(),
        ],
        mentions: french_mentions(),
        brand: Colour::parse("#0f766e").unwrap(),
        demonstration: false,
    }
}

/// One line for a private person, in gross prices, already paid.
pub fn private_person() -> Invoice {
    let mut invoice = company();
    invoice.labels.unit_price = "Prix unitaire TTC".into();
    invoice.labels.amount = "Montant TTC".into();
    invoice.number = "2026-000124".into();
    invoice.purchase_order = None;
    invoice.due = None;
    invoice.supplied = Some(Days::one(day("2026-03-30")));
    invoice.buyer = Buyer {
        name: "Maëlle Le Goff".into(),
        address: vec!["17 rue des Lilas".into(), "59000 Exempleville".into()],
        siren: None,
        vat_number: None,
        reference: None,
    };
    invoice.sections = vec![Section {
        heading: None,
        lines: vec![line(
            "Carnet nomade, 30 unités",
            "Valable un an",
            "1",
            18_000,
            18_000,
            2_000,
        )],
        subtotal: None,
    }];
    invoice.vat = vec![vat(2_000, 15_000, 3_000)];
    invoice.totals = totals(15_000, 3_000, 18_000);
    invoice.payment = None;
    invoice.notes = vec!["Réglée par carte bancaire le 30 mars 2026. Merci !".into()];
    invoice.mentions = vec!["Prestation de services.".into()];
    invoice
}

/// A company with six people who use the place: ten lines each with a subtotal, a demonstration.
pub fn team() -> Invoice {
    people(
        &[
            "Camille Roux",
            "Idriss Benali",
            "Maëlle Le Goff",
            "Théo Garnier",
            "Sofia Martins",
            "Jean-Baptiste de La Tour du Chêne",
        ],
        10,
    )
}

/// So many lines for each of these people.
pub fn people(names: &[&str], each: i64) -> Invoice {
    let hours = |position: i64| if position % 3 == 0 { "9 h – 12 h 30" } else { "" };
    let section = |name: &&str| Section {
        heading: Some((*name).to_owned()),
        lines: (1..=each)
            .map(|n| {
                line(
                    &format!("Salle Canopée, {n} mars"),
                    hours(n),
                    "3,5 h",
                    2_000,
                    7_000,
                    2_000,
                )
            })
            .collect(),
        subtotal: Some(cents(7_000 * each)),
    };
    let people = i64::try_from(names.len()).unwrap();
    let net = 7_000 * each * people;
    let mut invoice = company();
    invoice.number = "2026-000125".into();
    invoice.subject = Some("Réservations de l’équipe en mars 2026".into());
    invoice.sections = names.iter().map(section).collect();
    invoice.vat = vec![vat(2_000, net, net / 5)];
    invoice.totals = totals(net, net / 5, 0);
    invoice.demonstration = true;
    invoice
}

/// The company's invoice in English, another colour, with a mark.
pub fn english() -> Invoice {
    let mut invoice = company();
    invoice.locale = Locale::En;
    invoice.labels = english_labels();
    invoice.brand = Colour::parse("#e0a100").unwrap();
    invoice.seller.mark = Some(Mark::Svg(MARK.into()));
    invoice.seller.legal_form = Some("Cooperative company".into());
    invoice.sections[0].lines = vec![
        line(
            "Resident desk",
            "Fixed desk, 2nd floor, March 2026",
            "1 month",
            25_000,
            25_000,
            2_000,
        ),
        line("Nomad pass, 30 units", "", "1", 15_000, 15_000, 2_000),
        line(
            "Canopée room",
            "Tuesdays 3, 10 and 17 March, 9:00–12:30",
            "10.5 h",
            2_000,
            21_000,
            2_000,
        ),
        line(
            "Great hall",
            "Saturday 21 March, whole day",
            "1 day",
            10_500,
            10_500,
            2_000,
        ),
        line(
            "Breakfasts",
            "From our associate caterer, 17 March",
            "9",
            1_000,
            9_000,
            550,
        ),
    ];
    invoice.payment = Some(Payment {
        terms: vec![
            "By bank transfer before 30 April 2026,".into(),
            "with the reference beside.".into(),
        ],
        ..payment("2026-000123")
    });
    invoice.notes = vec!["Thank you for choosing a cooperative place.".into()];
    invoice.mentions = vec![
        "Supply of services. No discount for early payment. Late payment: three times the legal \
         interest rate and a fixed recovery charge of €40."
            .into(),
    ];
    invoice
}

/// Gives back one line of the company's invoice.
pub fn credit_note() -> Invoice {
    let mut invoice = company();
    invoice.labels.title = "Avoir".into();
    invoice.labels.amount_due = "À vous rembourser".into();
    invoice.number = "AV-2026-000004".into();
    invoice.kind = InvoiceKind::CreditNote {
        corrects: "2026-000123".into(),
        issued: day("2026-03-31"),
    };
    invoice.issued = day("2026-04-01");
    invoice.due = None;
    invoice.supplied = None;
    invoice.purchase_order = None;
    invoice.sections = vec![Section {
        heading: None,
        lines: vec![line(
            "Grande halle",
            "Samedi 21 mars : réservation annulée par la maison",
            "−1 journée",
            10_500,
            -10_500,
            2_000,
        )],
        subtotal: None,
    }];
    invoice.vat = vec![vat(2_000, -10_500, -2_100)];
    invoice.totals = totals(-10_500, -2_100, 0);
    invoice.payment = None;
    invoice.notes = vec!["Cette somme sera virée sur votre compte sous huit jours.".into()];
    invoice
}

/// Who is expected on a day, in two groups with a total each.
pub fn day_sheet() -> Sheet {
    let column = |heading: &str, alignment, width| Column {
        heading: heading.into(),
        alignment,
        width,
    };
    let cells = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
    let mut rows = vec![Row::Heading("Grande halle".into())];
    rows.extend((0..34).map(|n| {
        Row::Cells(cells([
            &format!("{:02} h 00", 8 + n % 12),
            "Maëlle Le Goff",
            "Atelier de céramique",
            "12",
        ]))
    }));
    rows.push(Row::Total(cells(["", "", "Personnes attendues", "408"])));
    rows.push(Row::Heading("Salle Canopée".into()));
    rows.extend((9..12).map(|hour| {
        Row::Cells(cells([
            &format!("{hour:02} h 00"),
            "Idriss Benali",
            "Réunion du conseil d’animation",
            "8",
        ]))
    }));
    rows.push(Row::Total(cells(["", "", "Personnes attendues", "24"])));
    Sheet {
        locale: Locale::Fr,
        place: "La Verrière".into(),
        title: "Feuille du jour".into(),
        subtitle: Some("Mardi 17 mars 2026".into()),
        printed: day("2026-03-17"),
        orientation: Orientation::Portrait,
        columns: vec![
            column("Heure", Alignment::Start, Width::Fit),
            column("Qui", Alignment::Start, Width::Share(2)),
            column("Quoi", Alignment::Start, Width::Share(3)),
            column("Personnes", Alignment::End, Width::Fit),
        ],
        rows,
        note: Some("Clés et alarme : voir le classeur de l’accueil.".into()),
        page_label: "Page".into(),
        brand: Colour::parse("#0f766e").unwrap(),
    }
}

fn five_lines() -> Vec<Line> {
    vec![
        line(
            "Résidence mensuelle",
            "Poste fixe, étage 2, mars 2026",
            "1 mois",
            25_000,
            25_000,
            2_000,
        ),
        line("Carnet nomade, 30 unités", "", "1", 15_000, 15_000, 2_000),
        line(
            "Salle Canopée",
            "Mardis 3, 10 et 17 mars, 9 h – 12 h 30",
            "10,5 h",
            2_000,
            21_000,
            2_000,
        ),
        line(
            "Grande halle",
            "Samedi 21 mars, journée entière",
            "1 journée",
            10_500,
            10_500,
            2_000,
        ),
        line(
            "Petits déjeuners",
            "Traiteur associé, 17 mars",
            "9",
            1_000,
            9_000,
            550,
        ),
    ]
}

pub fn line(label: &str, detail: &str, quantity: &str, price: i64, amount: i64, rate: i64) -> Line {
    Line {
        label: label.into(),
        detail: Some(detail.to_owned()).filter(|detail| !detail.is_empty()),
        quantity: quantity.into(),
        unit_price: cents(price),
        rate: Rate::from_basis_points(rate),
        amount: cents(amount),
    }
}

fn seller() -> Seller {
    let siren = Siren::parse("000 000 018").unwrap();
    Seller {
        name: "La Verrière".into(),
        legal_form: Some("SCIC SARL".into()),
        capital: Some(cents(2_994_000)),
        vat_number: Some(VatNumber::of_siren(&siren)),
        siren: Some(siren),
        registry: Some("RCS Exempleville".into()),
        address: vec!["12 rue des Tanneurs, 59000 Exempleville".into()],
        email: Some(Email::parse("contact@verriere.example.org").unwrap()),
        phone: Some(Phone::parse("03 00 00 00 00").unwrap()),
        mark: None,
    }
}

fn payment(reference: &str) -> Payment {
    Payment {
        terms: vec![
            "Par virement avant le 30 avril 2026,".into(),
            "en rappelant la référence ci-contre.".into(),
        ],
        iban: Some(Iban::parse("FR14 2004 1010 0505 0001 3M02 606").unwrap()),
        bic: Some(Bic::parse("PSSTFRPPLIL").unwrap()),
        reference: Some(reference.into()),
    }
}

fn totals(net: i64, vat: i64, paid: i64) -> Totals {
    let gross = net + vat;
    Totals {
        net: cents(net),
        vat: cents(vat),
        gross: cents(gross),
        paid: cents(paid),
        due: cents(gross - paid),
    }
}

fn vat(rate: i64, base: i64, vat: i64) -> VatRow {
    VatRow {
        rate: Rate::from_basis_points(rate),
        base: cents(base),
        vat: cents(vat),
    }
}

const fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A mark with a shape, a gradient and transparency.
const MARK: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40">
<defs><linearGradient id="g"><stop offset="0" stop-color="#e0a100"/><stop offset="1" stop-color="#c2410c"/></linearGradient></defs>
<path d="M4 36 32 4l28 32z" fill="url(#g)"/><circle cx="32" cy="26" r="9" fill="#fff" fill-opacity="0.7"/></svg>"##;
