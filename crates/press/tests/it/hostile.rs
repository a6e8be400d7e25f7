//! Texts that nobody should have typed, and pictures that are none.

use press::{Invoice, Line, Mark, PressFault, Row};
use proptest::prelude::*;

use crate::{PRESS, reading, samples};

/// The right margin of an invoice begins here, in points.
const RIGHT: f64 = 539.0;

#[test]
fn markup_and_code_in_a_text_are_printed_letter_by_letter() {
    let texts = [
        "#panic(\"injected\")",
        "#include \"/etc/passwd\"",
        "*bold* _soft_ `raw` $x^2$",
        "= Heading <label> @reference",
        "]]#eval(\"1+1\")[[ //comment",
        "\"}],{\"number\":\"0\" \\u{41} \\",
        "{{ name }} <script>alert(1)</script>",
    ];
    for text in texts {
        let printed = reading::text(&PRESS.invoice(&everywhere(text)).unwrap());
        assert!(printed.matches(text).count() >= 10, "{text}:\n{printed}");
    }
}

#[test]
fn a_character_without_a_shape_is_replaced_and_marks_of_direction_are_dropped() {
    let mut invoice = samples::private_person();
    invoice.buyer.name = "Zoé 漢字 👩🏽 Ωμέγα Жанна →\u{202e}gnirts\u{200d}\u{7}!".into();
    let text = reading::text(&PRESS.invoice(&invoice).unwrap());
    assert!(text.contains("Zoé �� �� Ωμέγα Жанна →gnirts !"), "{text}");
}

#[test]
fn accents_apart_from_their_letter_are_printed_on_it() {
    let mut invoice = samples::private_person();
    invoice.buyer.name = "Ame\u{301}lie Nguye\u{302}\u{303}n".into();
    let text = reading::text(&PRESS.invoice(&invoice).unwrap());
    assert!(!text.contains('\u{fffd}'), "{text}");
}

#[test]
fn a_long_text_wraps_inside_its_column() {
    let prose = "Une désignation qui ne finit pas, ".repeat(20);
    let word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(6);
    for text in [prose, word] {
        let pdf = PRESS.invoice(&everywhere(&text)).unwrap();
        assert!(reading::right_edge(&pdf) < RIGHT, "{}", reading::right_edge(&pdf));
    }
}

#[test]
fn an_empty_invoice_is_printed() {
    let mut invoice = everywhere("");
    invoice.sections.clear();
    invoice.vat.clear();
    invoice.mentions.clear();
    let text = reading::text(&PRESS.invoice(&invoice).unwrap());
    assert!(text.contains("Net à payer"), "{text}");
}

#[test]
fn a_mark_that_is_no_picture_is_a_fault_that_says_so() {
    let broken = [
        Mark::Svg(b"<svg".to_vec()),
        Mark::Png(b"not a picture".to_vec()),
        Mark::Jpeg(Vec::new()),
    ];
    for mark in broken {
        let mut invoice = samples::company();
        invoice.seller.mark = Some(mark);
        let fault = PRESS.invoice(&invoice).unwrap_err();
        assert!(matches!(fault, PressFault::Typesetting(_)), "{fault}");
    }
}

#[test]
fn a_drawing_that_wants_another_file_is_refused() {
    for wanted in ["/etc/passwd", "content.json", "http://example.org/x.png"] {
        let drawing = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{wanted}" width="9" height="9"/></svg>"#
        );
        let mut invoice = samples::company();
        invoice.seller.mark = Some(Mark::Svg(drawing.into_bytes()));
        let refused = PRESS.invoice(&invoice);
        assert!(matches!(refused, Err(PressFault::Typesetting(_))), "{wanted}");
    }
}

#[test]
fn a_row_that_does_not_fill_the_columns_is_refused() {
    let mut sheet = samples::day_sheet();
    sheet.rows.push(Row::Cells(vec!["une".into(), "deux".into()]));
    let fault = PRESS.sheet(&sheet).unwrap_err();
    let last = sheet.rows.len() - 1;
    assert!(
        matches!(fault, PressFault::UnevenRow { row, cells: 2, columns: 4 } if row == last),
        "{fault}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_an_invoice_and_a_sheet_are_printed(text in any::<String>()) {
        prop_assert!(PRESS.invoice(&everywhere(&text)).is_ok());
        let mut sheet = samples::day_sheet();
        sheet.rows.truncate(2);
        sheet.rows.push(Row::Cells(vec![text.clone(), text.clone(), text.clone(), text.clone()]));
        sheet.title = text;
        prop_assert!(PRESS.sheet(&sheet).is_ok());
    }
}

/// The company's invoice with the text wherever people may type one.
fn everywhere(text: &str) -> Invoice {
    let mut invoice = samples::company();
    let own = || text.to_owned();
    invoice.number = own();
    invoice.subject = Some(own());
    invoice.purchase_order = Some(own());
    invoice.seller.name = own();
    invoice.seller.legal_form = Some(own());
    invoice.seller.registry = Some(own());
    invoice.seller.address = vec![own()];
    invoice.buyer.name = own();
    invoice.buyer.address = vec![own(), own()];
    invoice.buyer.reference = Some(own());
    invoice.notes = vec![own()];
    invoice.mentions = vec![own()];
    let line = Line {
        detail: Some(own()),
        ..samples::line(text, "", "1", 100, 100, 2_000)
    };
    invoice.sections[0].lines.push(line);
    invoice.sections[0].heading = Some(own());
    if let Some(payment) = &mut invoice.payment {
        payment.terms = vec![own()];
        payment.reference = Some(own());
    }
    invoice
}
