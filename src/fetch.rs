//! Addresses to bytes: the network's only home. A server is given little time, little room and few detours, and is not
//! believed in what it says of its answer.

use std::io::Read;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, ResponseExt};

use crate::import::Limits;

/// Headers that are longer than this are no headers.
const HEADERS: usize = 64 * 1024;

/// What a server sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    pub bytes: Vec<u8>,
    /// Where it came from in the end.
    pub address: String,
    /// The encoding that the server named.
    pub charset: Option<String>,
}

/// Why an address gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    #[error("no address")]
    BadAddress,
    #[error("no such server")]
    UnknownHost,
    #[error("no connection")]
    NoConnection,
    /// It leads into this machine or its own network.
    #[error("a private address")]
    Private,
    #[error("status {0}")]
    Status(u16),
    #[error("more than {limit} redirects")]
    Redirects { limit: u32 },
    #[error("not within {seconds} seconds")]
    Slow { seconds: u64 },
    #[error("more than {megabytes} MB")]
    TooLarge { megabytes: u64 },
    #[error("the connection broke off")]
    Broken,
    #[error("the connection is not secure")]
    Insecure,
}

/// Whether a source is an address and no path.
pub fn is_address(text: &str) -> bool {
    let head = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    head.starts_with("http://") || head.starts_with("https://")
}

/// Reads what an address gives, within the limits.
pub fn fetch(address: &str, limits: &Limits) -> Result<Fetched, FetchError> {
    let address = encoded(address);
    let uri: Uri = address.parse().map_err(|_| FetchError::BadAddress)?;
    let host = uri.host().filter(|host| !host.is_empty()).ok_or(FetchError::BadAddress)?;
    let literal = host.trim_matches(['[', ']']).parse::<IpAddr>();
    if !limits.private_addresses && literal.is_ok_and(is_private) {
        return Err(FetchError::Private);
    }
    let mut response = agent(limits).get(uri).call().map_err(|error| explain(&error, limits))?;
    let address = response.get_uri().to_string();
    let charset =
        response.body().charset().map(str::to_owned).filter(|_| response.headers().contains_key("content-type"));
    let most = limits.file_bytes();
    let mut bytes = Vec::new();
    // What counts is what comes out of a packed answer, not what goes over the line.
    let read = response.body_mut().as_reader().take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(FetchError::TooLarge { megabytes: limits.file_megabytes });
    }
    match read {
        Ok(_) => Ok(Fetched { bytes, address, charset }),
        Err(error) => Err(explain(&Error::from(error), limits)),
    }
}

fn agent(limits: &Limits) -> Agent {
    let config = Config::builder()
        .timeout_global(Some(limits.fetch_time()))
        .timeout_connect(Some(limits.connect_time().max(Duration::from_secs(1))))
        .max_redirects(limits.redirects)
        .max_redirects_will_error(true)
        .max_response_header_size(HEADERS)
        .user_agent(concat!("dokpa/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.8")
        .build();
    // A proxy often stands in one's own network. It is the proxy that finds the server then.
    let all = limits.private_addresses || config.proxy().is_some();
    let resolver = Public { inner: DefaultResolver::default(), all };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

/// Finds addresses of the internet only. It is asked again at each redirect, so that no page leads inside.
#[derive(Debug)]
struct Public {
    inner: DefaultResolver,
    all: bool,
}

/// Marks a refusal on its way through ureq's error.
const PRIVATE: &str = "a private address";

impl Resolver for Public {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if !self.all && found.iter().any(|address| is_private(address.ip())) {
            return Err(Error::Other(PRIVATE.into()));
        }
        Ok(found)
    }
}

fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_private_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_private_v4(mapped),
            None => is_private_v6(address),
        },
    }
}

const fn is_private_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || address.is_multicast()
        || first == 0
        || first == 100 && second & 0xC0 == 64
}

const fn is_private_v6(address: Ipv6Addr) -> bool {
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || address.is_unique_local()
        || address.is_unicast_link_local()
}

/// An address as it is copied from a browser's line: Korean letters and spaces become what servers understand.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.trim().split('#').next().unwrap_or_default().chars() {
        if c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}') {
            out.push(c);
        } else {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

fn explain(error: &Error, limits: &Limits) -> FetchError {
    match error {
        Error::StatusCode(code) => FetchError::Status(*code),
        Error::BadUri(_) | Error::Http(_) => FetchError::BadAddress,
        Error::HostNotFound => FetchError::UnknownHost,
        Error::TooManyRedirects | Error::RedirectFailed => FetchError::Redirects { limit: limits.redirects },
        Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            FetchError::Slow { seconds: limits.connect_seconds }
        }
        Error::Timeout(_) => FetchError::Slow { seconds: limits.fetch_seconds },
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => FetchError::Insecure,
        Error::Other(reason) if reason.to_string() == PRIVATE => FetchError::Private,
        Error::Io(io) if io.kind() == std::io::ErrorKind::TimedOut => {
            FetchError::Slow { seconds: limits.fetch_seconds }
        }
        Error::Io(io) if io.kind() == std::io::ErrorKind::ConnectionRefused => FetchError::NoConnection,
        Error::Io(io) if io.to_string().contains("lookup") => FetchError::UnknownHost,
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => FetchError::NoConnection,
        _ => FetchError::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_inside_are_told_from_those_outside() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
        ] {
            assert!(is_private(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["93.184.216.34", "2606:2800:220:1::1"] {
            assert!(!is_private(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn addresses_are_taken_as_browsers_show_them() {
        assert_eq!(
            encoded(" https://dokpa.kr/기사?q=금 리#top"),
            "https://dokpa.kr/%EA%B8%B0%EC%82%AC?q=%EA%B8%88%20%EB%A6%AC"
        );
        assert!(is_address("HTTPS://dokpa.kr") && !is_address("http") && !is_address("글/http://"));
    }

    #[test]
    fn nothing_inside_is_reached_by_default() {
        let limits = Limits::default();
        assert_eq!(fetch("http://127.0.0.1:9/", &limits), Err(FetchError::Private));
        assert_eq!(fetch("http://", &limits), Err(FetchError::BadAddress));
    }
}
