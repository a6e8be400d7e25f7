//! Compressed forms of a file, made at the first request that wants them and kept.

use std::io::Write as _;
use std::sync::OnceLock;

use axum::http::HeaderValue;

/// How the bytes of an answer are coded (RFC 9110, section 8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As they are.
    Identity,
    /// `gzip`.
    Gzip,
    /// `br`.
    Brotli,
}

impl Coding {
    /// The token of the `Content-Encoding` header, none for plain bytes.
    #[must_use]
    pub fn token(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// A content and its compressed forms.
#[derive(Debug)]
pub(super) struct Body {
    plain: Vec<u8>,
    compressible: bool,
    gzip: OnceLock<Vec<u8>>,
    brotli: OnceLock<Vec<u8>>,
}

impl Body {
    pub(super) fn new(plain: Vec<u8>, compressible: bool) -> Self {
        Self {
            plain,
            compressible,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The smallest coding that the `Accept-Encoding` header allows; typefaces and pictures stay as they are.
    pub(super) fn best(&self, accepted: Option<&HeaderValue>) -> Coding {
        let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !self.compressible {
            Coding::Identity
        } else if accepts(accepted, "br") {
            Coding::Brotli
        } else if accepts(accepted, "gzip") {
            Coding::Gzip
        } else {
            Coding::Identity
        }
    }

    pub(super) fn bytes(&self, coding: Coding) -> &[u8] {
        match coding {
            Coding::Identity => &self.plain,
            Coding::Gzip => self.gzip.get_or_init(|| gzip(&self.plain)),
            Coding::Brotli => self.brotli.get_or_init(|| brotli(&self.plain)),
        }
    }
}

fn accepts(header: &str, token: &str) -> bool {
    header.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next() == Some(token);
        let refused = parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
        named && !refused
    })
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory cannot fail; an empty answer would show at once in the tests.
    let written = packed.write_all(plain);
    written.and_then(|()| packed.finish()).unwrap_or_default()
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    const BUFFER: usize = 4096;
    /// Nearly as small as the highest level, twenty times faster.
    const QUALITY: u32 = 9;
    const WINDOW: u32 = 18;
    let mut packed = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    match packed.write_all(plain) {
        Ok(()) => packed.into_inner(),
        Err(_) => Vec::new(),
    }
}
