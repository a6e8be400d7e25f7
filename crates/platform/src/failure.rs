//! The four ways in which an act may fail, and no more.
//!
//! A rule says no ([`Failure::Refused`], with an enum of the capability that carries facts), the thing is not there, the
//! actor may not, or something broke. Only the web shell turns these into status codes and sentences.

use crate::database::DatabaseError;
use kernel::Forbidden;
use std::convert::Infallible;
use std::fmt;

/// Why an act did not happen.
#[derive(Clone, PartialEq, Eq)]
pub enum Failure<R> {
    /// A rule of the house says no; the person is told why.
    Refused(R),
    /// Not a matter of rules.
    Fault(Fault),
}

/// Why something could not be done or read, beside the rules.
#[derive(Clone, PartialEq, Eq)]
pub enum Fault {
    /// The thing does not exist in this place.
    NotFound,
    /// The actor does not hold the permission.
    Forbidden,
    /// The page was sent before with other content; nothing was done this time.
    KeyReused,
    /// Something broke; the text is for the log, never for a person.
    Internal(String),
}

impl<R> Failure<R> {
    /// Changes the type of the refusal, for an action that calls another one.
    pub fn map<S>(self, change: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Refused(refusal) => Failure::Refused(change(refusal)),
            Self::Fault(fault) => Failure::Fault(fault),
        }
    }

    /// Takes a refusal as a fault, for callers to whom a rule cannot say no.
    pub fn unexpected(self) -> Fault
    where
        R: fmt::Debug,
    {
        match self {
            Self::Refused(refusal) => Fault::Internal(format!("unexpected refusal: {refusal:?}")),
            Self::Fault(fault) => fault,
        }
    }
}

impl Failure<Infallible> {
    /// What is left when no rule can refuse.
    #[must_use]
    pub fn no_refusal(self) -> Fault {
        match self {
            Self::Fault(fault) => fault,
        }
    }
}

impl Fault {
    /// Something broke; `what` is for the log.
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }
}

impl From<DatabaseError> for Fault {
    /// A row that had to be there and is not is a broken promise, not an absent page: see [`OrNotFound`] for the latter.
    fn from(error: DatabaseError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<Forbidden> for Fault {
    fn from(_: Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<Failure<Infallible>> for Fault {
    fn from(failure: Failure<Infallible>) -> Self {
        failure.no_refusal()
    }
}

impl<R> From<Fault> for Failure<R> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<R> From<DatabaseError> for Failure<R> {
    fn from(error: DatabaseError) -> Self {
        Self::Fault(error.into())
    }
}

impl<R> From<Forbidden> for Failure<R> {
    fn from(forbidden: Forbidden) -> Self {
        Self::Fault(forbidden.into())
    }
}

/// Asks for a thing that a person named and that may not exist.
pub trait OrNotFound<T> {
    /// The thing, or [`Fault::NotFound`].
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none.
    fn or_not_found(self) -> Result<T, Fault>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T, Fault> {
        self.ok_or(Fault::NotFound)
    }
}

/// Lets the database refuse through a named constraint.
pub trait OrRefused<T> {
    /// Turns the violation of the constraint `name` into the refusal given; any other error stays a fault.
    ///
    /// # Errors
    /// The refusal, or the fault.
    fn or_refused<R>(self, name: &str, refusal: R) -> Result<T, Failure<R>>;
}

impl<T> OrRefused<T> for Result<T, DatabaseError> {
    fn or_refused<R>(self, name: &str, refusal: R) -> Result<T, Failure<R>> {
        self.map_err(|error| {
            if error.refused_by(name) {
                Failure::Refused(refusal)
            } else {
                Failure::Fault(error.into())
            }
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::Forbidden => f.write_str("forbidden"),
            Self::KeyReused => f.write_str("key reused"),
            Self::Internal(what) => write!(f, "internal: {what}"),
        }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<R: fmt::Debug> fmt::Display for Failure<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "refused: {refusal:?}"),
            Self::Fault(fault) => fmt::Display::fmt(fault, f),
        }
    }
}

impl<R: fmt::Debug> fmt::Debug for Failure<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Fault {}

impl<R: fmt::Debug> std::error::Error for Failure<R> {}
