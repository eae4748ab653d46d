use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use http::{Extensions, HeaderMap};
use ipnet::IpNet;

/// Proxies whose word about who calls them is taken.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Reads networks as operators write them.
    ///
    /// # Errors
    /// The first text that names no network.
    pub fn parse(networks: &[String]) -> Result<Self, String> {
        let read = |text: &String| parse(text).ok_or_else(|| text.clone());
        networks
            .iter()
            .map(read)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether this is one of them.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Where a request comes from: the machine at the other end of the connection or, where that
    /// is a trusted proxy, the last machine in `X-Forwarded-For` that is none. `None` where a
    /// trusted proxy says nothing that can be read.
    pub(crate) fn client(&self, extensions: &Extensions, headers: &HeaderMap) -> Option<IpAddr> {
        let ConnectInfo(address) = extensions.get::<ConnectInfo<SocketAddr>>()?;
        let peer = address.ip().to_canonical();
        if !self.contains(peer) {
            return Some(peer);
        }
        let lines: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .map(|line| line.to_str().ok())
            .collect::<Option<_>>()?;
        for hop in lines.join(",").rsplit(',') {
            let hop = hop.trim().parse::<IpAddr>().ok()?.to_canonical();
            if !self.contains(hop) {
                return Some(hop);
            }
        }
        None
    }
}

/// Whether a key bound to these networks may be used from there. A single address is a network
/// of one; an entry that does not parse admits nobody.
pub(crate) fn admits(networks: &[String], peer: Option<IpAddr>) -> bool {
    if networks.is_empty() {
        return true;
    }
    let Some(peer) = peer else {
        return false;
    };
    networks
        .iter()
        .filter_map(|network| parse(network))
        .any(|network| network.contains(&peer))
}

/// Whether this names a network: CIDR notation, or a single address.
pub fn is_network(text: &str) -> bool {
    parse(text).is_some()
}

fn parse(text: &str) -> Option<IpNet> {
    let single = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse::<IpNet>().ok().or_else(single)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed() {
        let proxies = TrustedProxies::parse(&["10.0.0.0/8".to_owned()]).unwrap();
        for (peer, forwarded, client) in [
            ("192.0.2.1", None, Some("192.0.2.1")),
            // A caller's own claim counts for nothing.
            ("192.0.2.1", Some("203.0.113.9"), Some("192.0.2.1")),
            ("10.0.0.1", Some("203.0.113.9"), Some("203.0.113.9")),
            (
                "10.0.0.1",
                Some("1.1.1.1, 203.0.113.9, 10.2.2.2"),
                Some("203.0.113.9"),
            ),
            ("10.0.0.1", Some("10.2.2.2"), None),
            ("10.0.0.1", Some("203.0.113.9, unknown"), None),
            ("10.0.0.1", None, None),
        ] {
            let mut extensions = Extensions::new();
            let peer = SocketAddr::new(peer.parse().unwrap(), 4000);
            extensions.insert(ConnectInfo(peer));
            let mut headers = HeaderMap::new();
            if let Some(forwarded) = forwarded {
                headers.insert("x-forwarded-for", HeaderValue::from_static(forwarded));
            }
            let expected = client.map(|client| client.parse().unwrap());
            assert_eq!(
                proxies.client(&extensions, &headers),
                expected,
                "{peer} {forwarded:?}"
            );
        }
        assert!(TrustedProxies::parse(&["nonsense".to_owned()]).is_err());
    }

    #[test]
    fn networks_admit_their_own() {
        let networks = ["10.0.0.0/8".to_owned(), "2001:db8::1".to_owned()];
        for (peer, expected) in [
            ("10.1.2.3", true),
            ("11.0.0.1", false),
            ("2001:db8::1", true),
            ("2001:db8::2", false),
        ] {
            assert_eq!(admits(&networks, peer.parse().ok()), expected, "{peer}");
        }
        assert!(!admits(&networks, None));
        assert!(!admits(&["nonsense".to_owned()], "10.0.0.1".parse().ok()));
        assert!(admits(&[], None));
    }
}
