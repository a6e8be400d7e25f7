//! The colour a place has chosen, served as a style sheet of its own so that no page needs inline style.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The address of the style sheet of a colour (`#rrggbb`), or nothing when the colour is the house's own.
pub(crate) fn href(colour: &str) -> Option<String> {
    let digits = colour.strip_prefix('#')?;
    (is_colour(digits) && colour != crate::place::DEFAULT_COLOUR)
        .then(|| format!("/assets/brand/{digits}.css"))
}

/// `GET /assets/brand/{rrggbb}.css`.
pub(crate) async fn serve(Path(file): Path<String>) -> Response {
    match file.strip_suffix(".css").filter(|digits| is_colour(digits)) {
        Some(digits) => {
            let headers = [
                (header::CONTENT_TYPE, "text/css; charset=utf-8"),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, format!("@layer tokens{{:root{{--brand:#{digits}}}}}")).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_colour(digits: &str) -> bool {
    digits.len() == 6 && digits.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f'))
}
