//! Calling an address that somebody gave us, without letting it lead us where it should not (server-side request forgery).
//!
//! The name is resolved once, every address found is checked, and the call goes to the address that was checked: a name that
//! changes its mind between the check and the call gains nothing. Redirects are not followed, and proxies of the environment are
//! not used.

use std::io::Read as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// How long one call may take, from the name to the end of the answer.
const LONGEST: Duration = Duration::from_secs(10);
/// How much of an answer is read, in bytes.
const LONGEST_ANSWER: u64 = 16 * 1024;

/// What the installation decides about calls that leave it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// Whether addresses inside the house's own network may be called, and addresses without TLS.
    pub local: bool,
    /// How long a call may take, in milliseconds; nothing for the usual ten seconds.
    pub longest_milliseconds: Option<u64>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The status; none when nothing answered.
    pub status: Option<u16>,
    /// How the answer begins, or why there is none.
    pub text: String,
}

impl Answered {
    /// Whether the listener took the message.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

/// Sends a body to an address, and waits for the answer: never within a transaction.
#[must_use]
pub fn post(outgoing: Outgoing, url: &str, headers: &[(&str, String)], body: &str) -> Answered {
    let longest = outgoing
        .longest_milliseconds
        .map_or(LONGEST, Duration::from_millis);
    let config = Config::builder()
        .https_only(!outgoing.local)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .max_idle_connections(0)
        .max_response_header_size(16 * 1024)
        .timeout_global(Some(longest))
        .user_agent("Tribu")
        .build();
    let guard = Guarded {
        local: outgoing.local,
        names: DefaultResolver::default(),
    };
    let agent = ureq::Agent::with_parts(config, DefaultConnector::default(), guard);
    let request = headers.iter().fold(agent.post(url), |request, (name, value)| {
        request.header(*name, value)
    });
    match request.send(body) {
        Ok(mut response) => {
            let mut text = Vec::new();
            let read = response
                .body_mut()
                .as_reader()
                .take(LONGEST_ANSWER)
                .read_to_end(&mut text);
            let text = match read {
                Ok(_) => String::from_utf8_lossy(&text).into_owned(),
                Err(error) => error.to_string(),
            };
            Answered {
                status: Some(response.status().as_u16()),
                text,
            }
        }
        Err(error) => Answered {
            status: None,
            text: error.to_string(),
        },
    }
}

/// Finds addresses, and leaves out those that may not be called.
#[derive(Debug)]
struct Guarded {
    local: bool,
    names: DefaultResolver,
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let mut checked = self.empty();
        for address in found
            .iter()
            .filter(|address| self.local || is_public(address.ip()))
        {
            checked.push(*address);
        }
        if checked.is_empty() {
            return Err(ureq::Error::HostNotFound);
        }
        Ok(checked)
    }
}

/// Whether an address is one of the open internet: none of this machine, of a private network, of a link, of a test or of many
/// (RFC 6890), in whatever form it is written.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_unspecified()
        || address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation();
    let shared = a == 100 && (64..128).contains(&b);
    let protocol = a == 192 && b == 0 && c == 0;
    let relay = a == 192 && b == 88 && c == 99;
    let benchmark = a == 198 && (18..20).contains(&b);
    !(special || shared || protocol || relay || benchmark || a == 0 || a >= 240)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    // Only 2000::/3 is given out; in it, tunnels to IPv4, documentation and benchmarks are none of ours.
    let given_out = first & 0xe000 == 0x2000;
    let tunnel = first == 0x2002 || (first == 0x2001 && second < 0x0200);
    let documentation = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    given_out && !tunnel && !documentation
}

#[cfg(test)]
mod tests {
    use super::{Outgoing, is_public, post};

    #[test]
    fn addresses_inside_are_told_from_those_outside() {
        for inside in [
            "127.0.0.1",
            "127.8.9.10",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2001::1",
            "64:ff9b::7f00:1",
            "100::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in [
            "8.8.8.8",
            "193.0.14.129",
            "172.32.0.1",
            "100.128.0.1",
            "2606:4700::1111",
            "2a01:e0a::1",
        ] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn an_address_inside_is_not_called() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        listener.set_nonblocking(true).unwrap();
        for host in ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"] {
            let answered = post(Outgoing::default(), &format!("https://{host}:{port}/"), &[], "{}");
            assert_eq!(answered.status, None, "{host}");
        }
        assert!(listener.accept().is_err(), "somebody called");
        let plain = post(Outgoing::default(), "http://example.org/", &[], "{}");
        assert_eq!(plain.status, None, "without TLS");
    }
}
