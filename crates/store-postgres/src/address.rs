use std::fmt;
use std::sync::Arc;

use sqlx::postgres::PgConnectOptions;
use thiserror::Error;

/// A URL that is no address. Says nothing of what stands in it.
#[derive(Debug, Error)]
#[error(
    "the database URL is not right: use postgres://USER:PASSWORD@HOST/DATABASE, with %-encoding where \
     the password has signs like @ : / ? #"
)]
pub struct AddressError {
    /// Why, where the driver could not read it.
    #[source]
    source: Option<sqlx::Error>,
}

/// Where a database is and how to log in. Shown without what is secret.
#[derive(Clone)]
pub struct Address {
    options: Arc<PgConnectOptions>,
}

impl Address {
    /// Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…`. What is missing comes from
    /// the environment, as for PostgreSQL's own programs: `PGHOST`, `PGPASSWORD`, `.pgpass` and so
    /// on.
    pub fn parse(url: &str) -> Result<Self, AddressError> {
        let options: PgConnectOptions = url.parse().map_err(|source| AddressError {
            source: Some(source),
        })?;
        // A password with `/`, `#` or `?` in it that was not encoded ends up in other members.
        let odd = |name: &str| name.contains(['@', '/', ':']);
        if options.get_database().is_some_and(odd) {
            return Err(AddressError { source: None });
        }
        Ok(Self {
            options: Arc::new(options),
        })
    }

    pub(crate) fn options(&self) -> PgConnectOptions {
        PgConnectOptions::clone(&self.options).application_name("bonafide")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = &self.options;
        let database = options
            .get_database()
            .unwrap_or_else(|| options.get_username());
        match options.get_socket() {
            Some(socket) => write!(f, "{database} in {}", socket.display()),
            None => write!(
                f,
                "{database} at {}:{}",
                options.get_host(),
                options.get_port()
            ),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        let url = "postgres://ann:hunter2@db.example:5433/bonafide?sslmode=require";
        let address = Address::parse(url).unwrap();
        assert_eq!(address.to_string(), "bonafide at db.example:5433");
        assert!(!format!("{address:?}").contains("hunter2"));
        let socket = Address::parse("postgres://ann@localhost/bonafide?host=/run/pg").unwrap();
        assert_eq!(socket.to_string(), "bonafide in /run/pg");
    }

    #[test]
    fn what_is_no_address_is_refused_without_being_repeated() {
        for url in [
            "postgres://ann:hunter2/x@db.example/bonafide",
            "postgres://ann:12/hunter2@db.example/bonafide",
            "postgres://ann:hunter2#x@db.example/bonafide",
            "postgres://ann:hunter2@db.example:port/bonafide",
        ] {
            let refused = Address::parse(url).unwrap_err();
            let shown = format!("{refused} {refused:?}");
            assert!(!shown.contains("hunter2"), "{shown}");
        }
    }
}
