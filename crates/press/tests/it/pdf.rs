//! The file itself: same bytes, standards, metadata.

use std::thread;

use hayro_interpret::hayro_syntax::Pdf;
use kernel::Money;
use press::{Colour, Invoice, Mark, Press};

use crate::{PRESS, reading, samples};

#[test]
fn the_same_content_gives_the_same_bytes_whatever_was_printed_before_and_on_which_thread() {
    let invoices = [samples::company(), samples::team(), samples::english()];
    let print = |press: &Press| -> Vec<Vec<u8>> {
        invoices
            .iter()
            .map(|invoice| press.invoice(invoice).unwrap())
            .collect()
    };
    let first = print(&Press::new());
    thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                PRESS.sheet(&samples::day_sheet()).unwrap();
                assert!(print(&PRESS) == first);
            });
        }
    });
}

#[test]
fn another_content_gives_other_bytes() {
    let mut other = samples::company();
    other.totals.due = Money::from_cents(85_296);
    assert!(PRESS.invoice(&other).unwrap() != PRESS.invoice(&samples::company()).unwrap());
}

#[test]
fn the_pdf_says_its_title_author_language_and_date() {
    let bytes = PRESS.invoice(&samples::company()).unwrap();
    let pdf = Pdf::new(bytes.clone()).unwrap();
    let information = pdf.metadata();
    let said = |text: &Option<Vec<u8>>| String::from_utf8_lossy(text.as_ref().unwrap()).into_owned();
    assert_eq!(said(&information.title), "Facture 2026-000123");
    let made = information.creation_date.unwrap();
    assert_eq!((made.year, made.month, made.day), (2026, 3, 31));
    assert!(contains(&bytes, "/Lang (fr)") || contains(&bytes, "/Lang(fr)"));
}

#[test]
fn the_pdf_declares_an_archive_that_may_carry_files_and_is_accessible() {
    let bytes = PRESS.invoice(&samples::company()).unwrap();
    for declared in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(contains(&bytes, declared), "{declared}");
    }
}

#[test]
fn each_page_of_a_demonstration_says_so_and_no_other_page_does() {
    let specimen = samples::team();
    let real = Invoice {
        demonstration: false,
        ..specimen.clone()
    };
    let words = &specimen.labels.specimen;
    assert!(
        reading::pages(&PRESS.invoice(&specimen).unwrap())
            .iter()
            .all(|page| page.contains(words))
    );
    assert!(!reading::text(&PRESS.invoice(&real).unwrap()).contains(words));
}

#[test]
fn a_mark_may_be_a_drawing_or_a_picture() {
    for mark in [samples::english().seller.mark.unwrap(), Mark::Png(PNG.to_vec())] {
        let mut invoice = samples::company();
        let without = PRESS.invoice(&invoice).unwrap();
        invoice.seller.mark = Some(mark);
        let with = PRESS.invoice(&invoice).unwrap();
        assert!(with != without);
        assert!(reading::text(&with).contains("852,95"));
    }
}

#[test]
fn a_colour_is_read_from_six_hexadecimal_digits_only() {
    assert_eq!(
        Colour::parse("#0f766E"),
        Some(Colour {
            red: 15,
            green: 118,
            blue: 110
        })
    );
    for text in [
        "", "#", "0f766e", "#0f766", "#0f766e0", "#+f766e", "#0g766e", "#é766e", "red",
    ] {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// One red pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x08, 0xd7, 0x63,
    0xf8, 0xcf, 0xc0, 0, 0, 0x03, 0x01, 0x01, 0, 0x18, 0xdd, 0x8d, 0xb0, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44,
    0xae, 0x42, 0x60, 0x82,
];
