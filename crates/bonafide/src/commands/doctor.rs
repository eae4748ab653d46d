use std::process::ExitCode;

use clap::Args;
use identity::ApiKey;
use sessions::Services;

use crate::arguments::{METRICS_VARIABLE, ModelArguments, StorageArguments};
use crate::compose::{Installation, KeySource, Opened};
use crate::{disk, output};

use super::webhooks::failing as failing_since;

#[derive(Args, Debug)]
pub(crate) struct Doctor {
    #[command(flatten)]
    models: ModelArguments,
    #[command(flatten)]
    storage: StorageArguments,
}

/// Seconds by which two clocks may differ: a third of a job's lease, after which its worker says
/// that it is alive.
const CLOCK_TOLERANCE: i64 = 5;

/// What is right and wrong, as it is found.
#[derive(Default)]
struct Examination {
    problems: u32,
}

impl Examination {
    fn problem(&mut self, text: &str) {
        self.problems += 1;
        output::line(&format!("problem  {text}"));
    }
}

fn well(text: &str) {
    output::line(&format!("ok       {text}"));
}

fn advice(text: &str) {
    output::line(&format!("advice   {text}"));
}

impl Doctor {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let mut found = Examination::default();
        let models_dir = self.models.folder();
        match models::check(&models_dir, self.models.runtime()) {
            Ok(()) => well("models: all in place and unaltered"),
            Err(error) => found.problem(&format!("models: {error}")),
        }
        match Installation::new(&self.storage) {
            Ok(installation) => examine(&installation, &mut found).await,
            Err(error) => found.problem(&format!("configuration: {error:#}")),
        }
        Ok(if found.problems == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

async fn examine(installation: &Installation, found: &mut Examination) {
    well("configuration: readable");
    match installation.key_source() {
        KeySource::DataFolder(file) => advice(&format!(
            "master key: {} lies beside the data it protects; whoever takes the folder can read \
             everything. Keep it elsewhere and set BONAFIDE_MASTER_KEY_FILE",
            file.display()
        )),
        KeySource::Environment | KeySource::Command(_) | KeySource::OperatorFile(_) => {
            well("master key: kept apart from the data");
        }
    }
    match installation.live_mode_obstacle() {
        None => well("live mode: possible"),
        Some(obstacle) => advice(obstacle),
    }
    look_at_metrics(installation);
    look_at_disk(installation);
    if installation.database().is_missing() {
        advice("storage: empty; `bonafide serve` fills it");
        return;
    }
    let opened = match installation.open().await {
        Ok(opened) => opened,
        Err(error) => return found.problem(&format!("storage: {error:#}")),
    };
    let services = &opened.services;
    let counted = async {
        let mut unit = services.store.read().await?;
        let keys = unit.api_keys().await?;
        let waiting = unit.count_jobs(store::JobKind::Verify).await?;
        let queues = unit.delivery_queues(services.now()).await?;
        Ok::<_, store::StoreError>((keys, waiting, queues))
    };
    match counted.await {
        Ok((keys, waiting, queues)) => {
            well(&format!("storage: {} answers", installation.database()));
            let active = keys.iter().filter(|key| key.revoked.is_none()).count();
            if active == 0 {
                found.problem(
                    "keys: none is active; run `bonafide keys create --mode test --kind secret`",
                );
            } else {
                well(&format!("keys: {active} active"));
            }
            keys.iter()
                .filter_map(too_wide)
                .for_each(|key| advice(&key));
            for queue in queues {
                let failing = queue.endpoint.as_ref();
                let failing = failing.and_then(|(_, health)| failing_since(health, services.now()));
                if let Some(failing) = failing {
                    advice(&format!("webhooks: {} {failing}", queue.share));
                }
            }
            if waiting > 0 {
                advice(&format!(
                    "jobs: {waiting} verifications wait; is a worker running?"
                ));
            }
        }
        Err(error) => found.problem(&format!("storage: {error}")),
    }
    match services.blobs.probe(&probe_name(services)).await {
        Ok(()) => well(&format!(
            "pictures: {} keeps and deletes",
            installation.blobs()
        )),
        Err(error) => found.problem(&format!("pictures: {}: {error}", installation.blobs())),
    }
    look_at_clock(&opened, found).await;
    // A clock far behind makes every token and signature wrong.
    let released = identity::Timestamp(1_760_000_000);
    if services.now() < released {
        found.problem("clock: the machine's clock is years behind; set it, with NTP for example");
    } else {
        well("clock: plausible");
    }
    if let Err(error) = opened.close().await {
        found.problem(&format!("storage: {error:#}"));
    }
}

/// What is to say of a key that may do what nobody named.
fn too_wide(key: &ApiKey) -> Option<String> {
    let more = key.brought_along.filter(|_| key.revoked.is_none())?;
    let (id, last_four) = (&key.id, &key.last_four);
    Some(format!(
        "keys: {id} (…{last_four}) was made by a version in which sensitive_results brought {more} along, so \
         it may change and redact sessions. Unless that is meant, make another with `bonafide keys \
         create --allow sensitive_results` and then `bonafide keys revoke {id}`"
    ))
}

fn look_at_metrics(installation: &Installation) {
    let asked = std::env::var_os(METRICS_VARIABLE).is_some_and(|address| !address.is_empty());
    if asked || installation.config.metrics_listen.is_some() {
        well("metrics: served");
    } else {
        advice(&format!(
            "metrics: off, as far as {METRICS_VARIABLE} and the configuration file say; set one of \
             them (metrics_listen) to an address that your Prometheus reaches and the public does not"
        ));
    }
}

/// The data folder's disk, which holds everything unless a server elsewhere does.
fn look_at_disk(installation: &Installation) {
    let folder = &installation.data_dir;
    let Some(room) = disk::room(folder) else {
        return;
    };
    let free = format!(
        "{:.1} GB free of {:.1} GB",
        room.free as f64 / 1e9,
        room.size as f64 / 1e9
    );
    if room.is_nearly_full() {
        advice(&format!(
            "disk: nearly full ({free}) where {} is; uploads and changes are refused once it is full",
            folder.display()
        ));
    } else {
        well(&format!("disk: {free}"));
    }
}

async fn look_at_clock(opened: &Opened, found: &mut Examination) {
    match opened.clock_ahead().await {
        Ok(None) => {}
        Ok(Some(ahead)) => match clock_problem(ahead) {
            None => well("clock: that of the database server"),
            Some(problem) => found.problem(&problem),
        },
        Err(error) => found.problem(&format!("clock: the database server's is unknown: {error}")),
    }
}

/// What is wrong with a clock that is this many seconds ahead of the database server's: leases end
/// by the clocks of the processes that share them.
fn clock_problem(ahead: i64) -> Option<String> {
    let seconds = ahead.abs();
    let side = if ahead > 0 { "ahead of" } else { "behind" };
    (seconds > CLOCK_TOLERANCE).then(|| {
        format!(
            "clock: {seconds} s {side} the database server's; set both with NTP, or processes take \
             each other's jobs"
        )
    })
}

/// A name that no picture has, and no second doctor at the same time.
fn probe_name(services: &Services) -> String {
    let mut bytes = [0; 8];
    services.random.fill(&mut bytes);
    format!("doctor/{:016x}", u64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use identity::Permission;

    use super::*;

    #[test]
    fn keys_that_may_do_what_nobody_named_are_told() {
        let new = identity::NewKey::generate(
            &identity::SeededRandom::new(1),
            identity::AccountId::from_stored("acct_1".to_owned()),
            identity::Mode::Test,
            identity::KeyKind::Restricted,
            vec![Permission::Write, Permission::SensitiveResults],
            Vec::new(),
            identity::Timestamp(1),
        );
        let mut key = new.key;
        assert_eq!(too_wide(&key), None, "both were named");
        key.brought_along = Some(Permission::Write);
        let said = too_wide(&key).unwrap();
        assert!(said.contains(key.id.as_str()) && said.contains("brought write along"));
        key.revoked = Some(identity::Timestamp(2));
        assert_eq!(too_wide(&key), None);
    }

    #[test]
    fn clocks_may_differ_by_little() {
        assert_eq!(clock_problem(-5), None);
        let ahead = clock_problem(3600).unwrap();
        assert!(ahead.starts_with("clock: 3600 s ahead of"), "{ahead}");
        let behind = clock_problem(-6).unwrap();
        assert!(behind.starts_with("clock: 6 s behind"), "{behind}");
    }
}
