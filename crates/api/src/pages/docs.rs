//! The interface described for people, from the same declarations as the description for machines.

use crate::endpoint::Endpoint;
use crate::openapi::{self, summary_key, tag, verb};
use crate::trouble::Trouble;
use askama::Template;
use platform::web::{Answer, Shell, Visit};
use serde_json::Value;

/// The whole interface on one page.
#[derive(Template)]
#[template(path = "docs.html")]
pub(super) struct DocsPage {
    shell: Shell,
    parts: Vec<Part>,
    problems: Vec<(&'static str, u16, String)>,
    base_url: String,
}

/// The calls about one part of the house.
pub(super) struct Part {
    tag: &'static str,
    calls: Vec<Told>,
}

/// A call, described.
pub(super) struct Told {
    name: &'static str,
    method: String,
    path: &'static str,
    summary: String,
    scope: Option<(String, &'static str)>,
    /// What it takes.
    takes: Vec<Field>,
    /// What it answers.
    answers: Vec<Field>,
}

impl Told {
    /// The path between its slashes, so that it may break there.
    fn parts(&self) -> impl Iterator<Item = &str> {
        self.path.split('/').skip(1)
    }
}

/// A member of what is sent or answered.
pub(super) struct Field {
    name: String,
    kind: String,
    needed: bool,
    note: String,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let (endpoints, words) = (crate::endpoints::all(), visit.words());
    let base_url = visit.app.settings.base_url.clone();
    let whole = openapi::description(&endpoints, &words, &base_url);
    let mut parts: Vec<Part> = Vec::new();
    for endpoint in &endpoints {
        let call = told(endpoint, words.text(&summary_key(endpoint), &[]), &whole);
        match parts.iter_mut().find(|part| part.tag == tag(endpoint)) {
            Some(part) => part.calls.push(call),
            None => parts.push(Part {
                tag: tag(endpoint),
                calls: vec![call],
            }),
        }
    }
    let problem = |(name, status): &(&'static str, u16)| {
        (*name, *status, words.text(&format!("api-problem-{name}"), &[]))
    };
    visit.page(&DocsPage {
        shell: visit.shell("api-docs-title"),
        parts,
        problems: Trouble::ALL.iter().map(problem).collect(),
        base_url,
    })
}

fn told(endpoint: &Endpoint, summary: String, whole: &Value) -> Told {
    let method = verb(endpoint.method);
    let operation = whole
        .get("paths")
        .and_then(|paths| paths.get(endpoint.path)?.get(method));
    let body =
        operation.and_then(|operation| operation.pointer("/requestBody/content/application~1json/schema"));
    let answer = operation.and_then(|operation| {
        operation.pointer(&format!(
            "/responses/{}/content/application~1json/schema",
            endpoint.status
        ))
    });
    let parameters = operation.and_then(|operation| operation.get("parameters")?.as_array());
    let mut takes: Vec<Field> = parameters.into_iter().flatten().filter_map(parameter).collect();
    takes.extend(body.into_iter().flat_map(|schema| members(schema, whole)));
    Told {
        name: endpoint.name,
        method: method.to_uppercase(),
        path: endpoint.path,
        summary,
        scope: endpoint.scope.map(|scope| (scope.message(), scope.code())),
        takes,
        answers: answer.map(|schema| members(schema, whole)).unwrap_or_default(),
    }
}

/// A parameter of the path or of the query.
fn parameter(parameter: &Value) -> Option<Field> {
    if parameter.get("in")? == "header" {
        return None;
    }
    let schema = parameter.get("schema")?;
    Some(Field {
        name: parameter.get("name")?.as_str()?.to_owned(),
        kind: kind(schema),
        needed: parameter
            .get("required")
            .and_then(Value::as_bool)
            .unwrap_or(false),
        note: note(schema),
    })
}

fn members(schema: &Value, whole: &Value) -> Vec<Field> {
    let schema = followed(schema, whole);
    // A list is told by what is in it.
    if let Some(items) = schema.pointer("/properties/items/items") {
        return members(items, whole)
            .into_iter()
            .map(|field| Field {
                name: format!("items[].{}", field.name),
                ..field
            })
            .collect();
    }
    let needed: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let members = schema.get("properties").and_then(Value::as_object);
    members
        .into_iter()
        .flatten()
        .map(|(name, schema)| Field {
            name: name.clone(),
            kind: kind(schema),
            needed: needed.contains(&name.as_str()),
            note: note(schema),
        })
        .collect()
}

fn followed<'a>(schema: &'a Value, whole: &'a Value) -> &'a Value {
    let target = schema.get("$ref").and_then(Value::as_str);
    target
        .and_then(|target| whole.pointer(target.trim_start_matches('#')))
        .unwrap_or(schema)
}

/// What a value looks like, in a word or two.
fn kind(schema: &Value) -> String {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return target.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(codes) = schema.get("enum").and_then(Value::as_array) {
        let codes: Vec<&str> = codes.iter().filter_map(Value::as_str).collect();
        return codes.join(" | ");
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let kinds: Vec<String> = choices.iter().map(kind).filter(|kind| kind != "null").collect();
        return kinds.join(" | ");
    }
    if let Some(items) = schema.get("items") {
        return format!("[{}]", kind(items));
    }
    let format = schema.get("format").and_then(Value::as_str);
    let plain = match schema.get("type") {
        Some(Value::String(kind)) => kind.as_str(),
        Some(Value::Array(kinds)) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or_default(),
        _ => "",
    };
    match format {
        Some(format) if plain == "string" => format.to_owned(),
        _ => plain.to_owned(),
    }
}

fn note(schema: &Value) -> String {
    schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
