//! The site that passkeys belong to.

/// A place as browsers and authenticators know it: the host name that passkeys are bound to, and the one origin they may be used on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RelyingParty {
    id: String,
    origin: String,
}

impl RelyingParty {
    /// The site of a place: its own host when it claims one, else the host of the installation's address; scheme and port are of
    /// that address. None where browsers allow no passkeys: without encryption but on the machine itself, or under a number
    /// instead of a name. The loopback addresses are known as `localhost`.
    #[must_use]
    pub(crate) fn of(base_url: &str, host: Option<&str>) -> Option<Self> {
        let (scheme, rest) = base_url.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let (own, port) = split_port(authority);
        let id = host.unwrap_or(own).to_ascii_lowercase();
        let id = if is_loopback(&id) {
            "localhost".to_owned()
        } else {
            id
        };
        let encrypted = match scheme {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        if !(encrypted || id == "localhost") || !is_name(&id) {
            return None;
        }
        // A browser leaves the usual port out of an origin.
        let usual = if encrypted { "443" } else { "80" };
        let port = port.filter(|port| *port != usual);
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Some(Self {
            origin: format!("{scheme}://{id}{port}"),
            id,
        })
    }

    /// The host name.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Scheme, host and, where it is not the usual one, port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => {
            (host, Some(port))
        }
        _ => (authority, None),
    }
}

fn is_loopback(host: &str) -> bool {
    host == "[::1]" || host == "::1" || (host.starts_with("127.") && is_number(host))
}

fn is_name(host: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    !host.is_empty() && host.bytes().all(letters) && !is_number(host)
}

/// Whether a host ends in a number: an address of the network, which is no name.
fn is_number(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    last.bytes().all(|byte| byte.is_ascii_digit())
}
