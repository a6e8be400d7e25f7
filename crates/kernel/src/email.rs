//! E-mail addresses.

crate::refusals! {
    /// Why a text is not an e-mail address.
    pub enum EmailRefused {
        /// Not written as one.
        Malformed = "refused-email-malformed",
        /// Over 254 characters (RFC 5321, 4.5.3.1).
        TooLong = "refused-email-too-long",
    }
}

/// An e-mail address in lower case, so that two spellings of one address are one address.
///
/// Only what mail servers accept everywhere is accepted: no quoted part, no address literal, ASCII.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

impl Email {
    /// Reads an address, trimmed and put in lower case.
    ///
    /// # Errors
    /// [`EmailRefused`] when it is not one or is too long.
    pub fn parse(text: &str) -> Result<Self, EmailRefused> {
        let address = text.trim().to_ascii_lowercase();
        if address.len() > LONGEST {
            return Err(EmailRefused::TooLong);
        }
        match address.split_once('@') {
            Some((local, domain)) if is_local(local) && is_domain(domain) => Ok(Self(address)),
            _ => Err(EmailRefused::Malformed),
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

fn is_local(local: &str) -> bool {
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
    };
    local.len() <= LONGEST_LOCAL && local.split('.').all(is_atom)
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(is_label)
        && top.len() >= 2
        && !top.bytes().all(|b| b.is_ascii_digit())
}

impl std::fmt::Display for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(Email, EmailRefused);
