//! Verification sessions.

use identity::{
    ChallengeVariant, ContactOptions, DocumentOptions, DocumentType, ErrorCode, Guards, LastError,
    Matching, MatchingOptions, Options, Reason, Redaction, RelatedPerson, ReportId, SessionId,
    Status, VerificationType,
};

use tokio::task::JoinSet;

use super::Backend;
use super::sample::{NOW, Sample, metadata, other_mode};
use crate::{Scope, SessionRecord, StoreError};

/// A session with every member set.
fn full(sample: &Sample, scope: &Scope) -> SessionRecord {
    let mut record = sample.session(scope);
    let session = &mut record.session;
    session.verification_type = VerificationType::IdNumber;
    session.status = Status::Processing;
    session.options = Options {
        document: Some(DocumentOptions {
            allowed_types: Some(vec![DocumentType::Passport, DocumentType::IdCard]),
            require_matching_selfie: Some(true),
            ..DocumentOptions::default()
        }),
        id_number: true,
        email: Some(ContactOptions {
            require_verification: Some(true),
        }),
        phone: Some(ContactOptions::default()),
        matching: Some(MatchingOptions {
            dob: Some(Matching::None),
            name: Some(Matching::Similar),
        }),
    };
    session.metadata = metadata();
    session.client_reference_id = Some("order 7".into());
    session.related_customer = Some("cus_1".into());
    session.related_customer_account = Some("acct_c".into());
    session.related_person = Some(RelatedPerson {
        account: "acct_p".into(),
        person: "person_1".into(),
    });
    session.return_url = Some("https://example.com/done?a=1".into());
    session.verification_flow = Some("vf_1".into());
    session.last_error = Some(LastError {
        code: ErrorCode::DocumentExpired,
        reason: Reason::DocumentTypeNotAccepted {
            accepted: vec![DocumentType::Passport, DocumentType::IdCard],
        },
    });
    session.last_report = Some(ReportId::generate(&sample.random));
    session.redaction = Some(Redaction::Processing);
    session.submissions = 3;
    session.links_spent = u32::MAX;
    session.submitted_at = Some(NOW);
    session.abandon_at = Some(NOW.plus(5));
    session.clock_offset = 3600;
    let draw = session
        .guards
        .draw(ChallengeVariant::Turns, NOW, &sample.random);
    draw.unwrap();
    assert!(session.guards.take_upload());
    record
}

/// What was added can be read, with all its members and with none.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (full, mut bare) = (full(&sample, &scope), sample.session(&scope));
    bare.sealed = None;
    let mut unit = store.begin().await.unwrap();
    for record in [&full, &bare] {
        unit.insert_session(record).await.unwrap();
        let id = &record.session.id;
        assert_eq!(
            unit.session(&scope, id).await.unwrap().as_ref(),
            Some(record)
        );
        assert_eq!(
            unit.session_anywhere(id).await.unwrap().as_ref(),
            Some(record)
        );
    }
    let unknown = SessionId::generate(&sample.random);
    assert_eq!(unit.session_anywhere(&unknown).await.unwrap(), None);
}

/// Writing back replaces every member.
pub async fn are_updated_whole(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (mut changed, mut emptied) = (sample.session(&scope), full(&sample, &scope));
    let mut unit = store.begin().await.unwrap();
    unit.insert_session(&changed).await.unwrap();
    unit.insert_session(&emptied).await.unwrap();
    let (full, bare) = (full(&sample, &scope), sample.session(&scope));
    for (record, by) in [(&mut changed, full), (&mut emptied, bare)] {
        let id = record.session.id.clone();
        *record = by;
        record.session.id = id.clone();
        unit.update_session(record).await.unwrap();
        assert_eq!(
            unit.session(&scope, &id).await.unwrap().as_ref(),
            Some(&*record)
        );
    }
}

/// A change that finds nothing to change says so; another scope's session is not found either.
pub async fn missing_ones_cannot_be_updated(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.session(&scope);
    let mut unit = store.begin().await.unwrap();
    let missing = unit.update_session(&record).await;
    assert!(matches!(missing, Err(StoreError::Missing { .. })));
    unit.insert_session(&record).await.unwrap();
    let mut moved = record.clone();
    moved.session.mode = other_mode(&scope).mode;
    let missing = unit.update_session(&moved).await;
    assert!(matches!(missing, Err(StoreError::Missing { .. })));
    let id = &record.session.id;
    assert_eq!(
        unit.session_anywhere(id).await.unwrap().as_ref(),
        Some(&record)
    );
}

/// The same identifier is refused, in other scopes too.
pub async fn identifiers_are_unique(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.session(&scope);
    let mut twin = sample.session(&other_mode(&scope));
    twin.session.id = record.session.id.clone();
    let mut unit = store.begin().await.unwrap();
    unit.insert_session(&record).await.unwrap();
    unit.save().await.unwrap();
    for again in [&record, &twin] {
        let mut unit = store.begin().await.unwrap();
        let refused = match unit.insert_session(again).await {
            Ok(()) => unit.save().await,
            refused => refused,
        };
        assert!(matches!(refused, Err(StoreError::Conflict { .. })));
    }
}

