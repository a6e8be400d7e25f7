use super::Visitor;
use crate::html::Form;
use axum::Router;
use axum::body::Body;
use axum::extract::Multipart;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use axum::routing::{get, post};

/// Tells the headers of a request, one a line.
async fn headers(headers: HeaderMap) -> String {
    let line = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        format!("{name}: {}", value.to_str().unwrap())
    };
    headers.iter().map(line).collect::<Vec<_>>().join("\n")
}

async fn gives_cookies() -> impl IntoResponse {
    AppendHeaders([
        (header::SET_COOKIE, "visit=first; Path=/; HttpOnly"),
        (header::SET_COOKIE, "basket=full; Path=/"),
    ])
}

async fn takes_cookies() -> impl IntoResponse {
    AppendHeaders([
        (header::SET_COOKIE, "visit=second; Path=/"),
        (header::SET_COOKIE, "basket=; Path=/; Max-Age=0"),
    ])
}

async fn fields(mut parts: Multipart) -> String {
    let mut told = Vec::new();
    while let Some(part) = parts.next_field().await.unwrap() {
        let name = part.name().unwrap().to_owned();
        let file = part.file_name().unwrap_or("no file").to_owned();
        told.push(format!("{name} ({file}): {:?}", part.bytes().await.unwrap()));
    }
    told.join("\n")
}

fn visitor() -> Visitor {
    let router = Router::new()
        .route(
            "/",
            get(|| async { axum::response::Html("<meta name=csrf-token content=t0ken>") }),
        )
        .route("/headers", get(headers))
        .route("/gives", get(gives_cookies))
        .route("/takes", get(takes_cookies))
        .route("/fields", post(fields))
        .route("/echo", post(|body: String| async { body }))
        .route("/leads", post(|| async { Redirect::to("/headers") }))
        .route(
            "/refuses",
            post(|| async { (StatusCode::UNPROCESSABLE_ENTITY, "no") }),
        )
        .route("/lacks", get(|| async { "⟦people-name⟧" }))
        .route("/bytes", get(|| async { [0xff_u8, 0x00].to_vec() }));
    Visitor::new(&router)
}

fn fails(call: impl FnOnce()) -> bool {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).is_err()
}

#[test]
fn cookies_are_kept_replaced_and_given_up_as_the_pages_ask() {
    let mut visitor = visitor();
    assert!(!visitor.get("/headers").text().contains("cookie"));
    visitor.get("/gives");
    let told = visitor.get("/headers");
    assert!(told.text().contains("cookie: basket=full; visit=first"), "{told}");
    visitor.get("/takes");
    assert_eq!(visitor.cookie("visit"), Some("second"));
    assert_eq!(visitor.cookie("basket"), None);
}

#[test]
fn a_thief_has_the_cookies_of_another() {
    let (mut owner, mut thief) = (visitor(), visitor());
    owner.get("/gives");
    thief.steal(&owner);
    assert_eq!(thief.cookie("visit"), Some("first"));
}

#[test]
fn a_visitor_says_where_it_goes_and_what_it_speaks_and_a_request_may_say_otherwise() {
    let mut visitor = visitor()
        .at("ailleurs.example.org")
        .speaking("en")
        .saying("x-forwarded-for", "203.0.113.9");
    let told = visitor.get("/headers").text().into_owned();
    for line in [
        "host: ailleurs.example.org",
        "accept-language: en",
        "x-forwarded-for: 203.0.113.9",
    ] {
        assert!(told.lines().any(|said| said == line), "{line} in {told}");
    }
    assert!(visitor.part("/headers").text().contains("hx-request: true"));
    let other = Request::get("/headers")
        .header("accept-language", "fr")
        .body(Body::empty());
    assert!(
        visitor
            .send(other.unwrap())
            .text()
            .contains("accept-language: fr")
    );
}

#[test]
fn a_form_is_sent_to_its_address_and_followed_where_it_leads() {
    let mut visitor = visitor();
    let form = Form::to("/echo").and("name", "Élise & co");
    assert_eq!(visitor.post(&form).text(), "name=%C3%89lise+%26+co");
    assert_eq!(visitor.post(&Form::to("/leads")).location, "/headers");
    assert!(visitor.submit(&Form::to("/leads")).says("host: lieu.example.org"));
    assert!(visitor.refused(&Form::to("/refuses")).says("no"));
}

#[test]
fn each_form_of_ones_own_has_a_token_and_another_key() {
    let mut visitor = visitor();
    let (first, second) = (visitor.own_form("/echo"), visitor.own_form("/echo"));
    assert_eq!(first.fields[0], ("_csrf".to_owned(), "t0ken".to_owned()));
    assert_ne!(first.fields[1], second.fields[1]);
    let again = visitor.post_anew(&first);
    assert!(
        again.text().starts_with("_csrf=t0ken&_key=key-of-a-test-"),
        "{again}"
    );
    assert_ne!(again.text(), visitor.post_anew(&first).text());
}

#[test]
fn a_file_travels_whole_beside_the_other_fields() {
    let form = Form::to("/fields").and("kind", "people").and("file", "");
    let reply = visitor().upload(&form, "file", "liste.csv", b"a;b\r\n\xff");
    let told = "kind (no file): b\"people\"\nfile (liste.csv): b\"a;b\\r\\n\\xff\"";
    assert_eq!(reply.text(), told);
}

#[test]
fn bytes_come_as_they_are() {
    assert_eq!(visitor().get("/bytes").body, [0xff, 0x00]);
    assert_eq!(
        visitor().get("/bytes").header("content-type"),
        "application/octet-stream"
    );
    assert_eq!(visitor().get("/bytes").header("etag"), "");
}

#[test]
fn what_does_not_answer_as_it_must_stops_the_test() {
    assert!(
        fails(|| drop(visitor().page("/nowhere"))),
        "a page that is not there"
    );
    assert!(
        fails(|| drop(visitor().page("/lacks"))),
        "a page without its message"
    );
    assert!(
        fails(|| drop(visitor().submit(&Form::to("/refuses")))),
        "a refusal"
    );
    assert!(
        fails(|| drop(visitor().refused(&Form::to("/leads")))),
        "no refusal"
    );
}
