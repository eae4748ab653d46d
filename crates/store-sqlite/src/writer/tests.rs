use std::path::Path;

use sqlx::{AssertSqlSafe, Executor as _};

use super::*;
use crate::open;

async fn writer(folder: &Path) -> Writer {
    let path = folder.join("bonafide.sqlite");
    let mut connection = open::writer(&path).await.unwrap();
    connection
        .execute("CREATE TABLE notes (text TEXT)")
        .await
        .unwrap();
    Writer::new(connection, &path)
}

async fn note(unit: &mut WriteUnit, text: &str) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO notes VALUES (?)")
        .bind(text)
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn notes(writer: &Writer) -> Vec<String> {
    let mut unit = writer.begin().await.unwrap();
    sqlx::query_scalar("SELECT text FROM notes ORDER BY rowid")
        .fetch_all(unit.connection())
        .await
        .unwrap()
}

/// Polls a future until it waits for something.
async fn start<F: Future + Unpin>(future: &mut F) {
    std::future::poll_fn(|context| {
        let early = std::pin::Pin::new(&mut *future).poll(context);
        assert!(early.is_pending());
        std::task::Poll::Ready(())
    })
    .await;
}

#[tokio::test]
async fn units_that_queue_share_a_commit() {
    let folder = tempfile::tempdir().unwrap();
    let writer = writer(folder.path()).await;
    let mut first = writer.begin().await.unwrap();
    note(&mut first, "first").await.unwrap();

    // Queues before the first unit's commit can.
    let mut queueing = Box::pin(writer.begin());
    start(&mut queueing).await;
    tokio::task::yield_now().await;
    let mut saving = Box::pin(first.save(Tally::default()));
    start(&mut saving).await;

    let mut second = queueing.await.unwrap();
    let state = second.state.as_ref().unwrap();
    assert_eq!((state.group.len(), state.open), (1, true));
    note(&mut second, "second").await.unwrap();
    second.save(Tally::default()).await.unwrap();
    saving.await.unwrap();
    assert_eq!(notes(&writer).await, ["first", "second"]);
}

#[tokio::test]
async fn a_unit_undone_within_a_group_takes_nobody_along() {
    let folder = tempfile::tempdir().unwrap();
    let writer = writer(folder.path()).await;
    let mut first = writer.begin().await.unwrap();
    note(&mut first, "first").await.unwrap();
    let mut queueing = Box::pin(writer.begin());
    start(&mut queueing).await;
    tokio::task::yield_now().await;
    let mut saving = Box::pin(first.save(Tally::default()));
    start(&mut saving).await;

    let mut undone = queueing.await.unwrap();
    note(&mut undone, "undone").await.unwrap();
    drop(undone);
    saving.await.unwrap();
    assert_eq!(notes(&writer).await, ["first"]);
}

#[tokio::test]
async fn a_full_disk_fails_who_it_hits_and_nobody_is_told_a_lie() {
    let folder = tempfile::tempdir().unwrap();
    let writer = writer(folder.path()).await;
    let mut first = writer.begin().await.unwrap();
    note(&mut first, "first").await.unwrap();
    let mut queueing = Box::pin(writer.begin());
    start(&mut queueing).await;
    tokio::task::yield_now().await;
    let mut saving = Box::pin(first.save(Tally::default()));
    start(&mut saving).await;

    let mut unlucky = queueing.await.unwrap();
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count")
        .fetch_one(unlucky.connection())
        .await
        .unwrap();
    let limit = AssertSqlSafe(format!("PRAGMA max_page_count = {}", pages + 2));
    unlucky.connection().execute(limit).await.unwrap();
    assert!(note(&mut unlucky, &"x".repeat(100_000)).await.is_err());
    drop(unlucky);

    let kept = saving.await.is_ok();
    assert_eq!(notes(&writer).await.contains(&"first".to_owned()), kept);
    let mut later = writer.begin().await.unwrap();
    note(&mut later, "later").await.unwrap();
    later.save(Tally::default()).await.unwrap();
    assert!(notes(&writer).await.contains(&"later".to_owned()));
}

#[tokio::test]
async fn a_lost_transaction_fails_the_whole_group() {
    let folder = tempfile::tempdir().unwrap();
    let writer = writer(folder.path()).await;
    let mut first = writer.begin().await.unwrap();
    note(&mut first, "first").await.unwrap();
    let mut queueing = Box::pin(writer.begin());
    start(&mut queueing).await;
    tokio::task::yield_now().await;
    let mut saving = Box::pin(first.save(Tally::default()));
    start(&mut saving).await;

    // What SQLite does by itself on some failures of the disk.
    let mut second = queueing.await.unwrap();
    second.connection().execute("ROLLBACK").await.unwrap();
    assert!(second.save(Tally::default()).await.is_err());
    assert!(saving.await.is_err());
    assert_eq!(notes(&writer).await, [""; 0]);
}
