//! Cookies: reading one from a request, writing one to a response.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of the cookie `name`, when the browser sent it.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// A `Set-Cookie` for the whole site, out of reach of scripts, kept `seconds` (none: until the browser closes).
/// `value` must hold only cookie-safe characters (base32, base64url, dots).
pub(crate) fn write(name: &str, value: &str, seconds: Option<i64>, secure: bool) -> Option<HeaderValue> {
    let mut line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
    if let Some(seconds) = seconds {
        line.push_str(&format!("; Max-Age={seconds}"));
    }
    if secure {
        line.push_str("; Secure");
    }
    HeaderValue::from_str(&line).ok()
}
