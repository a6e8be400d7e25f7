//! The arrival of a request: place by host, session by cookie, language by choice, browser or place.

use super::flash::Flash;
use super::visit::{FLASH, LANGUAGE, RequestId, SESSION, VISITOR, Visit, VisitParts};
use super::{App, CsrfToken, NoteUse, SignedIn, cookie};
use crate::capability::permissions_of;
use crate::failure::Fault;
use crate::place::{self, Place};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Actor, ActorKind, Currency, Hat, Locale, PlaceId, Zone};
use std::net::{IpAddr, SocketAddr};

/// The layer that makes the visit: place by host, session by cookie, language by choice, browser or place.
pub(crate) async fn receive(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let token = cookie::read(headers, SESSION).unwrap_or_default().to_owned();
    let host = host_of(headers);
    let (identify, asked) = (app.identify, token.clone());
    let known = app
        .db
        .read(move |tx| {
            let Some(place) = place::find_by_host(tx, &host)? else {
                return Ok(None);
            };
            let signed_in = if asked.is_empty() {
                None
            } else {
                identify(tx, place.id, &asked)?
            };
            Ok::<_, Fault>(Some((place, signed_in)))
        })
        .await;
    let (place, signed_in) = match known {
        Ok(Some((place, signed_in))) => (place, signed_in),
        Ok(None) => (unopened(), None),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let token = if signed_in.is_some() { token } else { String::new() };
    if let Some(note_use) = signed_in.as_ref().and_then(|who| who.note_use) {
        write_beside(&app, place.id, token.clone(), note_use);
    }
    let visit = assemble(app, place, signed_in, token, &request);
    request.extensions_mut().insert(visit);
    next.run(request).await
}

/// Notes the use of a session without making its request wait.
fn write_beside(app: &App, place: PlaceId, token: String, note_use: NoteUse) {
    let written = app.db.write(move |tx| note_use(tx, place, &token));
    tokio::spawn(async move {
        if let Err(error) = written.await {
            tracing::warn!(%error, "the use of a session was not noted");
        }
    });
}

fn assemble(
    app: App,
    place: Place,
    signed_in: Option<SignedIn>,
    session_token: String,
    request: &Request,
) -> Visit {
    let headers = request.headers();
    let known_visitor = cookie::read(headers, VISITOR)
        .filter(|value| value.len() == 26)
        .map(str::to_owned);
    let new_visitor = known_visitor.is_none();
    let visitor = known_visitor.unwrap_or_else(|| super::seal::token(&app.db));
    let actor = actor_of(&app, &place, signed_in.as_ref());
    let locale = language_of(headers, signed_in.as_ref(), &place);
    let flash = cookie::read(headers, FLASH)
        .and_then(|sealed| app.seal.read("flash", sealed))
        .and_then(|text| Flash::from_text(&text));
    Visit::new(VisitParts {
        csrf: CsrfToken::new(&app.seal, &visitor, &session_token),
        hat: signed_in.as_ref().map_or(Hat::Member, |who| who.hat),
        path: request
            .uri()
            .path_and_query()
            .map_or("/", |path| path.as_str())
            .to_owned(),
        address: address_of(&app, request),
        agent: headers
            .get(header::USER_AGENT)
            .and_then(|agent| agent.to_str().ok())
            .unwrap_or_default()
            .chars()
            .take(200)
            .collect(),
        htmx: headers.contains_key("hx-request"),
        now: app.db.clock().now(),
        request_id: request
            .extensions()
            .get::<RequestId>()
            .map(|id| id.0.clone())
            .unwrap_or_default(),
        place,
        actor,
        signed_in,
        locale,
        session_token,
        visitor,
        new_visitor,
        flash,
        app,
    })
}

fn actor_of(app: &App, place: &Place, signed_in: Option<&SignedIn>) -> Actor {
    let Some(who) = signed_in else {
        return Actor::visitor(place.id);
    };
    Actor {
        place: place.id,
        account: Some(who.account),
        person: Some(who.person),
        permissions: permissions_of(&who.roles, &app.grants),
        roles: who.roles.clone(),
        kind: ActorKind::Person,
    }
}

fn language_of(headers: &HeaderMap, signed_in: Option<&SignedIn>, place: &Place) -> Locale {
    // What was chosen on this device last; signing in writes the person's own choice there.
    let chosen = cookie::read(headers, LANGUAGE)
        .and_then(|code| Locale::parse(code).ok())
        .or_else(|| signed_in.and_then(|who| who.language));
    let asked = || {
        let list = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        list.split(',')
            .find_map(|part| Locale::parse(part.split(['-', ';']).next().unwrap_or_default().trim()).ok())
    };
    chosen.or_else(asked).unwrap_or(place.language)
}

fn host_of(headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    host.split(':').next().unwrap_or_default().to_ascii_lowercase()
}

fn address_of(app: &App, request: &Request) -> String {
    let direct = || Some(request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip());
    let address = if app.settings.behind_proxy {
        stated_address(request.headers()).or_else(direct)
    } else {
        direct()
    };
    address.map_or_else(
        || "unknown".to_owned(),
        |address| address.to_canonical().to_string(),
    )
}

/// What our own proxy says: the last address of the last line. Lines and addresses before it may be the visitor's words.
fn stated_address(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()?
        .to_str()
        .ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

/// What stands in for the place while there is none: number 0, which no place has.
fn unopened() -> Place {
    Place {
        id: PlaceId::from_i64(0),
        name: "Tribu".to_owned(),
        zone: Zone::utc(),
        language: Locale::Fr,
        currency: Currency::EUR,
        brand_colour: place::DEFAULT_COLOUR.to_owned(),
        host: None,
        demonstration: false,
    }
}