/// Neither the other mode nor another account sees a session.
pub async fn other_scopes_see_nothing(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.session(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_session(&record).await.unwrap();
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(
            unit.session(&elsewhere, &record.session.id).await.unwrap(),
            None
        );
    }
}

/// Many that are asked for at once, each alone, are each the caller's own, and as they were committed.
pub async fn asked_alone_they_are_as_committed(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scopes = [sample.scope(), sample.scope()];
    let mut records: Vec<SessionRecord> =
        (0..20).map(|at| sample.session(&scopes[at % 2])).collect();
    let mut unit = store.begin().await.unwrap();
    for record in &records {
        unit.insert_session(record).await.unwrap();
    }
    unit.save().await.unwrap();
    for links_spent in 1..=3 {
        let mut asking = Vec::new();
        for (at, record) in records.iter().enumerate() {
            let (own, other) = (scopes[at % 2].clone(), scopes[(at + 1) % 2].clone());
            let asked = [
                (own.clone(), Some(record.clone())),
                (other, None),
                (other_mode(&own), None),
            ];
            for (scope, expected) in asked {
                let (store, id) = (backend.store(), record.session.id.clone());
                asking.push(tokio::spawn(async move {
                    let mut unit = store.read().await.unwrap();
                    assert_eq!(unit.session_alone(&scope, &id).await.unwrap(), expected);
                }));
            }
        }
        for asked in asking {
            asked.await.unwrap();
        }
        let mut unit = store.begin().await.unwrap();
        for record in &mut records {
            record.session.links_spent = links_spent;
            unit.update_session(record).await.unwrap();
        }
        unit.save().await.unwrap();
    }
    let missing = SessionId::generate(&sample.random);
    let mut unit = store.read().await.unwrap();
    let found = unit.session_alone(&scopes[0], &missing).await.unwrap();
    assert_eq!(found, None);
}

/// Sessions that wait too long in `processing`, of every scope, longest first, at most 100.
pub async fn submitted_before(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scopes = [sample.scope(), sample.scope()];
    let mut unit = store.begin().await.unwrap();
    let mut insert = async |status, scope: &Scope, submitted: Option<i64>| {
        let mut record = sample.session(scope);
        record.session.status = status;
        record.session.submitted_at = submitted.map(|seconds| NOW.plus(seconds));
        unit.insert_session(&record).await.unwrap();
    };
    insert(Status::RequiresInput, &scopes[0], Some(-500)).await;
    insert(Status::Processing, &scopes[0], Some(0)).await;
    for late in 1..=60 {
        insert(Status::Processing, &scopes[0], Some(-late)).await;
        insert(Status::Processing, &scopes[1], Some(-60 - late)).await;
    }
    let found = unit.sessions_submitted_before(NOW).await.unwrap();
    let waited: Vec<i64> = found
        .iter()
        .map(|record| NOW.0 - record.session.submitted_at.unwrap().0)
        .collect();
    assert_eq!(waited, (21..=120).rev().collect::<Vec<_>>());
    let found = unit
        .sessions_submitted_before(NOW.plus(-119))
        .await
        .unwrap();
    assert_eq!(found.len(), 1, "the moment itself is not before it");
}

/// Sessions whose time has come, of every scope, longest ago first, at most 100.
pub async fn abandoned_by(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scopes = [sample.scope(), sample.scope()];
    let mut unit = store.begin().await.unwrap();
    let mut insert = async |scope: &Scope, seconds: Option<i64>| {
        let mut record = sample.session(scope);
        record.session.abandon_at = seconds.map(|seconds| NOW.plus(seconds));
        unit.insert_session(&record).await.unwrap();
    };
    insert(&scopes[0], None).await;
    insert(&scopes[0], Some(1)).await;
    for late in 0..60 {
        insert(&scopes[0], Some(-late)).await;
        insert(&scopes[1], Some(-60 - late)).await;
    }
    let found = unit.sessions_abandoned_by(NOW).await.unwrap();
    let waited: Vec<i64> = found
        .iter()
        .map(|record| NOW.0 - record.session.abandon_at.unwrap().0)
        .collect();
    assert_eq!(waited, (20..=119).rev().collect::<Vec<_>>());
    let found = unit.sessions_abandoned_by(NOW.plus(-119)).await.unwrap();
    assert_eq!(found.len(), 1, "the moment itself counts");
}

/// Units that count at once count one after the other: none takes what the limit does not leave, however
/// many try.
pub async fn guards_count_everything_at_once(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.session(&scope);
    let id = record.session.id.clone();
    let mut unit = store.begin().await.unwrap();
    unit.insert_session(&record).await.unwrap();
    unit.save().await.unwrap();
    let mut units = JoinSet::new();
    for _ in 0..Guards::UPLOADS + 20 {
        let (store, scope, id) = (store.clone(), scope.clone(), id.clone());
        units.spawn(async move {
            let mut unit = store.begin().await.unwrap();
            let mut record = unit.session(&scope, &id).await.unwrap().unwrap();
            let taken = record.session.guards.take_upload();
            unit.update_session(&record).await.unwrap();
            unit.save().await.unwrap();
            taken
        });
    }
    let taken = units.join_all().await;
    let taken = taken.into_iter().filter(|taken| *taken).count();
    assert_eq!(taken, Guards::UPLOADS as usize);
}
