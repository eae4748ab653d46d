use identity::{AccountId, File, FileId, FilePurpose, Mode};
use store::{FileRecord, UnitOfWork};
use vault::{DataKey, PlainBytes};

use crate::{Error, OpenedSession, Result, Services};

/// A file as it comes in.
pub struct NewFile {
    /// What it was handed in for.
    pub purpose: FilePurpose,
    /// The name that the sender gave; sealed.
    pub filename: Option<String>,
    /// `jpg`, `png`, `webp`, `pdf`, …
    pub file_type: Option<String>,
    /// All bytes; sealed before they touch a disk.
    pub contents: PlainBytes,
}

/// A file whose sealed contents are on disk and whose row is still to be inserted.
pub struct StoredFile {
    /// The row.
    pub record: FileRecord,
    /// A key of the file's own, for files of no session.
    own_key: Option<vault::WrappedKey>,
}

fn blob_context(blob: &str) -> String {
    format!("blob/{blob}")
}

fn name_context(id: &FileId) -> String {
    format!("file-name/{id}")
}

impl Services {
    /// Seals a file under its session's key and writes the blob. The row follows with
    /// [`Services::insert_file`]; a blob without a row is an orphan that housekeeping collects.
    pub async fn store_session_file(
        &self,
        opened: &OpenedSession,
        new: NewFile,
    ) -> Result<StoredFile> {
        let id = FileId::generate(self.random.as_ref());
        let key = opened.key()?;
        let (record, contents) = self.seal_file(
            key,
            id,
            opened.session.account.clone(),
            opened.session.mode,
            Some(opened),
            new,
        );
        self.blobs.put(&record.file.blob, contents).await?;
        fault::point("blob.written");
        Ok(StoredFile {
            record,
            own_key: None,
        })
    }

    /// Seals a file of no session under a key of its own and writes the blob.
    pub async fn store_account_file(
        &self,
        account: AccountId,
        mode: Mode,
        new: NewFile,
    ) -> Result<StoredFile> {
        let id = FileId::generate(self.random.as_ref());
        let mut read = self.store.read().await?;
        self.confirm_epoch(read.as_mut()).await?;
        drop(read);
        let (key, wrapped) = self.vault.create_data_key(id.as_str())?;
        let (record, contents) = self.seal_file(&key, id, account, mode, None, new);
        self.blobs.put(&record.file.blob, contents).await?;
        fault::point("blob.written");
        Ok(StoredFile {
            record,
            own_key: Some(wrapped),
        })
    }

    fn seal_file(
        &self,
        key: &DataKey,
        id: FileId,
        account: AccountId,
        mode: Mode,
        opened: Option<&OpenedSession>,
        new: NewFile,
    ) -> (FileRecord, Vec<u8>) {
        let blob = id.as_str().to_owned();
        let size = new.contents.len() as u64;
        let contents = key.seal_in_place(&blob_context(&blob), new.contents);
        let sealed_name = new
            .filename
            .map(|name| key.seal(&name_context(&id), name.as_bytes()));
        let file = File {
            id,
            account,
            mode,
            created: self.now(),
            purpose: new.purpose,
            size,
            file_type: new.file_type,
            session: opened.map(|opened| opened.session.id.clone()),
            blob,
        };
        (FileRecord { file, sealed_name }, contents)
    }

    /// Inserts the row of a stored file.
    pub async fn insert_file(&self, unit: &mut dyn UnitOfWork, stored: &StoredFile) -> Result<()> {
        if let Some(key) = &stored.own_key {
            unit.insert_data_key(stored.record.file.id.as_str(), key)
                .await?;
        }
        unit.insert_file(&stored.record).await?;
        Ok(())
    }

