//! The files a browser needs beside the pages: style, script, typefaces and icons.
//!
//! Everything is inside the program. A file is served under a name that holds the hash of its content
//! (`/assets/tribu.3f2a9c01d4.css`), so a browser may keep it for ever and a new version has a new address.
//! The style sheet is put together here from one file per component; the pages only ever ask for
//! [`Assets::path`].

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

mod encoding;
mod files;
mod icons;

pub use encoding::Coding;
pub use icons::names as icon_names;

/// One served file, with what HTTP says of it.
#[derive(Debug)]
pub struct Asset {
    /// Name the templates use, such as `tribu.css`.
    pub name: &'static str,
    /// Address with the hash of the content, such as `/assets/tribu.3f2a9c01d4.css`.
    pub path: String,
    /// Media type, with its charset for text.
    pub content_type: &'static str,
    /// Strong validator: the hash of the content in quotes.
    pub etag: String,
    body: encoding::Body,
}

impl Asset {
    fn new(name: &'static str, bytes: Vec<u8>) -> Self {
        let hash = fingerprint(&bytes);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Self {
            name,
            path: format!("/assets/{stem}.{hash}.{extension}"),
            content_type: content_type(extension),
            etag: format!("\"{hash}\""),
            body: encoding::Body::new(bytes, matches!(extension, "css" | "js" | "svg")),
        }
    }

    /// The bytes in `coding`, compressed once and kept.
    #[must_use]
    pub fn bytes(&self, coding: Coding) -> &[u8] {
        self.body.bytes(coding)
    }
}

/// The table of every file served under `/assets/`.
#[derive(Debug)]
pub struct Assets {
    table: Vec<Asset>,
}

impl Assets {
    /// The table of this program, made at the first call.
    #[must_use]
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Assets> = OnceLock::new();
        SHARED.get_or_init(Self::gather)
    }

    fn gather() -> Self {
        let mut table: Vec<Asset> = files::BINARY
            .iter()
            .map(|(name, bytes)| Asset::new(name, bytes.to_vec()))
            .collect();
        for (name, parts) in files::TEXT {
            let mut text = parts.concat();
            for asset in &table {
                text = text.replace(&format!("/assets/{}", asset.name), &asset.path);
            }
            table.push(Asset::new(name, text.into_bytes()));
        }
        Self { table }
    }

    /// The address of the file called `name`; an unknown name gives an address that answers 404.
    #[must_use]
    pub fn path(name: &str) -> &'static str {
        Self::shared()
            .table
            .iter()
            .find(|asset| asset.name == name)
            .map_or("/assets/unknown", |asset| asset.path.as_str())
    }

    /// Every file, in the order in which they were put together.
    pub fn all(&self) -> impl Iterator<Item = &Asset> {
        self.table.iter()
    }

    fn find(&self, file: &str) -> Option<&Asset> {
        self.table
            .iter()
            .find(|asset| asset.path.strip_prefix("/assets/") == Some(file))
    }
}

/// `GET /assets/{file}`: the file, compressed as the browser accepts, to be kept for a year.
///
/// # Errors
/// 404 for a name or a hash that this program does not serve.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, StatusCode> {
    let asset = Assets::shared().find(&file).ok_or(StatusCode::NOT_FOUND)?;
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|tag| tag.as_bytes() == asset.etag.as_bytes())
    {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let coding = asset.body.best(headers.get(header::ACCEPT_ENCODING));
    let bytes = tokio::task::spawn_blocking(move || asset.bytes(coding))
        .await
        .map_err(|_stopped| StatusCode::INTERNAL_SERVER_ERROR)?;
    let mut response = bytes.into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    answer.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&asset.etag) {
        answer.insert(header::ETAG, etag);
    }
    if let Some(name) = coding.token() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    Ok(response)
}

/// The inside of the icon called `name`, ready to be written in a template without escaping.
#[must_use]
pub fn icon(name: &str) -> askama::filters::Safe<&'static str> {
    askama::filters::Safe(icons::drawing(name))
}

fn fingerprint(bytes: &[u8]) -> String {
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
    digest.chars().take(10).collect()
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
