//! The description for machines (OpenAPI 3.1), made from the declarations.

use crate::endpoint::Endpoint;
use crate::rules::scope::Scope;
use crate::serve::LONGEST_KEY;
use crate::trouble::Trouble;
use axum::http::header;
use axum::response::IntoResponse as _;
use platform::web::{Answer, Method, Visit, Words};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Everything that the interface can do, in the reader's language.
pub(crate) fn description(endpoints: &[Endpoint], words: &Words, base_url: &str) -> Value {
    let mut generator = SchemaSettings::draft2020_12()
        .with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
        })
        .into_generator();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for endpoint in endpoints {
        let operation = operation(endpoint, words, &mut generator);
        paths
            .entry(endpoint.path)
            .or_default()
            .insert(verb(endpoint.method).to_owned(), operation);
    }
    let mut schemas = generator.take_definitions(true);
    schemas.insert("Problem".to_owned(), problem());
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Tribu", "version": "1", "description": words.text("api-docs-lead", &[]), "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" } },
        "servers": [{ "url": base_url }],
        "security": [{ "key": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description": words.text("api-docs-key", &[]) } },
        },
    })
}

/// A method as the description names it.
pub(crate) const fn verb(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
    }
}

fn operation(endpoint: &Endpoint, words: &Words, generator: &mut SchemaGenerator) -> Value {
    let takes = (endpoint.takes)(generator);
    let mut parameters = Vec::new();
    if takes.id {
        let schema = <kernel::PersonId as crate::wire::Written>::schema();
        parameters.push(json!({ "name": "id", "in": "path", "required": true, "schema": schema }));
    }
    if let Some(query) = &takes.query {
        parameters.extend(in_query(query.as_value()));
    }
    if endpoint.method == Method::Post {
        parameters.push(idempotency_key());
    }
    let mut operation = json!({
        "operationId": endpoint.name,
        "summary": words.text(&summary_key(endpoint), &[]),
        "tags": [tag(endpoint)],
        "parameters": parameters,
        "responses": responses(endpoint, &takes, generator),
    });
    if let Value::Object(members) = &mut operation {
        if let Some(body) = takes.body {
            let content = json!({ "application/json": { "schema": body } });
            members.insert(
                "requestBody".to_owned(),
                json!({ "required": true, "content": content }),
            );
        }
        if let Some(scope) = endpoint.scope {
            members.insert("x-scope".to_owned(), json!(scope.code()));
        }
    }
    operation
}

/// The key of the message that says what a call does.
pub(crate) fn summary_key(endpoint: &Endpoint) -> String {
    format!("api-op-{}", endpoint.name.replace('_', "-"))
}

/// The part of the house that a call is about.
pub(crate) fn tag(endpoint: &Endpoint) -> &'static str {
    endpoint.scope.map_or("me", Scope::part)
}

/// Each member of what may be asked becomes a parameter.
fn in_query(schema: &Value) -> Vec<Value> {
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let members = schema.get("properties").and_then(Value::as_object);
    members
        .into_iter()
        .flatten()
        .map(|(name, schema)| {
            let needed = required.contains(&name.as_str());
            json!({ "name": name, "in": "query", "required": needed, "schema": without_null(schema) })
        })
        .collect()
}

/// A parameter that is not there is not sent: nobody sends a null in an address.
fn without_null(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Value::Object(members) = &mut schema {
        let one = members.get("type").and_then(Value::as_array).and_then(|types| {
            let kept: Vec<&Value> = types.iter().filter(|one| *one != "null").collect();
            kept.first().map(|one| (*one).clone())
        });
        if let Some(one) = one {
            members.insert("type".to_owned(), one);
        }
        if let Some(Value::Array(codes)) = members.get_mut("enum") {
            codes.retain(|code| !code.is_null());
        }
        let choices = members.get("anyOf").and_then(Value::as_array);
        let only =
            choices.and_then(|choices| choices.iter().find(|one| one.get("type") != Some(&json!("null"))));
        if let Some(only) = only {
            return only.clone();
        }
    }
    schema
}

/// The key that makes a call harmless when it is sent twice.
fn idempotency_key() -> Value {
    let schema = json!({ "type": "string", "pattern": "^[A-Za-z0-9_.:-]+$", "minLength": 1, "maxLength": LONGEST_KEY });
    json!({ "name": "Idempotency-Key", "in": "header", "required": true, "schema": schema })
}

/// Every answer that a call can have: success, and what can go wrong with such a call.
fn responses(endpoint: &Endpoint, takes: &crate::read::Takes, generator: &mut SchemaGenerator) -> Value {
    let answer = (endpoint.answers)(generator);
    let mut told = Map::new();
    let success = json!({ "description": "OK", "content": { "application/json": { "schema": answer } } });
    told.insert(endpoint.status.to_string(), success);
    let problem =
        json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
    let mut may = |status: u16, names: &[&str]| {
        let description = names.join(", ");
        told.insert(
            status.to_string(),
            json!({ "description": description, "content": problem }),
        );
    };
    may(401, &["unauthorized"]);
    may(403, &["forbidden", "scope-missing"]);
    may(404, &["not-found"]);
    may(429, &["too-many-requests"]);
    let reads = takes.query.is_some() || takes.body.is_some();
    if endpoint.method == Method::Post {
        may(400, &["idempotency-key-missing"]);
        may(409, &["refused"]);
        may(413, &["too-large"]);
        may(415, &["media-type"]);
        may(422, &["invalid", "idempotency-key-reused"]);
    } else if reads {
        may(422, &["invalid"]);
    }
    if endpoint.method == Method::Get {
        told.insert("304".to_owned(), json!({ "description": "If-None-Match" }));
    }
    Value::Object(told)
}

/// What a problem looks like (RFC 9457).
fn problem() -> Value {
    let types: Vec<String> = Trouble::ALL
        .iter()
        .map(|(name, _)| format!("urn:tribu:problem:{name}"))
        .collect();
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "enum": types },
            "title": text,
            "status": { "type": "integer" },
            "detail": text,
            "code": text,
            "scope": text,
            "request": text,
            "errors": {
                "type": "array",
                "items": { "type": "object", "required": ["field", "code", "detail"], "properties": { "field": text, "code": text, "detail": text } },
            },
        },
    })
}

/// `GET /api/v1/openapi.json`.
pub(crate) async fn show(visit: Visit) -> Answer {
    let base_url = &visit.app.settings.base_url;
    let description = description(&crate::endpoints::all(), &visit.words(), base_url);
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, description.to_string()).into_response())
}
