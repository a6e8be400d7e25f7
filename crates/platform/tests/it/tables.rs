mod csv;
mod workbook;

use platform::tables::{Sheet, SheetRefused, read};

/// The lines of a sheet with their numbers.
fn lines(sheet: &Sheet) -> Vec<(usize, Vec<&str>)> {
    let rows = sheet.rows.iter();
    rows.map(|row| (row.line, row.cells.iter().map(String::as_str).collect()))
        .collect()
}

#[test]
fn what_is_not_a_table_is_refused() {
    assert_eq!(read(b"", "empty.csv"), Err(SheetRefused::Empty));
    assert_eq!(read(b"\n;;;\n \n", "blank.csv"), Err(SheetRefused::Empty));
    assert_eq!(
        read(b"\x89PNG\x00\x00", "picture.csv"),
        Err(SheetRefused::Unreadable)
    );
    assert_eq!(
        read(b"not a workbook", "book.XLSX"),
        Err(SheetRefused::Unreadable)
    );
    assert_eq!(
        read(b"PK\x03\x04 cut short", "book.xlsx"),
        Err(SheetRefused::Unreadable)
    );
    assert_eq!(
        read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "book.xls"),
        Err(SheetRefused::OldWorkbook)
    );
}

#[test]
fn a_table_beyond_the_limits_is_refused_and_one_at_the_limit_is_read() {
    let table = |rows: usize| format!("a;b\n{}", "1;2\n".repeat(rows)).into_bytes();
    assert_eq!(read(&table(50_000), "t.csv").unwrap().rows.len(), 50_000);
    assert_eq!(
        read(&table(50_001), "t.csv"),
        Err(SheetRefused::TooManyRows { limit: 50_000 })
    );
    let wide = |columns: usize| vec!["x"; columns].join(";").into_bytes();
    assert_eq!(read(&wide(200), "t.csv").unwrap().headers.len(), 200);
    assert_eq!(
        read(&wide(201), "t.csv"),
        Err(SheetRefused::TooManyColumns { limit: 200 })
    );
    let heavy = vec![b'x'; 10 * 1024 * 1024 + 1];
    assert_eq!(read(&heavy, "t.csv"), Err(SheetRefused::TooLarge { limit: 10 }));
}
