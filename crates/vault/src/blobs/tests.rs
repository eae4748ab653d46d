//! What every kind of store has to keep to: a folder, memory, and a real S3 server.

mod s3;

use std::collections::BTreeSet;

use futures::future::join_all;

use super::*;

/// Sealed pictures are larger than one packet, page or buffer.
const LARGE_BYTES: usize = 12_000_000;

/// All promises, on a store that is empty; leaves `kept/front` with one byte.
async fn keeps_promises(blobs: &Blobs) {
    puts_replaces_and_deletes(blobs).await;
    keeps_large_bodies(blobs).await;
    takes_many_at_once(blobs).await;
    refuses_names_that_lead_elsewhere(blobs).await;
    blobs.probe("doctor/probe").await.unwrap();
    assert!(blobs.list().await.unwrap().is_empty());
    blobs.put("kept/front", vec![7]).await.unwrap();
}

async fn puts_replaces_and_deletes(blobs: &Blobs) {
    assert_eq!(blobs.get("vs_1/front").await.unwrap(), None);
    blobs.put("vs_1/front", vec![1, 2]).await.unwrap();
    blobs.put("vs_1/front", vec![3]).await.unwrap();
    blobs.put("vs_2/front", vec![]).await.unwrap();
    let found = blobs.get("vs_1/front").await.unwrap().unwrap();
    assert_eq!(found.as_ref(), [3]);
    let mut listed = blobs.list().await.unwrap();
    listed.sort_by(|one, other| one.name.cmp(&other.name));
    let sizes: Vec<_> = listed
        .iter()
        .map(|blob| (&blob.name[..], blob.size))
        .collect();
    assert_eq!(sizes, [("vs_1/front", 1), ("vs_2/front", 0)]);
    // 2020 at the earliest: seconds, not milliseconds or nothing.
    assert!((1_577_836_800..100_000_000_000).contains(&listed[0].modified.0));
    blobs.delete("vs_1/front").await.unwrap();
    blobs.delete("vs_1/front").await.unwrap();
    assert_eq!(blobs.get("vs_1/front").await.unwrap(), None);
    assert_eq!(blobs.list().await.unwrap().len(), 1);
    blobs.delete("vs_2/front").await.unwrap();
}

async fn keeps_large_bodies(blobs: &Blobs) {
    let body: Vec<u8> = (0..LARGE_BYTES)
        .map(|at| (at * 7 + at / 251) as u8)
        .collect();
    blobs.put("large", body.clone()).await.unwrap();
    let found = blobs.get("large").await.unwrap().unwrap();
    assert!(found.as_ref() == body, "a large body comes back changed");
    blobs.delete("large").await.unwrap();
}

async fn takes_many_at_once(blobs: &Blobs) {
    let names: Vec<_> = (0..40).map(|at| format!("file_{at}/{}", at % 3)).collect();
    let put = names
        .iter()
        .map(|name| blobs.put(name, name.clone().into_bytes()));
    assert!(join_all(put).await.iter().all(Result::is_ok));
    let listed = blobs.list().await.unwrap();
    let listed: BTreeSet<_> = listed.into_iter().map(|blob| blob.name).collect();
    assert_eq!(listed, names.iter().cloned().collect());
    for (name, found) in names
        .iter()
        .zip(join_all(names.iter().map(|name| blobs.get(name))).await)
    {
        assert_eq!(found.unwrap().unwrap().as_ref(), name.as_bytes());
    }
    let deleted = join_all(names.iter().map(|name| blobs.delete(name))).await;
    assert!(deleted.iter().all(Result::is_ok));
}

async fn refuses_names_that_lead_elsewhere(blobs: &Blobs) {
    for name in [
        "", "/", "../x", "a//b", "a/../b", "a/", "/a", "a b", "a.b", "a#1", "a%2Fb", "ä",
    ] {
        let put = blobs.put(name, vec![]).await;
        assert!(matches!(put, Err(BlobError::Name)), "{name}");
        assert!(
            matches!(blobs.get(name).await, Err(BlobError::Name)),
            "{name}"
        );
        assert!(
            matches!(blobs.delete(name).await, Err(BlobError::Name)),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_folder_keeps_promises() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("blobs");
    keeps_promises(&Blobs::local(&inner).unwrap()).await;
    let reopened = Blobs::local(&inner).unwrap();
    assert!(reopened.get("kept/front").await.unwrap().is_some());
}

#[tokio::test]
async fn memory_keeps_promises() {
    keeps_promises(&Blobs::memory()).await;
}

#[tokio::test]
async fn what_a_crash_left_of_a_put_is_deleted_once_it_is_old() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::local(folder.path()).unwrap();
    blobs.put("file_1", vec![1]).await.unwrap();
    let left = folder.path().join("file_2#1");
    std::fs::write(&left, b"half").unwrap();
    let modified = blobs.list().await.unwrap()[0].modified;
    let earlier = modified.plus(-3600);
    assert_eq!(blobs.delete_unfinished(earlier).await.unwrap(), 0);
    assert!(left.exists());
    let later = modified.plus(3600);
    assert_eq!(blobs.delete_unfinished(later).await.unwrap(), 1);
    assert!(!left.exists());
    assert_eq!(blobs.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_folder_that_fails_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::local(folder.path()).unwrap();
    std::fs::write(
        folder.path().join("vs_1"),
        b"a file where a folder should be",
    )
    .unwrap();
    let failed = blobs.put("vs_1/front", vec![1]).await.unwrap_err();
    assert!(matches!(failed, BlobError::Folder(_)), "{failed:?}");
}
