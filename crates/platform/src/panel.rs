//! What a capability shows on a page of another one, without either knowing the other.
//!
//! The page of the day at the front desk belongs to the spaces, the card of a person to people. What else the place knows of
//! that day or of that person is handed in by whoever knows it, through [`Capability::panels`](crate::Capability::panels).

use crate::database::Tx;
use crate::failure::Fault;
use crate::web::Words;
use kernel::{Actor, PersonId};

/// A page that shows panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelPage {
    /// The day of the place, as the front desk sees it. It is read again with every change: a panel asks one question or two.
    FrontDesk,
    /// Somebody's own day.
    OwnDay(PersonId),
    /// The card of somebody, as the team sees it.
    Person(PersonId),
}

/// A part of a page, with a way to all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// What it is about, in the reader's words.
    pub title: String,
    /// Where all of it is.
    pub href: String,
    /// What is worth knowing at once; none says so in `empty`.
    pub lines: Vec<PanelLine>,
    /// What to say when there is no line.
    pub empty: String,
    /// Whether it asks for somebody now.
    pub urgent: bool,
}

/// A line of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PanelLine {
    /// The thing itself.
    pub text: String,
    /// What is said of it; may be empty.
    pub note: String,
    /// Where it leads, if anywhere.
    pub href: Option<String>,
}

/// The panels of a capability on a page, in the words of whoever reads it. Nothing for who may not see them.
pub type PanelHook = fn(&mut Tx<'_>, &Actor, PanelPage, &Words) -> Result<Vec<Panel>, Fault>;
