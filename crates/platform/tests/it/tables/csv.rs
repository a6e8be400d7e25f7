use super::lines;
use platform::tables::{read, write_csv};
use proptest::prelude::*;

#[test]
fn semicolons_commas_and_tabs_are_told_apart() {
    for text in [
        "Nom;Ville\nÉlodie;Nantes\n",
        "Nom,Ville\nÉlodie,Nantes\n",
        "Nom\tVille\nÉlodie\tNantes\n",
        "sep=,\nNom,Ville\nÉlodie,Nantes\n",
    ] {
        let sheet = read(text.as_bytes(), "people.csv").unwrap();
        assert_eq!(sheet.headers, ["Nom", "Ville"], "{text}");
        assert_eq!(sheet.rows[0].cells, ["Élodie", "Nantes"], "{text}");
    }
}

#[test]
fn a_decimal_comma_is_not_a_separator() {
    let sheet = read(b"article;prix;tva\ncarnet;150,00;20,0\n", "prices.csv").unwrap();
    assert_eq!(sheet.headers, ["article", "prix", "tva"]);
    assert_eq!(sheet.rows[0].cells, ["carnet", "150,00", "20,0"]);
}

#[test]
fn the_encodings_that_spreadsheets_write_are_read() {
    let utf8 = "Prénom;Rôle\nLoïc;hôte €\n".as_bytes().to_vec();
    let with_mark = [b"\xEF\xBB\xBF".as_slice(), &utf8].concat();
    let windows = b"Pr\xE9nom;R\xF4le\r\nLo\xEFc;h\xF4te \x80\r\n".to_vec();
    let utf16: Vec<u8> = "\u{FEFF}Prénom;Rôle\nLoïc;hôte €\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [utf8, with_mark, windows, utf16] {
        let sheet = read(&bytes, "people.csv").unwrap();
        assert_eq!(sheet.headers, ["Prénom", "Rôle"]);
        assert_eq!(sheet.rows[0].cells, ["Loïc", "hôte €"]);
    }
}

#[test]
fn empty_lines_are_left_out_and_line_numbers_are_those_of_the_file() {
    let text = "\n Nom ; Note \n\nAda;\"deux\nlignes\"\n;;\n\n\nJean;x\n";
    let sheet = read(text.as_bytes(), "people.csv").unwrap();
    assert_eq!(sheet.headers, ["Nom", "Note"]);
    assert_eq!(
        lines(&sheet),
        [(4, vec!["Ada", "deux\nlignes"]), (9, vec!["Jean", "x"])]
    );
}

#[test]
fn a_line_shorter_than_the_headers_has_empty_cells() {
    let sheet = read(b"a;b;c\n 1 ;2\n", "t.csv").unwrap();
    let row = &sheet.rows[0];
    assert_eq!((row.cell(0), row.cell(1), row.cell(2)), ("1", "2", ""));
}

#[test]
fn a_formula_is_neutralised_on_the_way_out_and_read_as_it_was() {
    let cells = [
        "=1+2",
        "@SUM(A1)",
        "+33 6 12 34 56 78",
        "-cmd|' /C calc'!A0",
        "\tx",
        "-12,50",
        "+7",
        "-",
        "-1.",
    ];
    let rows: Vec<Vec<&str>> = cells.iter().map(|cell| vec!["k", cell]).collect();
    let bytes = write_csv(&["name", "value"], &rows);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}name;value\r\nk;'=1+2\r\nk;'@SUM(A1)\r\nk;'+33 6 12 34 56 78\r\nk;'-cmd|' /C calc'!A0\r\n\
         k;\"'\tx\"\r\nk;\"-12,50\"\r\nk;+7\r\nk;'-\r\nk;'-1.\r\n"
    );
    let sheet = read(&bytes, "export.csv").unwrap();
    let back: Vec<_> = sheet.rows.iter().map(|row| row.cells[1].as_str()).collect();
    assert_eq!(back, cells);
}

/// Any text but one that begins with an apostrophe: before a formula it is taken for the one of an export.
fn cell() -> impl Strategy<Value = String> {
    "[ -~\\t\\n\\réèœ€;,\"=+@-]{0,12}".prop_filter("apostrophe", |text| !text.starts_with('\''))
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 3), 0..12)
    ) {
        // A first cell without content could make the whole line empty.
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| [vec!["k".to_owned()], row].concat()).collect();
        let bytes = write_csv(&["key", "a", "b", "c"], &rows);
        let sheet = read(&bytes, "export.csv").unwrap();
        let back: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn no_file_whatever_its_bytes_stops_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(sheet) = read(&bytes, "any.csv") {
            prop_assert!(sheet.rows.iter().all(|row| row.line >= 1));
        }
    }
}
