//! How long documents fall into pages.

use press::Row;

use crate::{PRESS, reading, samples};

const HEADS: &str = "Désignation | Quantité | Prix unitaire HT | TVA | Montant HT";

#[test]
fn two_hundred_lines_are_all_printed_once_under_repeated_heads() {
    let pages = reading::pages(&PRESS.invoice(&samples::people(&["Camille Roux"], 200)).unwrap());
    assert!(pages.len() > 4);
    for (position, page) in pages.iter().enumerate() {
        assert_eq!(page.matches(HEADS).count(), 1);
        assert_eq!(
            page.matches("Camille Roux\n").count(),
            usize::from(position == 0) + 1
        );
        assert!(page.contains(&format!("Page {} / {}", position + 1, pages.len())));
    }
    let text = pages.join("\n");
    for n in 1..=200 {
        assert_eq!(
            text.matches(&format!("Salle Canopée, {n} mars |")).count(),
            1,
            "line {n}"
        );
    }
}

#[test]
fn a_total_has_a_line_above_it_on_its_page_and_a_heading_one_below() {
    for lines in 14..32 {
        let invoice = samples::people(&["Camille Roux", "Idriss Benali"], lines);
        for page in reading::pages(&PRESS.invoice(&invoice).unwrap()) {
            let rows: Vec<&str> = page.lines().collect();
            for pair in rows.windows(2) {
                let [above, below] = [pair[0], pair[1]];
                let is_line = above.contains("Salle Canopée") || above.starts_with("9 h –");
                assert!(
                    is_line || !below.starts_with("Sous-total HT"),
                    "{lines} lines:\n{page}"
                );
                let is_heading = ["Camille Roux", "Idriss Benali"].contains(&above);
                assert!(
                    below.contains("Salle Canopée") || !is_heading,
                    "{lines} lines:\n{page}"
                );
            }
            assert_eq!(page.contains("Net à payer"), page.contains("Règlement"));
            assert!(!page.contains("Net à payer") || page.contains("Sous-total HT"));
        }
    }
}

#[test]
fn long_small_print_flows_onto_further_pages() {
    let mut invoice = samples::company();
    invoice.mentions = (0..120)
        .map(|n| format!("Mention {n}. {}", "Texte légal. ".repeat(12)))
        .collect();
    let pages = reading::pages(&PRESS.invoice(&invoice).unwrap());
    assert!(pages.len() > 1);
    assert!(pages[0].contains("Net à payer"));
    assert!(pages.join("\n").contains("Mention 119."));
}

#[test]
fn a_sheet_keeps_its_totals_and_note_with_their_rows_and_repeats_its_headings() {
    for rows in 32..40 {
        let mut sheet = samples::day_sheet();
        let one = sheet.rows[1].clone();
        let total = sheet.rows[35].clone();
        assert!(matches!(total, Row::Total(_)));
        sheet.rows.truncate(1);
        sheet.rows.extend(std::iter::repeat_n(one, rows));
        sheet.rows.push(total);
        let pages = reading::pages(&PRESS.sheet(&sheet).unwrap());
        for page in &pages {
            assert!(page.contains("Grande halle\n08 h 00"), "{page}");
        }
        assert!(
            pages
                .iter()
                .all(|page| page.contains("Heure | Qui | Quoi | Personnes"))
        );
    }
}
