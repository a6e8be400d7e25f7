//! A copy of everything about somebody: a ZIP with `data.json`, for programs, and `data.html`, for reading.

use super::shown::{for_people, for_programs};
use crate::actions::every_record;
use crate::store::copies::{self, PersonalCopy};
use askama::Template;
use kernel::{Id, Locale, PersonId};
use platform::database::{ShownRow, Tx};
use platform::personal::{Declarations, Held, Holding};
use platform::place::{self, Place};
use platform::web::Words;
use platform::{Catalogue, Fault, JobContext, JobReport};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use std::io::{Cursor, Write as _};
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The job that makes a copy.
pub(crate) const COPY_JOB: &str = "privacy.copy";
/// What `data.json` says it is.
const FORMAT: &str = "tribu-personal-data";
/// Its version: a reader may rely on what a version holds.
const VERSION: u32 = 1;

/// A copy to be made.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct CopyAsked {
    pub(crate) copy: Id<PersonalCopy>,
    pub(crate) person: PersonId,
    pub(crate) locale: Locale,
}

/// Makes a copy and keeps it for whom it is.
pub(crate) fn make(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let asked: CopyAsked = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let declarations = context.extras.get::<Declarations>()?.clone();
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let place = context.place;
    let (here, kinds, now) = context.db.read_blocking(move |tx| {
        let here = place::get(tx, place)?;
        let kinds = read(tx, &here, &declarations, asked.person)?;
        Ok::<_, Fault>((here, kinds, tx.now()))
    })?;
    let words = Words::new(messages, asked.locale, here.zone.clone(), here.currency);
    let made_at = now.to_string();
    let json = for_machines(&here, &words, &kinds, &made_at);
    let html = readable(&here, &words, &kinds, &words.when(now))?;
    let content = zipped(&[("data.json", &json), ("data.html", &html)])?;
    context
        .db
        .write_blocking(move |tx| copies::fill(tx, place, asked.person, asked.copy, &content))?;
    Ok(JobReport {
        done: 1,
        onward: Some("/me/data".to_owned()),
        ..JobReport::default()
    })
}

/// One kind of data with its tables and their rows.
struct Kind {
    holding: &'static Holding,
    tables: Vec<(&'static Held, Vec<ShownRow>)>,
}

fn read(
    tx: &mut Tx<'_>,
    here: &Place,
    declarations: &Declarations,
    person: PersonId,
) -> Result<Vec<Kind>, Fault> {
    let records = every_record(tx, here.id, person)?;
    let mut kinds = Vec::new();
    for holding in declarations.holdings() {
        let mut tables = Vec::new();
        for held in holding.tables {
            let mut rows = Vec::new();
            for record in &records {
                rows.extend(tx.held_rows(held, here.id, record)?);
            }
            if !rows.is_empty() {
                tables.push((held, rows));
            }
        }
        if !tables.is_empty() {
            kinds.push(Kind { holding, tables });
        }
    }
    Ok(kinds)
}

fn for_machines(here: &Place, words: &Words, kinds: &[Kind], made_at: &str) -> String {
    let row = |row: &ShownRow| -> Json {
        let fields: Map<String, Json> = row
            .iter()
            .map(|(column, value)| ((*column).to_owned(), for_programs(column, value)))
            .collect();
        Json::Object(fields)
    };
    let table = |(held, rows): &(&Held, Vec<ShownRow>)| json!({ "table": held.table, "rows": rows.iter().map(row).collect::<Vec<_>>() });
    let kind = |kind: &Kind| {
        json!({
            "kind": kind.holding.name,
            "name": words.text(kind.holding.name, &[]),
            "purpose": words.text(&format!("{}-purpose", kind.holding.name), &[]),
            "legal_basis": kind.holding.basis.code(),
            "tables": kind.tables.iter().map(table).collect::<Vec<_>>(),
        })
    };
    let all = json!({
        "format": FORMAT,
        "version": VERSION,
        "place": here.name,
        "made_at": made_at,
        "units": { "moments": "RFC 3339, UTC", "days": "YYYY-MM-DD", "cents": here.currency.code() },
        "kinds": kinds.iter().map(kind).collect::<Vec<_>>(),
    });
    format!("{all:#}")
}

/// The copy as its reader opens it.
#[derive(Template)]
#[template(path = "personal_copy.html")]
struct CopyPage {
    language: &'static str,
    title: String,
    lead: String,
    sections: Vec<Section>,
}

/// One kind of data in words.
struct Section {
    name: String,
    purpose: String,
    basis: String,
    tables: Vec<Sheet>,
}

/// Rows with the names of their columns.
struct Sheet {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn readable(here: &Place, words: &Words, kinds: &[Kind], made: &str) -> Result<String, Fault> {
    let sheet = |(held, rows): &(&Held, Vec<ShownRow>)| Sheet {
        columns: held
            .shown
            .iter()
            .map(|column| words.text(&label(column), &[]))
            .collect(),
        rows: rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|(column, value)| for_people(column, value, words))
                    .collect()
            })
            .collect(),
    };
    let section = |kind: &Kind| Section {
        name: words.text(kind.holding.name, &[]),
        purpose: words.text(&format!("{}-purpose", kind.holding.name), &[]),
        basis: words.text(&kind.holding.basis.message(), &[]),
        tables: kind.tables.iter().map(sheet).collect(),
    };
    let page = CopyPage {
        language: words.locale().code(),
        title: words.text("privacy-copy-title", &[("place", here.name.as_str().into())]),
        lead: words.text("privacy-copy-lead", &[("when", made.into())]),
        sections: kinds.iter().map(section).collect(),
    };
    page.render().map_err(Fault::internal)
}

/// The message that names a column.
pub(crate) fn label(column: &str) -> String {
    format!("privacy-column-{}", column.replace('_', "-"))
}

fn zipped(files: &[(&str, &str)]) -> Result<Vec<u8>, Fault> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default())
            .map_err(Fault::internal)?;
        zip.write_all(content.as_bytes()).map_err(Fault::internal)?;
    }
    Ok(zip.finish().map_err(Fault::internal)?.into_inner())
}
