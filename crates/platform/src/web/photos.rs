//! Photographs at the border: received with a form, served under the hash of their content.

use super::{Answer, Form, WebError};
use crate::photos::{PhotoRefused, Prepared, prepare};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use tokio::sync::Semaphore;

/// One photograph is read at a time: each may take a good deal of memory and of a processor.
static READING: Semaphore = Semaphore::const_new(1);

/// Who else may keep a copy of what is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Everybody may see it, so anybody on the way may keep it for a year: another content has another address.
    Everybody,
    /// The browser alone, for ten minutes: who may see it may change.
    Reader,
}

/// The photograph of a field, ready to be kept; nothing, with the reason at its field, when there is none that can be.
pub async fn received_photo(form: &mut Form, field: &str) -> Option<Prepared> {
    let Some(content) = form.file(field).map(|file| file.content.clone()) else {
        form.refuse_with(field, "shell-field-missing");
        return None;
    };
    let turn = READING.acquire().await.ok()?;
    let read = tokio::task::spawn_blocking(move || prepare(&content)).await;
    drop(turn);
    // A reader that panics met a file it did not expect.
    match read.unwrap_or(Err(PhotoRefused::Damaged)) {
        Ok(prepared) => Some(prepared),
        Err(refusal) => {
            form.refuse(field, &refusal);
            None
        }
    }
}

/// The answer that hands out a photograph.
///
/// # Errors
/// 404 when there is none.
pub fn photo_answer(content: Option<Vec<u8>>, sharing: Sharing) -> Answer {
    let content = content.ok_or(WebError::NotFound)?;
    let kept = match sharing {
        Sharing::Everybody => "public, max-age=31536000, immutable",
        Sharing::Reader => "private, max-age=600",
    };
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    Ok(response)
}
