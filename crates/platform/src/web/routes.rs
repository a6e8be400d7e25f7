//! Routes: each with the access it demands. There is no other way to add a handler, so no page can forget its permission.

use super::{App, Visit, WebError, form};
use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use kernel::Permission;

/// Who may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, signed in or not.
    Public,
    /// Anybody with a session.
    SignedIn,
    /// Whoever holds this permission.
    Needs(Permission),
    /// Whoever holds one of these permissions.
    Any(&'static [Permission]),
}

/// What a route does: reading or writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Shows something, changes nothing.
    Get,
    /// Writes, once per idempotency key, with a form of ours.
    Post,
}

/// How one comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// With a browser: a session, and forms of ours.
    Page,
    /// With a key in the request itself, and never with a cookie: programs. The handler reads the key and checks the access.
    Key,
}

/// One line of the permission matrix.
#[derive(Clone, Debug)]
pub struct RouteDeclaration {
    /// Reading or writing.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// Who may come in.
    pub access: Access,
    /// How.
    pub door: Door,
}

/// The routes of a capability, with what each demands.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    declarations: Vec<RouteDeclaration>,
}

impl Routes {
    /// No route yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page that reads.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::Get, path, access, axum::routing::get(handler))
    }

    /// Adds a form's target, which writes. The form's token is checked before the handler runs.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::Post, path, access, axum::routing::post(handler))
    }

    /// Adds a route for programs. No session is looked at and no form is expected: `handler` must let nobody in whom `access`
    /// keeps out.
    #[must_use]
    pub fn keyed<H, T>(mut self, method: Method, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.declarations.push(RouteDeclaration {
            method,
            path,
            access,
            door: Door::Key,
        });
        let handler = match method {
            Method::Get => axum::routing::get(handler),
            Method::Post => axum::routing::post(handler),
        };
        Self {
            router: self.router.route(path, handler),
            declarations: self.declarations,
        }
    }

    /// These routes and those.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.declarations.extend(other.declarations);
        Self {
            router: self.router.merge(other.router),
            declarations: self.declarations,
        }
    }

    /// Every route declared, for the permission matrix.
    pub fn declarations(&self) -> &[RouteDeclaration] {
        &self.declarations
    }

    pub(crate) fn into_router(self) -> Router<App> {
        self.router
    }

    fn add(
        mut self,
        method: Method,
        path: &'static str,
        access: Access,
        handler: axum::routing::MethodRouter<App>,
    ) -> Self {
        self.declarations.push(RouteDeclaration {
            method,
            path,
            access,
            door: Door::Page,
        });
        let guarded = handler.layer(from_fn(move |request: Request, next: Next| {
            guard(access, method, request, next)
        }));
        Self {
            router: self.router.route(path, guarded),
            declarations: self.declarations,
        }
    }
}

async fn guard(access: Access, method: Method, request: Request, next: Next) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return WebError::internal("a route was reached without a visit").into_response();
    };
    if let Err(refusal) = admit(access, &visit, method) {
        return refusal.shown(&visit);
    }
    let request = match method {
        Method::Get => request,
        Method::Post => match form::receive(&visit, request).await {
            Ok(request) => request,
            Err(refusal) => return refusal.shown(&visit),
        },
    };
    let answer = next.run(request).await;
    visit.finish(answer)
}

fn admit(access: Access, visit: &Visit, method: Method) -> Result<(), WebError> {
    let allowed = match access {
        Access::Public => true,
        Access::SignedIn => visit.actor.account.is_some(),
        Access::Needs(permission) => visit.actor.may(permission),
        Access::Any(permissions) => permissions.iter().any(|permission| visit.actor.may(*permission)),
    };
    match (allowed, visit.actor.account, method) {
        (true, _, _) => Ok(()),
        (false, None, Method::Get) => Err(WebError::SignInFirst),
        (false, None, Method::Post) | (false, Some(_), _) => Err(WebError::Forbidden),
    }
}
