//! The calls, the pages about them, and those of whoever makes keys.

mod docs;
mod doors;
mod tokens;
mod webhooks;

use crate::permissions::{MANAGE, OWN};
use crate::{endpoints, openapi, serve};
use axum::extract::Request;
use platform::web::{Access, Routes, Visit};
use std::sync::Arc;

/// Every call and every page, with who may come in.
pub(crate) fn routes() -> Routes {
    let (own, manage) = (Access::Needs(OWN), Access::Needs(MANAGE));
    let pages = Routes::new()
        .get("/api/v1/openapi.json", Access::Public, openapi::show)
        .get("/api/v1/docs", Access::Public, docs::show)
        .get("/me/api", own, tokens::mine)
        .post("/me/api", own, tokens::create)
        .post("/me/api/{id}/revocation", own, tokens::revoke)
        .get("/office/api", manage, tokens::all)
        .post("/office/api/{id}/revocation", manage, tokens::revoke_any)
        .get("/office/webhooks", manage, webhooks::index)
        .post("/office/webhooks", manage, webhooks::create)
        .get("/office/webhooks/{id}", manage, webhooks::show)
        .post("/office/webhooks/{id}/secret", manage, webhooks::renew)
        .post("/office/webhooks/{id}/trials", manage, webhooks::try_out)
        .post("/office/webhooks/{id}/waking", manage, webhooks::rouse)
        .post("/office/webhooks/{id}/ending", manage, webhooks::end)
        .post(
            "/office/webhooks/{id}/deliveries/{delivery}/replay",
            manage,
            webhooks::send_again,
        )
        .get("/office/doors", manage, doors::index)
        .post("/office/doors", manage, doors::create)
        .get("/office/doors/{id}", manage, doors::show)
        .post("/office/doors/{id}/secret", manage, doors::renew)
        .post("/office/doors/{id}/retirement", manage, doors::retire);
    endpoints::all().into_iter().fold(pages, |routes, endpoint| {
        let (method, path, access) = (endpoint.method, endpoint.path, endpoint.access);
        let endpoint = Arc::new(endpoint);
        routes.keyed(method, path, access, move |visit: Visit, request: Request| {
            serve::answer(endpoint.clone(), visit, request)
        })
    })
}
