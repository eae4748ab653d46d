//! The epoch keys in time: made, superseded, emptied, destroyed.
//!
//! The database lists the keys by name; the keys themselves lie elsewhere ([`vault::KeyFiles`]). A
//! key is kept before its name is listed, and taken off the list before it is destroyed; the
//! database lets no name go under which a data key is still wrapped.

use std::sync::Arc;

use identity::{Random, Timestamp};
use store::{KeyringEntry, KeyringKind, Store, StoreError, UnitOfWork};
use vault::{Blobs, EPOCH_TRUSTED, KeyFiles, MasterKey, Vault};
use zeroize::Zeroizing;

use crate::{Error, Result, Services};

const EPOCH: &str = "epoch";
const LEASE: &str = "keyring";
/// Data keys wrapped anew in one unit of work.
pub(crate) const BATCH: u32 = 200;
/// Seconds after which another process tends the keyring where the one that did has died. Prolonged
/// with every batch.
const TURN: i64 = 10;
/// Seconds after which a superseded key is certain to wrap nothing new in any process.
const SETTLED: i64 = 5 * EPOCH_TRUSTED;
/// Seconds after which a key that is on no list counts as left behind by a crash.
const LEFT_BEHIND: i64 = 3600;

/// What was done to the keyring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tended {
    /// Data keys that were wrapped anew.
    pub rewrapped: u64,
    /// Epoch keys that were destroyed.
    pub destroyed: u64,
    /// Epoch keys that backups may still need.
    pub kept: u64,
}

/// Opens the vault of a database: its root key and its newest epoch key, which are made first if
/// the database has none. Any number of processes may do it at once.
pub async fn open_vault(
    store: &dyn Store,
    master: &MasterKey,
    keys: Blobs,
    random: Arc<dyn Random>,
    now: Timestamp,
) -> Result<Vault> {
    let files = KeyFiles::new(keys, master, Arc::clone(&random));
    let root = root_key(store, master, &files, now).await?;
    let vault = Vault::new(&root, files, random);
    vault.learn_master(master);
    let mut read = store.read().await?;
    let newest = newest_epoch(read.as_mut()).await?;
    drop(read);
    let newest = match newest {
        Some(id) => id,
        None => make_epoch(store, vault.files(), now).await?,
    };
    vault.learn(&newest).await?;
    vault.wrap_under(&newest, now);
    Ok(vault)
}

async fn root_key(
    store: &dyn Store,
    master: &MasterKey,
    files: &KeyFiles,
    now: Timestamp,
) -> Result<Zeroizing<[u8; 32]>> {
    loop {
        let mut read = store.read().await?;
        let entries = read.keyring().await?;
        let in_use = !read.accounts().await?.is_empty();
        drop(read);
        let root = entries
            .into_iter()
            .find(|entry| entry.kind == KeyringKind::Root);
        if let Some(root) = root {
            return Ok(files.load(&root.id).await?);
        }
        let id = files.name("root", now);
        if in_use {
            // Before there were keyrings the master key was the root of everything.
            files.keep_master(&id, master).await?;
        } else {
            files.create(&id).await?;
        }
        fault::point("keyring.root_kept");
        let entry = KeyringEntry {
            id,
            kind: KeyringKind::Root,
            created: now,
        };
        let mut unit = store.begin().await?;
        match unit.insert_keyring_entry(&entry).await {
            Ok(()) => unit.save().await?,
            // Somebody was faster: theirs is the root.
            Err(StoreError::Conflict { .. }) => files.destroy(&entry.id).await?,
            Err(error) => return Err(error.into()),
        }
    }
}

async fn make_epoch(store: &dyn Store, files: &KeyFiles, now: Timestamp) -> Result<String> {
    let entry = KeyringEntry {
        id: files.name(EPOCH, now),
        kind: KeyringKind::Epoch,
        created: now,
    };
    files.create(&entry.id).await?;
    fault::point("keyring.epoch_kept");
    let mut unit = store.begin().await?;
    unit.insert_keyring_entry(&entry).await?;
    unit.save().await?;
    Ok(entry.id)
}

async fn epochs(unit: &mut dyn UnitOfWork) -> Result<Vec<KeyringEntry>> {
    let mut entries = unit.keyring().await?;
    entries.retain(|entry| entry.kind == KeyringKind::Epoch);
    Ok(entries)
}

async fn newest_epoch(unit: &mut dyn UnitOfWork) -> Result<Option<String>> {
    let newest = epochs(unit).await?.pop();
    // A name that is no file's is that of the master key, which wraps nothing new.
    Ok(newest
        .filter(|entry| entry.id.starts_with(EPOCH))
        .map(|entry| entry.id))
}

impl Services {
    /// Has new data keys wrapped under what the database says is the newest epoch key.
    pub(crate) async fn confirm_epoch(&self, unit: &mut dyn UnitOfWork) -> Result<()> {
        let now = self.now();
        if self.vault.fresh_epoch(now).is_some() {
            return Ok(());
        }
        let newest = newest_epoch(unit).await?.ok_or(Error::NoEpoch)?;
        self.vault.learn(&newest).await?;
        self.vault.wrap_under(&newest, now);
        Ok(())
    }

