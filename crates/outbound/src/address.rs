use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Which addresses may be called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddressPolicy {
    /// 127.0.0.0/8 and ::1.
    pub allow_loopback: bool,
    /// RFC 1918, RFC 6598 and unique local IPv6 networks.
    pub allow_private: bool,
}

/// Why an address may not be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("loopback addresses are not allowed")]
    Loopback,
    #[error("private addresses are not allowed")]
    Private,
    #[error("link-local and metadata addresses are never allowed")]
    LinkLocal,
    #[error("the address is reserved")]
    Reserved,
}

impl AddressPolicy {
    /// Judges one address. IPv4 addresses inside IPv6 are judged as IPv4.
    pub fn judge(self, address: IpAddr) -> Result<(), Refusal> {
        match address {
            IpAddr::V4(address) => self.judge_v4(address),
            IpAddr::V6(address) => match embedded_v4(address) {
                Some(inner) => self.judge_v4(inner),
                None => self.judge_v6(address),
            },
        }
    }

    fn judge_v4(self, address: Ipv4Addr) -> Result<(), Refusal> {
        let [a, b, c, _] = address.octets();
        if address.is_loopback() {
            return if self.allow_loopback {
                Ok(())
            } else {
                Err(Refusal::Loopback)
            };
        }
        // 100.100.100.200 and 192.0.0.192 are metadata services of two clouds.
        let metadata = address == Ipv4Addr::new(100, 100, 100, 200)
            || address == Ipv4Addr::new(192, 0, 0, 192);
        if address.is_link_local() || metadata {
            return Err(Refusal::LinkLocal);
        }
        let shared = a == 100 && (64..128).contains(&b);
        if address.is_private() || shared {
            return if self.allow_private {
                Ok(())
            } else {
                Err(Refusal::Private)
            };
        }
        let reserved = a == 0
            || a >= 224
            || address.is_documentation()
            || (a == 192 && b == 0 && c == 0)
            || (a == 198 && (b == 18 || b == 19));
        if reserved {
            Err(Refusal::Reserved)
        } else {
            Ok(())
        }
    }

    fn judge_v6(self, address: Ipv6Addr) -> Result<(), Refusal> {
        if address.is_loopback() {
            return if self.allow_loopback {
                Ok(())
            } else {
                Err(Refusal::Loopback)
            };
        }
        // fd00:ec2::254 is a metadata service inside the unique local range.
        let metadata = address.segments() == [0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x0254];
        if address.is_unicast_link_local() || metadata {
            return Err(Refusal::LinkLocal);
        }
        if address.is_unique_local() {
            return if self.allow_private {
                Ok(())
            } else {
                Err(Refusal::Private)
            };
        }
        let first = address.segments()[0];
        let documentation = first == 0x2001 && address.segments()[1] == 0x0db8;
        if address.is_unspecified() || address.is_multicast() || first & 0xe000 != 0x2000 {
            return Err(Refusal::Reserved);
        }
        if documentation {
            Err(Refusal::Reserved)
        } else {
            Ok(())
        }
    }
}

/// The IPv4 address that an IPv6 one leads to: mapped (::ffff:0:0/96), compatible (::/96),
/// NAT64 (64:ff9b::/96) and 6to4 (2002::/16).
fn embedded_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let segments = address.segments();
    let octets = address.octets();
    let last = Ipv4Addr::new(octets[12], octets[13], octets[14], octets[15]);
    if let Some(mapped) = address.to_ipv4_mapped() {
        return Some(mapped);
    }
    let loopback_or_unspecified = address.is_loopback() || address.is_unspecified();
    if segments[..6] == [0; 6] && !loopback_or_unspecified {
        return Some(last);
    }
    if segments[..6] == [0x64, 0xff9b, 0, 0, 0, 0] {
        return Some(last);
    }
    (segments[0] == 0x2002).then(|| Ipv4Addr::new(octets[2], octets[3], octets[4], octets[5]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(policy: AddressPolicy, text: &str) -> Result<(), Refusal> {
        policy.judge(text.parse().unwrap())
    }

    #[test]
    fn public_addresses_pass() {
        for text in [
            "93.184.216.34",
            "2606:2800:220:1:248:1893:25c8:1946",
            "::ffff:93.184.216.34",
        ] {
            assert_eq!(judge(AddressPolicy::default(), text), Ok(()), "{text}");
        }
    }

    #[test]
    fn metadata_is_refused_whatever_is_allowed() {
        let all = AddressPolicy {
            allow_loopback: true,
            allow_private: true,
        };
        for text in [
            "169.254.169.254",
            "::ffff:169.254.169.254",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::1",
            "fe80::1",
            "fd00:ec2::254",
            "100.100.100.200",
        ] {
            assert_eq!(judge(all, text), Err(Refusal::LinkLocal), "{text}");
        }
    }

    #[test]
    fn loopback_and_private_need_permission() {
        let none = AddressPolicy::default();
        let all = AddressPolicy {
            allow_loopback: true,
            allow_private: true,
        };
        for text in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(judge(none, text), Err(Refusal::Loopback), "{text}");
            assert_eq!(judge(all, text), Ok(()), "{text}");
        }
        for text in [
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "fd12::1",
            "::10.0.0.1",
        ] {
            assert_eq!(judge(none, text), Err(Refusal::Private), "{text}");
            assert_eq!(judge(all, text), Ok(()), "{text}");
        }
    }

    #[test]
    fn reserved_addresses_are_refused() {
        let all = AddressPolicy {
            allow_loopback: true,
            allow_private: true,
        };
        for text in [
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "::",
            "ff02::1",
            "2001:db8::1",
        ] {
            assert_eq!(judge(all, text), Err(Refusal::Reserved), "{text}");
        }
    }
}
