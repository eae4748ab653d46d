use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use http::Extensions;
use ipnet::IpNet;

/// The address of the machine at the other end of the connection.
pub(crate) fn peer(extensions: &Extensions) -> Option<IpAddr> {
    let ConnectInfo(address) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    Some(address.ip().to_canonical())
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
    use super::admits;

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
