//! The web shell: everything a page needs that is not its own business.
//!
//! A request meets, in this order: the outer layers ([`server`]: request id, time limit, compression, security headers),
//! the visit ([`visit`]: which place, who, which language), the guard of its route ([`routes`]: may this actor come in,
//! is this form really ours), then its handler, which answers with a page, a redirect or a [`WebError`].
//!
//! Only this module knows status codes, cookies and headers. Capabilities declare [`Routes`], receive a [`Visit`] and a
//! [`Form`], and answer [`Answer`].

mod address;
mod app;
mod arrival;
pub mod assets;
mod brand;
mod components;
mod cookie;
mod csrf;
mod error;
mod flash;
mod form;
mod framing;
mod history;
mod jobs;
pub mod listing;
mod live;
mod metrics;
mod navigation;
mod photos;
mod problem;
mod rate;
mod routes;
mod seal;
mod server;
mod shell;
mod visit;
mod words;

pub use address::{Path, Query};
pub use app::{App, AppParts, Identify, NoteUse, SignedIn, WebSettings};
pub use assets::Assets;
pub use csrf::CsrfToken;
pub use error::{Answer, WebError};
pub use flash::{Flash, FlashKind};
pub use form::{Form, UploadedFile};
pub use framing::framed;
pub use history::HistoryLine;
pub use live::Live;
pub use metrics::Metrics;
pub use navigation::{HatLink, NavEntry, NavGroup};
pub use photos::{Sharing, photo_answer, received_photo};
pub use rate::{RateLimit, Tally, allow, count, network};
pub use routes::{Access, Door, Method, RouteDeclaration, Routes};
pub use seal::Seal;
pub use server::{Server, own_routes, router};
pub use shell::Shell;
pub use visit::Visit;
pub use words::Words;

pub use axum::http::StatusCode;
pub use axum::response::Response;