    /// Another file object over the same sealed picture: what reports name and restricted keys
    /// may fetch.
    pub async fn copy_file(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        original: &FileId,
        purpose: FilePurpose,
    ) -> Result<Option<FileId>> {
        let Some(original) = unit.file(&opened.scope(), original).await? else {
            return Ok(None);
        };
        let id = FileId::generate(self.random.as_ref());
        let key = opened.key()?;
        let name = Self::open_file_name(key, &original)?;
        let sealed_name = name.map(|name| key.seal(&name_context(&id), name.as_bytes()));
        let file = File {
            id: id.clone(),
            created: self.now(),
            purpose,
            ..original.file
        };
        unit.insert_file(&FileRecord { file, sealed_name }).await?;
        Ok(Some(id))
    }

    /// The key a file is sealed with; `None` after redaction.
    async fn file_key(&self, unit: &mut dyn UnitOfWork, file: &File) -> Result<Option<DataKey>> {
        let owner = file
            .session
            .as_ref()
            .map_or(file.blob.as_str(), |session| session.as_str());
        let Some(wrapped) = unit.data_key(owner).await? else {
            return Ok(None);
        };
        Ok(Some(self.vault.open_data_key(owner, &wrapped).await?))
    }

    /// A file's name as uploaded; `None` where it has none or was redacted.
    pub async fn file_name(
        &self,
        unit: &mut dyn UnitOfWork,
        record: &FileRecord,
    ) -> Result<Option<String>> {
        match self.file_key(unit, &record.file).await? {
            Some(key) => Self::open_file_name(&key, record),
            None => Ok(None),
        }
    }

    fn open_file_name(key: &DataKey, record: &FileRecord) -> Result<Option<String>> {
        let Some(sealed) = &record.sealed_name else {
            return Ok(None);
        };
        let plain = key.open(&name_context(&record.file.id), sealed)?;
        String::from_utf8(plain.to_vec())
            .map(Some)
            .map_err(|_| Error::Unreadable("file name"))
    }

    /// A file's contents; [`Error::Redacted`] where they are gone.
    pub async fn file_contents(&self, unit: &mut dyn UnitOfWork, file: &File) -> Result<Vec<u8>> {
        let sealed = self.sealed_file(unit, file).await?;
        self.fetch(sealed).await?.open()
    }

    /// Where a file's contents lie, and their key: all that a unit of work is needed for.
    pub async fn sealed_file(&self, unit: &mut dyn UnitOfWork, file: &File) -> Result<SealedFile> {
        let key = self.file_key(unit, file).await?.ok_or(Error::Redacted)?;
        Ok(SealedFile {
            blob: file.blob.clone(),
            size: file.size,
            key,
        })
    }

    /// Fetches a file's contents, sealed as they are.
    pub async fn fetch(&self, file: SealedFile) -> Result<FetchedFile> {
        let found = self.blobs.get(&file.blob).await?;
        let contents = found.ok_or(Error::Redacted)?.to_vec();
        Ok(FetchedFile { file, contents })
    }
}

impl OpenedSession {
    /// Where the contents of one of the session's own files lie, with the key that the opened session holds already.
    pub fn sealed_file(&self, file: &File) -> Result<SealedFile> {
        if file.session.as_ref() != Some(&self.session.id) {
            return Err(Error::Redacted);
        }
        Ok(SealedFile {
            blob: file.blob.clone(),
            size: file.size,
            key: self.key()?.clone(),
        })
    }
}

/// A file whose contents are still where they lie.
#[derive(Clone)]
pub struct SealedFile {
    blob: String,
    size: u64,
    key: DataKey,
}

impl SealedFile {
    /// Bytes that they have once they are opened.
    pub fn size(&self) -> u64 {
        self.size
    }
}

/// A file whose contents are at hand, sealed.
pub struct FetchedFile {
    file: SealedFile,
    contents: Vec<u8>,
}

impl FetchedFile {
    /// Opens them, which takes some milliseconds for a large picture.
    pub fn open(self) -> Result<Vec<u8>> {
        let context = blob_context(&self.file.blob);
        let mut plain = self.file.key.open(&context, &self.contents)?;
        Ok(std::mem::take(&mut *plain))
    }
}
