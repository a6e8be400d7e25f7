//! A picture under a plan: what it is, told by its first bytes.

/// The largest picture, in bytes.
pub const LARGEST_PICTURE: usize = 4_000_000;

kernel::codes! {
    /// What kind of picture; the code is its media type.
    pub enum PictureKind {
        /// A scan, a drawing.
        Png = "image/png",
        /// A photograph.
        Jpeg = "image/jpeg",
    }
}

/// A picture that is drawn over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Of which kind.
    pub kind: PictureKind,
    /// Its bytes, as they came.
    pub content: Vec<u8>,
}

kernel::refusals! {
    /// Why a picture is not kept.
    pub enum PictureRefused {
        /// It is no PNG and no JPEG.
        Kind = "floors-refused-picture-kind",
        /// It is too large.
        TooLarge = "floors-refused-picture-size",
    }
}

impl Picture {
    /// The picture in these bytes.
    ///
    /// # Errors
    /// [`PictureRefused`] when it is too large or of another kind, whatever its name says.
    pub fn parse(content: &[u8]) -> Result<Self, PictureRefused> {
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
        const JPEG: &[u8] = b"\xff\xd8\xff";
        if content.len() > LARGEST_PICTURE {
            return Err(PictureRefused::TooLarge);
        }
        let kind = if content.starts_with(PNG) {
            PictureKind::Png
        } else if content.starts_with(JPEG) {
            PictureKind::Jpeg
        } else {
            return Err(PictureRefused::Kind);
        };
        Ok(Self {
            kind,
            content: content.to_vec(),
        })
    }
}
