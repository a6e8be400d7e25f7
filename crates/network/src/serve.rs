//! Being called by another place: from a signed request to a signed answer.

use crate::actions::agreements::accepted;
use crate::actions::claims::lines;
use crate::actions::home::{Told, receive_cancellation, receive_visit};
use crate::rules::agreement::Partner;
use crate::rules::signing::{Signed, is_timely};
use crate::rules::statement::compare;
use crate::rules::visit::{Reason, Side};
use crate::store::partners;
use crate::wire::{
    ACCEPTANCES, AGREEMENT, AcceptanceAnswer, AcceptanceCall, CANCELLATIONS, CancellationCall, Done,
    Envelope, REFERENCE, SIGNATURE, STATEMENTS, Said, StatementAnswer, StatementCall, TIMESTAMP, VISITS,
    VisitAnswer, VisitCall,
};
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use kernel::{Actor, Month};
use platform::Failure;
use platform::database::Tx;
use platform::web::{RateLimit, Visit, allow, network};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The largest call, in bytes.
const LARGEST: usize = 256 * 1024;
/// Calls of one network address in a minute, whoever they are from.
const CALLS: RateLimit = RateLimit {
    tries: 300,
    seconds: 60,
};
/// Codes that one place may try in ten minutes.
const CODES: RateLimit = RateLimit {
    tries: 60,
    seconds: 600,
};
/// The longest reference of a call.
const LONGEST_REFERENCE: usize = 100;

/// A call whose signature holds.
struct Heard {
    partner: Partner,
    key: String,
    path: &'static str,
    seconds: i64,
    reference: String,
    body: String,
}

/// A call that is not answered with a signature.
fn unsigned(status: StatusCode, name: &str) -> Response {
    let body = format!(
        "{{\"type\":\"urn:tribu:problem:{name}\",\"status\":{}}}",
        status.as_u16()
    );
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}

async fn hear(visit: &Visit, request: Request, path: &'static str) -> Result<Heard, Response> {
    let unknown = || unsigned(StatusCode::UNAUTHORIZED, "unauthorized");
    let (place, bucket) = (visit.place.id, format!("network:{}", network(&visit.address)));
    let counted = visit
        .app
        .db
        .write(move |tx| allow(tx, place, &bucket, CALLS))
        .await;
    match counted {
        Ok(None) => {}
        Ok(Some(_)) => return Err(unsigned(StatusCode::TOO_MANY_REQUESTS, "too-many-requests")),
        Err(error) => return Err(failed(&error.to_string())),
    }
    let (parts, body) = request.into_parts();
    let told = |name: &str| header_of(&parts.headers, name);
    let (agreement, signature, reference) = (told(AGREEMENT), told(SIGNATURE), told(REFERENCE));
    let seconds = told(TIMESTAMP).parse::<i64>().unwrap_or_default();
    let body = to_bytes(body, LARGEST).await.ok();
    let body = body.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    let body = body.ok_or_else(|| unsigned(StatusCode::PAYLOAD_TOO_LARGE, "too-large"))?;
    if !is_timely(seconds, visit.app.db.clock().now().seconds()) || reference.is_empty() {
        return Err(unknown());
    }
    let named = agreement.clone();
    let known = visit
        .app
        .db
        .read(move |tx| partners::by_agreement(tx, place, &named))
        .await;
    let partner = match known {
        Ok(Some(partner)) => partner,
        Ok(None) => return Err(unknown()),
        Err(error) => return Err(failed(&error.to_string())),
    };
    let key = if path == ACCEPTANCES {
        partner.invitation.clone()
    } else {
        partner.key.clone()
    };
    let signed = Signed {
        what: "call",
        agreement: &agreement,
        inviter: !partner.inviter,
        path,
        seconds,
        reference: &reference,
        body: &body,
    };
    if !signed.holds(&key, &signature) {
        return Err(unknown());
    }
    Ok(Heard {
        partner,
        key,
        path,
        seconds,
        reference,
        body,
    })
}

fn header_of(headers: &HeaderMap, name: &str) -> String {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    let value = value.filter(|value| value.len() <= LONGEST_REFERENCE);
    value.unwrap_or_default().to_owned()
}

fn unreadable() -> Response {
    unsigned(StatusCode::UNPROCESSABLE_ENTITY, "invalid")
}

fn failed(what: &str) -> Response {
    tracing::error!(what, "a call of another place failed");
    unsigned(StatusCode::INTERNAL_SERVER_ERROR, "internal")
}

