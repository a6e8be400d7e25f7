use super::*;

fn refused(text: &str) -> Option<FileRefused> {
    match read(text.as_bytes(), "membres.csv") {
        Ok(_) => None,
        Err(Unusable::Refused(refused)) => Some(refused),
        Err(Unusable::Unreadable(refused)) => panic!("{refused}"),
    }
}

#[test]
fn a_table_with_titles_and_lines_is_taken() {
    assert_eq!(refused("Nom;Courriel\nAna;ana@example.org\n"), None);
    assert_eq!(refused("Nom;Note\nAna;\"deux\nlignes\"\n"), None);
}

#[test]
fn a_table_that_cannot_be_imported_says_why() {
    assert_eq!(refused("Nom;Courriel\n"), Some(FileRefused::NoLines));
    assert_eq!(refused("--;..\nAna;x\n"), Some(FileRefused::NoTitles));
    assert_eq!(
        refused("Nom;Courriel;NOM\nAna;x;y\n"),
        Some(FileRefused::TitleTwice {
            title: "NOM".to_owned()
        })
    );
    let long = format!("Nom\n{}", "Ana\n".repeat(MOST_LINES + 1));
    let (lines, limit) = (MOST_LINES + 1, MOST_LINES);
    assert_eq!(refused(&long), Some(FileRefused::TooManyLines { lines, limit }));
}

#[test]
fn a_quotation_mark_never_closed_is_found_where_it_opens() {
    let swallowed = "Nom;Note;Courriel\nAna;a;b\nLuc;\"oubli;c\nZoé;d;e\nEve;f;g\n";
    assert_eq!(refused(swallowed), Some(FileRefused::OpenQuote { line: 3 }));
    let endless = format!("Nom;Note\nAna;\"{}\n", "x".repeat(LONGEST_CELL + 1));
    assert_eq!(refused(&endless), Some(FileRefused::OpenQuote { line: 2 }));
}
