//! The web manifest: a member may put the place on the first screen of a phone.

use axum::http::header;
use axum::response::IntoResponse;
use platform::web::assets::Assets;
use platform::web::{Answer, Visit};

/// `GET /manifest.webmanifest`.
pub(super) async fn show(visit: Visit) -> Answer {
    let manifest = serde_json::json!({
        "name": visit.place.name,
        "short_name": visit.place.name.chars().take(24).collect::<String>(),
        "lang": visit.locale.code(),
        "start_url": "/me",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf6ef",
        "theme_color": visit.place.brand_colour,
        "icons": [
            { "src": Assets::path("icon-192.png"), "type": "image/png", "sizes": "192x192", "purpose": "any maskable" },
            { "src": Assets::path("icon-512.png"), "type": "image/png", "sizes": "512x512", "purpose": "any maskable" },
            { "src": Assets::path("favicon.svg"), "type": "image/svg+xml", "sizes": "any" },
        ],
    });
    Ok((
        [(header::CONTENT_TYPE, "application/manifest+json")],
        manifest.to_string(),
    )
        .into_response())
}
