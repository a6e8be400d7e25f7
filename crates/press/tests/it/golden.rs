//! The text of each kind of document, for a person to review.

use kernel::{Day, Days};
use press::InvoiceKind;

use crate::{PRESS, reading, samples};

macro_rules! golden {
    ($name:ident, $pdf:expr) => {
        #[test]
        fn $name() {
            insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(stringify!($name), reading::text(&$pdf.unwrap()));
            });
        }
    };
}

golden!(an_invoice_to_a_company, PRESS.invoice(&samples::company()));
golden!(
    an_invoice_to_a_private_person,
    PRESS.invoice(&samples::private_person())
);
golden!(an_invoice_to_a_team_over_pages, PRESS.invoice(&samples::team()));
golden!(an_invoice_in_english, PRESS.invoice(&samples::english()));
golden!(a_credit_note, PRESS.invoice(&samples::credit_note()));
golden!(a_day_sheet, PRESS.sheet(&samples::day_sheet()));

#[test]
fn a_period_repeats_neither_the_month_nor_the_year_that_its_end_says() {
    let day = |text| Day::parse(text).unwrap();
    let cases = [
        ("2026-03-01", "2026-03-31", "1er – 31 mars 2026"),
        ("2026-03-15", "2026-04-14", "15 mars – 14 avril 2026"),
        ("2025-12-15", "2026-01-14", "15 décembre 2025 – 14 janvier 2026"),
        ("2026-03-02", "2026-03-02", "Période | 2 mars 2026"),
    ];
    for (first, last, written) in cases {
        let mut invoice = samples::private_person();
        invoice.supplied = Some(Days::new(day(first), day(last)).unwrap());
        let text = reading::text(&PRESS.invoice(&invoice).unwrap());
        assert!(text.contains(written), "{written}: {text}");
    }
}

#[test]
fn a_credit_note_names_its_invoice_and_the_day_of_it() {
    let mut note = samples::credit_note();
    note.kind = InvoiceKind::CreditNote {
        corrects: "2025-000777".into(),
        issued: Day::parse("2025-07-14").unwrap(),
    };
    let text = reading::text(&PRESS.invoice(&note).unwrap());
    assert!(
        text.contains("Corrige la facture | 2025-000777 (14 juillet 2025)"),
        "{text}"
    );
}
