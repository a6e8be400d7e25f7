//! Which column of a file is what: guessed, shown with what the columns hold, changed by hand.

use super::{in_the_background, is_short, load};
use crate::actions::{self, Prepared};
use crate::jobs::REHEARSE;
use crate::rules::field::Field;
use crate::rules::mapping::Mapping;
use crate::store::imports::{Import, ImportId};
use askama::Template;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Argument, Failure};
use std::convert::Infallible;

/// How many lines show what a column holds.
const EXAMPLES: usize = 3;

/// The columns of a file, each with what it holds and the field it is.
#[derive(Template)]
#[template(path = "import_mapping.html")]
pub(super) struct MappingPage {
    shell: Shell,
    form: Form,
    import: Import,
    kind: String,
    columns: Vec<ColumnLine>,
    fields: Vec<(String, String)>,
    constants: Vec<ConstantLine>,
}

/// One column of the file.
struct ColumnLine {
    name: String,
    title: String,
    examples: Vec<String>,
}

/// A field that one value may fill for the whole file.
struct ConstantLine {
    name: String,
    label_key: String,
}

pub(super) async fn edit(visit: Visit, Path(id): Path<ImportId>) -> Answer {
    let (import, file) = load(&visit, id).await?;
    let Some(file) = file else {
        return visit.redirect(&format!("/office/imports/{id}"));
    };
    let form = filled(Form::blank(&visit), &file);
    page(&visit, form, import, &file, StatusCode::OK)
}

pub(super) async fn update(visit: Visit, Path(id): Path<ImportId>, mut form: Form) -> Answer {
    let (import, file) = load(&visit, id).await?;
    let Some(mut file) = file else {
        return visit.redirect(&format!("/office/imports/{id}"));
    };
    let mapping = read(&visit, &mut form, &file);
    if form.is_valid()
        && let Err(refused) = mapping.check(file.kind)
    {
        form.refuse("columns", &refused);
    }
    if !form.is_valid() {
        // What was chosen is kept even when it does not suffice: the person comes back to it.
        visit
            .write(move |tx, actor| actions::set_mapping(tx, actor, id, &mapping))
            .await?;
        return page(&visit, form, import, &file, StatusCode::UNPROCESSABLE_ENTITY);
    }
    file.mapping = mapping;
    let to = visit
        .submit(&form, move |tx, actor| {
            actions::set_mapping(tx, actor, id, &file.mapping)?;
            if !is_short(&file) {
                return Ok(in_the_background(tx, actor, REHEARSE, id)?);
            }
            actions::rehearse(tx, actor, id, &file, &|_, _| Ok(()))?;
            Ok::<_, Failure<Infallible>>(format!("/office/imports/{id}/preview"))
        })
        .await?;
    if to.starts_with("/jobs/") {
        return visit.redirect_with(&to, &Flash::success("imports-background"));
    }
    visit.redirect(&to)
}

/// The fields chosen for the columns; one chosen twice is refused at the second.
fn read(visit: &Visit, form: &mut Form, file: &Prepared) -> Mapping {
    let mut mapping = Mapping::default();
    for column in 0..file.sheet.headers.len() {
        let name = column_name(column);
        let Ok(field) = Field::parse(form.value(&name)) else {
            continue;
        };
        if !file.kind.fields().contains(&field) {
            continue;
        }
        if mapping.column(field).is_some() {
            let text = visit.text(&field.message());
            let said = visit.text_with("imports-refused-field-twice", &[("field", Argument::from(text))]);
            form.refuse_with_text(&name, said);
            continue;
        }
        mapping.set_column(field, column);
    }
    for field in constant_fields(file) {
        mapping.set_constant(field, form.value(&constant_name(field)));
    }
    mapping
}

fn filled(mut form: Form, file: &Prepared) -> Form {
    for column in 0..file.sheet.headers.len() {
        let field = file.mapping.field_of(column);
        form.set(&column_name(column), field.map_or("", Field::code));
    }
    for field in constant_fields(file) {
        form.set(
            &constant_name(field),
            file.mapping.constant(field).unwrap_or_default(),
        );
    }
    form
}

fn page(visit: &Visit, form: Form, import: Import, file: &Prepared, status: StatusCode) -> Answer {
    let titles = file.sheet.headers.iter().enumerate();
    let columns = titles.map(|(column, title)| ColumnLine {
        name: column_name(column),
        title: title.clone(),
        examples: examples(file, column),
    });
    let mut fields = vec![(String::new(), visit.text("imports-field-none"))];
    fields.extend(
        file.kind
            .fields()
            .iter()
            .map(|field| (field.code().to_owned(), visit.text(&field.message()))),
    );
    let constants = constant_fields(file).map(|field| ConstantLine {
        name: constant_name(field),
        label_key: field.message(),
    });
    let page = MappingPage {
        shell: visit.shell("imports-mapping-title"),
        kind: visit.text(import.kind.message()),
        columns: columns.collect(),
        constants: constants.collect(),
        fields,
        form,
        import,
    };
    visit.page_with_status(status, &page)
}

fn examples(file: &Prepared, column: usize) -> Vec<String> {
    let cells = file
        .sheet
        .rows
        .iter()
        .map(|row| row.cell(column))
        .filter(|cell| !cell.is_empty());
    cells
        .take(EXAMPLES)
        .map(|cell| cell.chars().take(40).collect())
        .collect()
}

fn constant_fields(file: &Prepared) -> impl Iterator<Item = Field> + use<> {
    file.kind
        .fields()
        .iter()
        .copied()
        .filter(|field| field.may_be_constant())
}

fn column_name(column: usize) -> String {
    format!("column-{column}")
}

fn constant_name(field: Field) -> String {
    format!("same-{}", field.code())
}
