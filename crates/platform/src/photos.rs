//! Photographs of things: of a room, of a person, of what is broken.
//!
//! What somebody hands in is never what is shown: [`prepare`] reads it, turns it upright, and draws it anew in two or three widths, so
//! that nothing of what the camera wrote into it (where it was taken, with what) is kept. The sizes lie in the database, so that a
//! backup holds them, and each is served under the hash of its content.
//!
//! The platform knows no audience: the capability of the [`Subject`] has the route, says who may see, and asks [`file`] for the bytes.

mod prepare;
mod store;

pub use prepare::{LARGEST_FILE, PhotoRefused, Prepared, Size, prepare};
pub use store::{MOST, add, describe, drop_all, file, first_of, hand_over, of, raise, remove};

use kernel::Id;

/// What identifiers of photographs are identifiers of.
#[derive(Debug)]
pub enum PhotoMark {}

/// The identifier of a photograph.
pub type PhotoId = Id<PhotoMark>;

/// A photograph as a page shows it, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Which one.
    pub id: PhotoId,
    /// What it shows, for who does not see it.
    pub alternative: String,
    /// Its sizes, the narrowest first.
    pub sizes: Vec<Shown>,
}

/// One size of a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// The hash of its content.
    pub hash: String,
}

/// A photograph with its addresses, for the `photo` macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which one.
    pub id: PhotoId,
    /// What it shows.
    pub alternative: String,
    /// The address of the middle size.
    pub src: String,
    /// Every address with its width.
    pub srcset: String,
    /// The widest, in pixels.
    pub width: i64,
    /// Its height, in pixels.
    pub height: i64,
    /// The address of the widest.
    pub widest: String,
}

impl Photo {
    /// The photograph under the route that serves it: `/rooms/12/photos`.
    #[must_use]
    pub fn at(&self, base: &str) -> Picture {
        let address = |size: &Shown| format!("{base}/{}.jpg", size.hash);
        let set: Vec<String> = self
            .sizes
            .iter()
            .map(|size| format!("{} {}w", address(size), size.width))
            .collect();
        let middle = self.sizes.get(self.sizes.len() / 2);
        let widest = self.sizes.last();
        Picture {
            id: self.id,
            alternative: self.alternative.clone(),
            src: middle.map(&address).unwrap_or_default(),
            srcset: set.join(", "),
            width: widest.map_or(0, |size| size.width),
            height: widest.map_or(0, |size| size.height),
            widest: widest.map(address).unwrap_or_default(),
        }
    }
}
