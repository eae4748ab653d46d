use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::AddressPolicy;

/// Resolves names and drops every address that may not be called, so that what was judged is
/// what is connected to (no second look-up in between).
pub(crate) struct GuardedResolver(pub(crate) AddressPolicy);

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let mut refusal = None;
            let mut allowed: Vec<SocketAddr> = Vec::new();
            for address in found {
                match policy.judge(address.ip()) {
                    Ok(()) => allowed.push(address),
                    Err(reason) => refusal = Some(reason),
                }
            }
            match (allowed.is_empty(), refusal) {
                (true, Some(reason)) => Err(reason.into()),
                _ => Ok(Box::new(allowed.into_iter()) as Addrs),
            }
        })
    }
}
