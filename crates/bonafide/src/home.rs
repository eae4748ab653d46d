use url::{Host, Url};

/// Whether only this machine finds what a URL names: a loopback address, `localhost` or a name below
/// it (RFC 6761). Names are not resolved: where they lead is not up to us.
pub(crate) fn is_home(url: &str) -> bool {
    let Ok(url) = Url::parse(url.trim()) else {
        return false;
    };
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => {
            let mapped = address.to_ipv4_mapped();
            address.is_loopback() || mapped.is_some_and(|address| address.is_loopback())
        }
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_home;

    #[test]
    fn home_is_what_only_this_machine_finds() {
        for url in [
            "http://127.0.0.1:12111",
            "http://127.9.9.9",
            "http://[::1]:12111",
            "http://[::ffff:127.0.0.1]:12111",
            "http://localhost:12111",
            "https://LOCALHOST./",
            "https://id.localhost",
        ] {
            assert!(is_home(url), "{url}");
        }
    }

    #[test]
    fn everything_else_is_found_from_outside() {
        for url in [
            "https://id.example.com",
            "http://0.0.0.0:12111",
            "http://192.168.1.10:12111",
            // What began with the same letters was taken for loopback once.
            "http://127.example.com",
            "https://localhost.example.com",
            "https://notlocalhost",
            "https://user@id.example.com/?127.0.0.1",
            "127.0.0.1",
            "",
        ] {
            assert!(!is_home(url), "{url}");
        }
    }
}
