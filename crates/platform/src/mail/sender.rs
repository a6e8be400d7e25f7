//! Where mail goes: a server, a page, or nowhere.

use super::message::{Envelope, render_message};
use kernel::Email;
use lettre::{SmtpTransport, Transport};
use std::fmt;
use std::time::Duration;
use thiserror::Error;

/// Longest wait for the mail server at each step.
const PATIENCE: Duration = Duration::from_secs(30);

/// What becomes of the mail in the outbox.
#[derive(Debug, Clone)]
pub enum Sender {
    /// Sent through a server.
    Smtp(Smtp),
    /// Marked as shown, and read on the page of the outbox: the demonstration.
    Shown,
    /// Left in the outbox until a server is set.
    Stopped,
}

/// A mail server and the address that mail comes from.
#[derive(Clone)]
pub struct Smtp {
    transport: SmtpTransport,
    from: Email,
}

/// Why a mail server cannot be used.
#[derive(Debug, Error)]
#[error("the address of the mail server is not understood: {0}")]
pub struct SmtpRefused(String);

/// Why a mail was not taken by the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Undelivered {
    /// Trying later may do.
    ForNow(String),
    /// Trying again changes nothing.
    ForEver(String),
}

impl Smtp {
    /// Reads `smtps://user:password@host` (TLS from the start), `smtp://…?tls=required` (STARTTLS) or `smtp://localhost:1025`
    /// (in clear, for a server on the same machine).
    ///
    /// # Errors
    /// [`SmtpRefused`] when the address is not one.
    pub fn parse(address: &str, from: Email) -> Result<Self, SmtpRefused> {
        let builder = SmtpTransport::from_url(address).map_err(|error| SmtpRefused(error.to_string()))?;
        Ok(Self {
            transport: builder.timeout(Some(PATIENCE)).build(),
            from,
        })
    }

    pub(super) fn from(&self) -> &Email {
        &self.from
    }

    pub(super) fn send(&self, envelope: &Envelope) -> Result<(), Undelivered> {
        let message =
            render_message(envelope).map_err(|refused| Undelivered::ForEver(refused.to_string()))?;
        match self.transport.send(&message) {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(Undelivered::ForEver(error.to_string())),
            Err(error) => Err(Undelivered::ForNow(error.to_string())),
        }
    }
}

impl fmt::Debug for Smtp {
    /// Without the address: it holds a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp")
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}