impl Heard {
    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.body).ok()
    }

    fn answer<T: Serialize>(&self, said: &Said<T>) -> Response {
        let Ok(answer) = serde_json::to_string(said) else {
            return failed("an answer that cannot be written");
        };
        let signed = Signed {
            what: "answer",
            agreement: &self.partner.agreement,
            inviter: self.partner.inviter,
            path: self.path,
            seconds: self.seconds,
            reference: &self.reference,
            body: &answer,
        };
        let signature = signed.sign(&self.key);
        match serde_json::to_string(&Envelope { answer, signature }) {
            Ok(body) => (
                [
                    (header::CONTENT_TYPE, "application/json"),
                    (header::CACHE_CONTROL, "no-store"),
                ],
                body,
            )
                .into_response(),
            Err(error) => failed(&error.to_string()),
        }
    }

    /// Does the work in one transaction, in the name of the program.
    async fn work<T, F>(&self, visit: &Visit, work: F) -> Response
    where
        T: Serialize + Send + 'static,
        F: Fn(&mut Tx<'_>, &Actor, &Partner) -> Result<T, Failure<Reason>> + Send + 'static,
    {
        let (actor, partner) = (Actor::system(visit.place.id), self.partner.clone());
        let done = visit.app.db.write(move |tx| work(tx, &actor, &partner)).await;
        visit.app.live.stir(visit.place.id);
        match done {
            Ok(answer) => self.answer(&Said::Done(answer)),
            Err(Failure::Refused(reason)) => self.answer(&Said::<Done>::Refused(reason)),
            Err(Failure::Fault(fault)) => failed(&fault.to_string()),
        }
    }
}

/// `POST /api/network/v1/acceptances`.
pub(crate) async fn acceptance(visit: Visit, request: Request) -> Response {
    let heard = match hear(&visit, request, ACCEPTANCES).await {
        Ok(heard) => heard,
        Err(response) => return response,
    };
    let Some(call) = heard.read::<AcceptanceCall>() else {
        return unreadable();
    };
    let place = visit.place.clone();
    heard
        .work(&visit, move |tx, actor, partner| {
            let joined = accepted(tx, actor, partner.id, &call.nonce)
                .map_err(|failure| failure.map(|_| Reason::Closed))?;
            let today = tx.today(&place.zone);
            let town = billing::seller_on(tx, actor.place, today)?.map(|seller| seller.city);
            Ok(AcceptanceAnswer {
                name: place.name.clone(),
                town: town.unwrap_or_default(),
                currency: place.currency.to_string(),
                half_day_cents: joined.rates.half_day.cents(),
                day_cents: joined.rates.day.cents(),
                from: joined.rates.from,
                until: joined.rates.until.map(|day| day.to_string()),
            })
        })
        .await
}

/// `POST /api/network/v1/visits`.
pub(crate) async fn arrival(visit: Visit, request: Request) -> Response {
    let heard = match hear(&visit, request, VISITS).await {
        Ok(heard) => heard,
        Err(response) => return response,
    };
    let Some(call) = heard.read::<VisitCall>() else {
        return unreadable();
    };
    let (place, bucket) = (visit.place.id, format!("network-code:{}", heard.partner.id));
    let counted = visit
        .app
        .db
        .write(move |tx| allow(tx, place, &bucket, CODES))
        .await;
    match counted {
        Ok(None) => {}
        Ok(Some(_)) => return heard.answer(&Said::<Done>::Refused(Reason::TooMany)),
        Err(error) => return failed(&error.to_string()),
    }
    let told = Told {
        reference: heard.reference.clone(),
        code: call.code,
        day: call.day,
        part: call.part,
    };
    heard
        .work(&visit, move |tx, actor, partner| {
            let (made, name) = receive_visit(tx, actor, partner, &told)?;
            Ok(VisitAnswer {
                name,
                units: made.units,
                units_left: made.units_left,
                cents: made.amount.cents(),
            })
        })
        .await
}

/// `POST /api/network/v1/cancellations`.
pub(crate) async fn cancellation(visit: Visit, request: Request) -> Response {
    let heard = match hear(&visit, request, CANCELLATIONS).await {
        Ok(heard) => heard,
        Err(response) => return response,
    };
    let Some(call) = heard.read::<CancellationCall>() else {
        return unreadable();
    };
    let reference = heard.reference.clone();
    heard
        .work(&visit, move |tx, actor, partner| {
            receive_cancellation(tx, actor, partner, (&reference, call.day, call.part))?;
            Ok(Done {})
        })
        .await
}

/// `POST /api/network/v1/statements`: what we hold otherwise of a month.
pub(crate) async fn statement(visit: Visit, request: Request) -> Response {
    let heard = match hear(&visit, request, STATEMENTS).await {
        Ok(heard) => heard,
        Err(response) => return response,
    };
    let Some(call) = heard.read::<StatementCall>() else {
        return unreadable();
    };
    let Ok(month) = Month::parse(&call.month) else {
        return unreadable();
    };
    heard
        .work(&visit, move |tx, actor, partner| {
            let hosted = lines(tx, actor.place, (partner.id, Side::Host), month)?;
            let sent = lines(tx, actor.place, (partner.id, Side::Home), month)?;
            Ok::<_, Failure<Reason>>(StatementAnswer {
                home: compare(&hosted, &call.home),
                host: compare(&sent, &call.host),
            })
        })
        .await
}
