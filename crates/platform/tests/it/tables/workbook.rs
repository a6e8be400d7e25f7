use super::lines;
use platform::tables::{Sheet, SheetRefused, read};
use std::io::Write;
use zip::write::SimpleFileOptions;

/// A cell style: 0 general, 1 a date, 2 a moment, 3 a time.
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/>
<numFmt numFmtId="166" formatCode="hh:mm"/></numFmts>
<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>
<xf numFmtId="166" applyNumberFormat="1"/></cellXfs></styleSheet>"#;

/// A workbook of these sheets: a name, an attribute, and the rows as XML.
fn workbook(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    workbook_with("", sheets)
}

/// As [`workbook`], with a text to which cells may refer by the number 0.
fn workbook_with(shared: &str, sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let numbered = || sheets.iter().enumerate().map(|(index, sheet)| (index + 1, sheet));
    let list: String = numbered()
        .map(|(number, (name, attribute, _))| {
            format!(r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}" {attribute}/>"#)
        })
        .collect();
    let relations: String = numbered()
        .map(|(number, _)| relation(number, "worksheet", &format!("worksheets/sheet{number}.xml")))
        .chain([
            relation(98, "sharedStrings", "sharedStrings.xml"),
            relation(99, "styles", "styles.xml"),
        ])
        .collect();
    let mut files = vec![
        (
            "_rels/.rels".to_owned(),
            relationships(&relation(1, "officeDocument", "xl/workbook.xml")),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), relationships(&relations)),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!(
                r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{shared}</t></si></sst>"#
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#
            ),
        ),
    ];
    files.extend(numbered().map(|(number, (_, _, rows))| {
        let sheet = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        );
        (format!("xl/worksheets/sheet{number}.xml"), sheet)
    }));
    packed(&files)
}

fn relation(number: usize, kind: &str, target: &str) -> String {
    format!(
        r#"<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
    )
}

fn relationships(inside: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#
    )
}

fn packed(files: &[(String, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn text(reference: &str, text: &str) -> String {
    format!(r#"<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn number(reference: &str, style: u8, value: &str) -> String {
    format!(r#"<c r="{reference}" s="{style}"><v>{value}</v></c>"#)
}

fn read_rows(rows: &str) -> Result<Sheet, SheetRefused> {
    read(&workbook(&[("Feuille", "", rows)]), "book.xlsx")
}

#[test]
fn dates_are_iso_texts_and_numbers_are_those_that_were_typed() {
    let row = [
        number("A2", 1, "46083"),
        number("B2", 2, "46083.395833333336"),
        number("C2", 3, "0.39583333333333331"),
        number("D2", 0, "12.300000000000001"),
        number("E2", 0, "150"),
        r#"<c r="F2" t="b"><v>1</v></c>"#.to_owned(),
        r#"<c r="G2" t="e"><v>#N/A</v></c>"#.to_owned(),
    ]
    .concat();
    let headers: String = ["A", "B", "C", "D", "E", "F", "G"]
        .iter()
        .map(|column| text(&format!("{column}1"), " h "))
        .collect();
    let sheet = read_rows(&format!(r#"<row r="1">{headers}</row><row r="2">{row}</row>"#)).unwrap();
    assert_eq!(sheet.headers, vec!["h"; 7]);
    let cells: Vec<_> = (0..7).map(|column| sheet.rows[0].cell(column)).collect();
    assert_eq!(
        cells,
        [
            "2026-03-02",
            "2026-03-02T09:30:00",
            "09:30",
            "12.3",
            "150",
            "1",
            ""
        ]
    );
}

#[test]
fn gaps_are_kept_inside_a_line_and_empty_lines_left_out() {
    let rows = format!(
        r#"<row r="3">{}{}</row><row r="4"><c r="A4"/></row><row r="7">{}</row>"#,
        text("A3", "Nom"),
        text("C3", "Ville"),
        text("C7", "Nantes")
    );
    let sheet = read_rows(&rows).unwrap();
    assert_eq!(sheet.headers, ["Nom", "", "Ville"]);
    assert_eq!(lines(&sheet), [(7, vec!["", "", "Nantes"])]);
}

#[test]
fn the_first_visible_sheet_that_holds_something_is_read() {
    let one = |word: &str| format!(r#"<row r="1">{}</row>"#, text("A1", word));
    let bytes = workbook(&[
        ("Secret", r#"state="hidden""#, &one("secret")),
        ("Vide", "", ""),
        ("Personnes", "", &one("Nom")),
    ]);
    assert_eq!(read(&bytes, "book.xlsx").unwrap().headers, ["Nom"]);
    let nothing = workbook(&[("Vide", "", "")]);
    assert_eq!(read(&nothing, "book.xlsx"), Err(SheetRefused::Empty));
}

#[test]
fn a_cell_in_the_last_corner_does_not_eat_the_memory() {
    let far = format!(
        r#"<row r="1">{}</row><row r="1048576">{}</row>"#,
        text("A1", "a"),
        text("B1048576", "b")
    );
    assert_eq!(lines(&read_rows(&far).unwrap()), [(1_048_576, vec!["", "b"])]);
    let wide = format!(r#"<row r="1">{}</row>"#, text("XFD1", "a"));
    assert_eq!(read_rows(&wide), Err(SheetRefused::TooManyColumns { limit: 200 }));
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_is_refused() {
    let huge = " ".repeat(100 * 1024 * 1024);
    let bytes = workbook(&[("Feuille", "", &huge)]);
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(
        read(&bytes, "book.xlsx"),
        Err(SheetRefused::TooLarge { limit: 10 })
    );
}

#[test]
fn a_text_referred_to_by_thousands_of_cells_is_refused_before_it_eats_the_memory() {
    let read_shared = |characters: usize, cells: usize| {
        let rows: String = (1..=cells)
            .map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#))
            .collect();
        let bytes = workbook_with(&"é".repeat(characters), &[("Feuille", "", &rows)]);
        read(&bytes, "book.xlsx").map(|sheet| sheet.rows.len())
    };
    assert_eq!(read_shared(32_767, 3), Ok(2));
    assert_eq!(
        read_shared(32_768, 3),
        Err(SheetRefused::CellTooLong { limit: 32_767 })
    );
    assert_eq!(
        read_shared(32_767, 1_100),
        Err(SheetRefused::TooLarge { limit: 10 })
    );
}
