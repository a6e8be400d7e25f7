//! The tablets of the place: making the address of one, ending it.

use crate::actions::{end_tablet, make_tablet};
use crate::qr::drawing;
use crate::rules::{DoorRefused, Tablet, TabletId};
use crate::store;
use askama::Template;
use askama::filters::Safe;
use kernel::Id;
use people::{Token, TokenHash};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use spaces::{Resource, ResourceId};
use std::convert::Infallible;

/// Every tablet, and the form for a new one.
#[derive(Template)]
#[template(path = "tablets.html")]
struct TabletsPage {
    shell: Shell,
    form: Form,
    spaces: Vec<(String, String)>,
    tablets: Vec<(Tablet, String)>,
    /// The address just made: it is shown once.
    fresh: Option<(String, Safe<String>)>,
}

/// `GET /front-desk/doors`.
pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, None, StatusCode::OK).await
}

/// `POST /front-desk/doors`.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let resource: Option<ResourceId> = form.parse("resource", Id::parse);
    let name = form.required("name");
    let (Some(resource), Some(name)) = (resource, name) else {
        return shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let token = Token::from_bytes(visit.app.db.entropy().bytes());
    let hash = token.hash();
    let kept = hash.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            make_tablet(tx, actor, (resource, &name), &kept)?;
            Ok("/front-desk/doors".to_owned())
        })
        .await;
    match done {
        Ok(to) => told(&visit, &to, &token, hash).await,
        Err(Failure::Refused(refusal @ DoorRefused::Name)) => {
            form.refuse("name", &refusal);
            shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Refused(refusal)) => {
            form.refuse("resource", &refusal);
            shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The address, unless the same form was sent before: that answer showed it.
async fn told(visit: &Visit, to: &str, token: &Token, hash: TokenHash) -> Answer {
    let live = visit
        .read(move |tx, actor| store::by_secret(tx, actor.place, &hash).map_err(Fault::from))
        .await?;
    if live.is_none() {
        return visit.redirect_with(to, &Flash::success("doors-tablet-made-before"));
    }
    let address = format!("{}/doors/{}", visit.app.settings.base_url, token.as_str());
    let qr = drawing(&address, &visit.text("doors-tablet-qr"));
    let form = Form::blank(visit);
    shown(visit, form, Some((address, qr)), StatusCode::OK).await
}

/// `POST /front-desk/doors/{id}/end`.
pub(super) async fn end(visit: Visit, Path(id): Path<TabletId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            end_tablet(tx, actor, id)?;
            Ok::<_, Failure<Infallible>>("/front-desk/doors".to_owned())
        })
        .await
        .map_err(Fault::from)?;
    visit.redirect_with(&done, &Flash::success("doors-tablet-ended"))
}

async fn shown(
    visit: &Visit,
    form: Form,
    fresh: Option<(String, Safe<String>)>,
    status: StatusCode,
) -> Answer {
    let (tablets, spaces): (Vec<Tablet>, Vec<Resource>) = visit
        .read(|tx, actor| {
            let tablets = store::live(tx, actor.place)?;
            Ok::<_, Fault>((tablets, spaces::store::resources::list(tx, actor.place)?))
        })
        .await?;
    let named = |tablet: Tablet| {
        let space = spaces.iter().find(|space| space.id == tablet.resource);
        let name = space.map(|space| space.facts.name.to_string());
        (tablet, name.unwrap_or_default())
    };
    let page = TabletsPage {
        shell: visit.shell("doors-title"),
        form,
        tablets: tablets.into_iter().map(named).collect(),
        spaces: spaces
            .iter()
            .filter(|space| space.active && !space.facts.kind.is_equipment())
            .map(|space| (space.id.to_string(), space.facts.name.to_string()))
            .collect(),
        fresh,
    };
    visit.page_with_status(status, &page)
}
