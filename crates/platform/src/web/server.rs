//! The server: outer layers around every route, the public listener and the operators' one, and a graceful stop.

use super::framing::Framed;
use super::{App, Routes, Visit, WebError, arrival, assets, brand, jobs, seal, visit};
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;

/// What a page may load and do: everything from here, nothing inline, nothing from elsewhere (CSP level 3). Who may frame it is said
/// behind this.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";

/// Headers that every answer carries.
const HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=()",
    ),
];

/// How long a request may take before it is given up.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);

/// The routes that the shell itself brings: hats, languages, progress of long work.
pub fn own_routes() -> Routes {
    jobs::routes()
}

/// Every route with the layers around it.
pub fn router(app: App, routes: Routes) -> Router {
    let pages = routes
        .into_router()
        .fallback(|visit: Visit| async move { visit.finish(WebError::NotFound.into_response()) })
        .layer(from_fn_with_state(app.clone(), unopened))
        .layer(from_fn_with_state(app.clone(), arrival::receive))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            LONGEST_REQUEST,
        ));
    let around = Router::new()
        .route("/healthz", get(healthz))
        .route("/assets/brand/{file}", get(brand::serve))
        .route("/assets/{file}", get(assets::serve));
    Router::new()
        .merge(around)
        .merge(pages)
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(app.clone(), watch))
        .with_state(app)
}

/// A house without a place has one door: the set-up, whose link was printed at start.
async fn unopened(visit: Visit, request: Request, next: Next) -> Response {
    if visit.is_open() || request.uri().path().starts_with("/set-up/") {
        return next.run(request).await;
    }
    visit.finish(WebError::NotOpened.into_response())
}

async fn healthz(State(app): State<App>) -> Response {
    let answer = app.db.read(crate::place::all).await;
    match answer {
        Ok(_) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            let error: crate::failure::Fault = error;
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Numbers the request, logs it, counts it, and puts the security headers on its answer.
async fn watch(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = seal::token(&app.db);
    request.extensions_mut().insert(visit::RequestId(id.clone()));
    // The pattern of the route: an address may hold the secret of a link.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map(|route| route.as_str().to_owned());
    let (method, route) = (
        request.method().clone(),
        route.unwrap_or_else(|| "unknown".to_owned()),
    );
    let begun = app.db.clock().now();
    app.metrics.begin();
    let mut response = next.run(request).await;
    let microseconds = app.db.clock().now().micros() - begun.micros();
    app.metrics.end(
        response.status().as_u16(),
        u64::try_from(microseconds).unwrap_or(0),
    );
    tracing::info!(request = %id, %method, route, status = response.status().as_u16(), microseconds, "answered");
    secure(&mut response);
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    if app.settings.secure_cookies {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert("x-request-id", id);
    }
    response
}

/// What the page may load, and who may frame it: nobody, unless its handler said who.
fn secure(response: &mut Response) {
    let policy = match response.extensions_mut().remove::<Framed>() {
        Some(Framed(policy)) => Some(policy),
        None => {
            let refused = HeaderValue::from_static("DENY");
            response.headers_mut().insert(header::X_FRAME_OPTIONS, refused);
            HeaderValue::from_str(&format!("{POLICY}; frame-ancestors 'none'")).ok()
        }
    };
    if let Some(policy) = policy {
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// A server that listens.
pub struct Server {
    listener: TcpListener,
    router: Router,
    metrics: Option<(TcpListener, App)>,
}

impl Server {
    /// A server on a listener; `metrics` is a second address for operators, off unless asked for.
    pub async fn new(
        app: App,
        routes: Routes,
        listener: TcpListener,
        metrics: Option<&str>,
    ) -> std::io::Result<Self> {
        let metrics = match metrics {
            Some(address) => Some((TcpListener::bind(address).await?, app.clone())),
            None => None,
        };
        Ok(Self {
            listener,
            router: router(app, routes),
            metrics,
        })
    }

    /// Answers until `stop` resolves; requests in flight are finished, watched screens are let go.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> std::io::Result<()> {
        if let Some((listener, app)) = self.metrics {
            let router = Router::new()
                .route(
                    "/metrics",
                    get(|State(app): State<App>| async move { app.metrics.text() }),
                )
                .with_state(app);
            tokio::spawn(async move { axum::serve(listener, router).await });
        }
        let listener = self.listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "a connection keeps its delay");
            }
        });
        let (stopping, mut stopped) = tokio::sync::watch::channel(false);
        let service = self.router.into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
            stop.await;
            let _ = stopping.send(true);
        });
        tokio::select! {
            done = serving.into_future() => done,
            () = async {
                let _ = stopped.wait_for(|stopping| *stopping).await;
                tokio::time::sleep(Duration::from_secs(10)).await;
            } => Ok(()),
        }
    }
}