    /// Begins an epoch where it is time to, wraps data keys under the newest epoch key and destroys
    /// the keys of epochs that no backup needs any more. Does nothing while another process does it.
    pub async fn tend_keyring(&self, who: &str) -> Result<Tended> {
        if !self.take_turn(who).await? {
            return Ok(Tended::default());
        }
        let policy = self.settings.epochs;
        let mut read = self.store.read().await?;
        let newest = epochs(read.as_mut()).await?.pop();
        drop(read);
        let over = newest.is_none_or(|entry| entry.created.plus(policy.epoch) <= self.now());
        if over && policy.backups > 0 {
            make_epoch(self.store.as_ref(), self.vault.files(), self.now()).await?;
        }
        let tended = self.leave_old_epochs(who).await;
        self.end_turn(who).await?;
        tended
    }

    /// Begins a new epoch now, whatever the policy says.
    pub async fn turn_epoch(&self, who: &str) -> Result<Tended> {
        if !self.take_turn(who).await? {
            return Err(Error::KeyringBusy);
        }
        make_epoch(self.store.as_ref(), self.vault.files(), self.now()).await?;
        let tended = self.leave_old_epochs(who).await;
        self.end_turn(who).await?;
        tended
    }

    /// Lets others have their turn before the lease ends by itself.
    async fn end_turn(&self, who: &str) -> Result<()> {
        let now = self.now();
        let mut unit = self.store.begin().await?;
        unit.hold_lease(LEASE, who, now, now).await?;
        Ok(unit.save().await?)
    }

    async fn take_turn(&self, who: &str) -> Result<bool> {
        let now = self.now();
        let mut unit = self.store.begin().await?;
        let held = unit.hold_lease(LEASE, who, now, now.plus(TURN)).await?;
        unit.save().await?;
        Ok(held)
    }

    async fn leave_old_epochs(&self, who: &str) -> Result<Tended> {
        let mut read = self.store.read().await?;
        let mut left = epochs(read.as_mut()).await?;
        drop(read);
        let mut tended = Tended::default();
        let Some(newest) = left.pop() else {
            return Ok(tended);
        };
        self.vault.learn(&newest.id).await?;
        self.vault.wrap_under(&newest.id, self.now());
        let successors = left.iter().skip(1).chain([&newest]);
        let superseded: Vec<_> = left.iter().zip(successors).collect();
        for (old, successor) in superseded {
            tended.rewrapped += self.rewrap_all(&old.id, who).await?;
            let needed = self.settings.epochs.backups.max(SETTLED);
            if successor.created.plus(needed) <= self.now() && self.destroy_epoch(&old.id).await? {
                tended.destroyed += 1;
            } else {
                tended.kept += 1;
            }
        }
        self.sweep_key_files().await?;
        Ok(tended)
    }

    /// Wraps under the newest epoch key what an older one wraps.
    async fn rewrap_all(&self, epoch: &str, who: &str) -> Result<u64> {
        let mut rewrapped = 0;
        loop {
            let mut unit = self.store.begin().await?;
            let keys = unit.data_keys_wrapped_by(epoch, BATCH).await?;
            if keys.is_empty() {
                return Ok(rewrapped);
            }
            self.confirm_epoch(unit.as_mut()).await?;
            for (owner, old) in &keys {
                let anew = self.vault.rewrap(owner, old).await?;
                rewrapped += u64::from(unit.rewrap_data_key(owner, old, &anew).await?);
            }
            let now = self.now();
            if !unit.hold_lease(LEASE, who, now, now.plus(TURN)).await? {
                return Err(Error::KeyringBusy);
            }
            unit.save().await?;
            fault::point("keyring.rewrapped");
        }
    }

    /// False where the key wraps something after all.
    async fn destroy_epoch(&self, epoch: &str) -> Result<bool> {
        let mut unit = self.store.begin().await?;
        match unit.remove_keyring_entry(epoch).await {
            Ok(_) => unit.save().await?,
            Err(StoreError::Conflict { .. }) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        fault::point("keyring.delisted");
        self.vault.files().destroy(epoch).await?;
        Ok(true)
    }

    /// Destroys key files that are on no list: a process died between keeping and listing, or
    /// between delisting and destroying. Forgets the keys that are gone.
    async fn sweep_key_files(&self) -> Result<()> {
        // Files first: what is kept and listed in between is not taken for left behind.
        let files = self.vault.files().list().await?;
        let mut read = self.store.read().await?;
        let listed: Vec<_> = read.keyring().await?.into_iter().map(|e| e.id).collect();
        drop(read);
        for (id, written) in files {
            let old = written.plus(LEFT_BEHIND) <= self.now();
            if old && !listed.contains(&id) {
                self.vault.files().destroy(&id).await?;
            }
        }
        self.vault.forget_others(&listed);
        Ok(())
    }

    /// When backups can hold nothing any more that was destroyed at `moment`: `None` means now.
    /// They can for as long as an epoch key exists that is older than that.
    pub async fn unreadable_in_backups_from(&self, moment: Timestamp) -> Result<Option<Timestamp>> {
        let policy = self.settings.epochs;
        if policy.backups == 0 {
            return Ok(None);
        }
        let mut until = None;
        for (id, _) in self.vault.files().list().await? {
            let created = id.split('_').nth(1).and_then(|text| text.parse().ok());
            if let (true, Some(created)) = (id.starts_with(EPOCH), created.map(Timestamp))
                && created <= moment
            {
                let over = created.plus(policy.epoch + policy.backups);
                until = until.max(Some(over.max(self.now().plus(SETTLED / 2))));
            }
        }
        Ok(until)
    }
}
