use anyhow::{Context as _, ensure};
use serde::Deserialize;
use sessions::PageSettings;
use url::Url;

/// `[page]`: who may show the page in a frame, and in which languages it speaks to real people.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PageConfig {
    frame_ancestors: Vec<String>,
    reviewed_consents: Option<Vec<String>>,
}

impl PageConfig {
    /// The settings, checked.
    pub(super) fn read(&self) -> anyhow::Result<PageSettings> {
        let frame_ancestors = self.frame_ancestors.iter().map(|text| origin(text));
        let usual = PageSettings::default().reviewed_consents;
        let reviewed_consents = self.reviewed_consents.clone().unwrap_or(usual);
        ensure!(
            !reviewed_consents.is_empty(),
            "page.reviewed_consents: name at least one language"
        );
        let known: Vec<&str> = hosted::languages().collect();
        for tag in &reviewed_consents {
            ensure!(
                known.contains(&tag.as_str()),
                "page.reviewed_consents: {tag:?} is none of {}",
                known.join(", ")
            );
        }
        Ok(PageSettings {
            frame_ancestors: frame_ancestors.collect::<anyhow::Result<_>>()?,
            reviewed_consents,
        })
    }
}

/// Scheme, host and port, as a browser writes them.
fn origin(text: &str) -> anyhow::Result<String> {
    let example = "write an origin, as in \"https://shop.example.com\"";
    let url =
        Url::parse(text).with_context(|| format!("page.frame_ancestors: {text:?}; {example}"))?;
    let whole = matches!(url.scheme(), "http" | "https")
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty();
    ensure!(whole, "page.frame_ancestors: {text:?}; {example}");
    Ok(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use figment::Figment;
    use figment::providers::{Format as _, Toml};

    use super::*;

    fn read(toml: &str) -> anyhow::Result<PageSettings> {
        let config: PageConfig = Figment::from(Toml::string(toml)).extract()?;
        config.read()
    }

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        let settings = read("frame_ancestors = [\"https://Shop.example.com:443/\"]").unwrap();
        assert_eq!(settings.frame_ancestors, ["https://shop.example.com"]);
        assert_eq!(settings.reviewed_consents, ["en"]);
    }

    #[test]
    fn mistakes_are_refused() {
        for wrong in [
            "frame_ancestors = [\"shop.example.com\"]",
            "frame_ancestors = [\"*\"]",
            "frame_ancestors = [\"https://shop.example.com/pay\"]",
            "frame_ancestors = [\"https://a.example; script-src *\"]",
            "reviewed_consents = []",
            "reviewed_consents = [\"tlh\"]",
            "frames = true",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
