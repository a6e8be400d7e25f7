//! Other sites that a place trusts to show its pages.

use crate::database::Tx;
use crate::failure::Fault;
use crate::place;
use kernel::PlaceId;

/// The setting that lists the sites which may frame, one origin after the other.
pub const FRAMING_SETTING: &str = "frame_ancestors";

/// The most sites that may frame the pages of a place.
const MOST_SITES: usize = 10;

kernel::refusals! {
    /// Why a list of sites is not kept.
    pub enum SitesRefused {
        /// A line is no address of a site.
        NotASite {
            /// The line.
            line: String
        } = "shell-framing-not-a-site",
        /// There are more than ten.
        TooMany = "shell-framing-too-many",
    }
}

/// Sites, each as scheme, host and port: `https://lieu.example.org`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sites(Vec<String>);

impl Sites {
    /// One site a line or separated by blanks; what follows the host of an address copied whole is left out. None is fine.
    ///
    /// # Errors
    /// [`SitesRefused`] names the first that is no site.
    pub fn parse(text: &str) -> Result<Self, SitesRefused> {
        let mut sites = Vec::new();
        for line in text.split_whitespace() {
            let Some(site) = site(line) else {
                let line = line.chars().take(80).collect();
                return Err(SitesRefused::NotASite { line });
            };
            if !sites.contains(&site) {
                sites.push(site);
            }
        }
        if sites.len() > MOST_SITES {
            return Err(SitesRefused::TooMany);
        }
        Ok(Self(sites))
    }

    /// The sites that a place lets frame its pages.
    ///
    /// # Errors
    /// As the database says.
    pub fn of(tx: &mut Tx<'_>, place: PlaceId) -> Result<Self, Fault> {
        let set = place::setting(tx, place, FRAMING_SETTING)?;
        // What was kept went through the constructor; a damaged setting lets nobody frame.
        Ok(set.and_then(|text| Self::parse(&text).ok()).unwrap_or_default())
    }

    /// One a line.
    #[must_use]
    pub fn lines(&self) -> String {
        self.0.join("\n")
    }

    /// Whether nobody may frame.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The origin of an address, in small letters: nothing in it can leave its place in a header.
fn site(line: &str) -> Option<String> {
    let lower = line.to_ascii_lowercase();
    let (scheme, rest) = lower.split_once("://")?;
    if !matches!(scheme, "https" | "http") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    (host.len() <= 253 && host.split('.').all(label) && port_fits).then(|| format!("{scheme}://{authority}"))
}

#[cfg(test)]
mod tests {
    use super::{Sites, SitesRefused};

    #[test]
    fn sites_are_origins_and_nothing_that_could_leave_the_header() {
        let cases = [
            ("https://lieu.example.org", Some("https://lieu.example.org")),
            (
                "https://Lieu.example.org/salles?x=1#y http://localhost:8080",
                Some("https://lieu.example.org\nhttp://localhost:8080"),
            ),
            (
                "https://a.example.org https://a.example.org/",
                Some("https://a.example.org"),
            ),
            ("", Some("")),
            ("*", None),
            ("https://*", None),
            ("lieu.example.org", None),
            ("javascript://lieu", None),
            ("https://a.example.org;script-src *", None),
            ("https://a.example.org;", None),
            ("'self'", None),
            ("https://user@lieu.example.org", None),
            ("https://lieu.example.org:0", None),
            ("https://lieu.example.org:70000", None),
            ("https://-a.example.org", None),
            ("https://", None),
        ];
        for (text, expected) in cases {
            let lines = Sites::parse(text).ok().map(|sites| sites.lines());
            assert_eq!(lines.as_deref(), expected, "{text}");
        }
        let many: String = (0..11).map(|n| format!("https://s{n}.example.org ")).collect();
        assert_eq!(Sites::parse(&many), Err(SitesRefused::TooMany));
    }
}
