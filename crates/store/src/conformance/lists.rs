//! Lists: paging both ways, under every filter.

use identity::{
    Event, EventType, FileId, FileLink, FilePurpose, SessionId, Status, Timestamp, VerificationType,
};

use super::Backend;
use super::model::{Choice, Kind, Traits, check, within};
use super::sample::{NOW, Sample, other_mode};
use crate::{
    Cursor, EndpointRecord, EventFilter, FileFilter, FileLinkFilter, FileRecord, Listing, Page,
    ReportFilter, ReportRecord, Scope, SessionFilter, SessionRecord, StoreError, UnitOfWork,
};

type Result<T> = std::result::Result<T, StoreError>;

struct SessionKind;

fn name(prefix: &str, letter: u8) -> Option<String> {
    (letter > 0).then(|| format!("{prefix}{letter}"))
}

impl Kind for SessionKind {
    type Object = SessionRecord;
    type Filter = SessionFilter;

    fn make(sample: &Sample, scope: &Scope, traits: Traits) -> SessionRecord {
        let mut record = sample.session(scope);
        record.session.created = Timestamp(traits.created);
        record.session.status = Status::ALL[usize::from(traits.a)];
        record.session.client_reference_id = name("order ", traits.b);
        record.session.related_customer = name("cus_", traits.c);
        record.session.related_customer_account = name("acct_", traits.c ^ 1);
        record
    }

    fn id(object: &SessionRecord) -> &str {
        object.session.id.as_str()
    }

    fn created(object: &SessionRecord) -> i64 {
        object.session.created.0
    }

    fn range(filter: &SessionFilter) -> crate::CreatedRange {
        filter.created
    }

    fn filter(choice: &Choice) -> SessionFilter {
        let by_account = choice.c.is_some_and(|letter| letter == 2);
        SessionFilter {
            status: choice.a.map(|letter| Status::ALL[usize::from(letter)]),
            client_reference_id: choice.b.map(|letter| format!("order {letter}")),
            related_customer: choice
                .c
                .filter(|_| !by_account)
                .and_then(|c| name("cus_", c)),
            related_customer_account: by_account.then(|| "acct_3".into()),
            created: choice.created,
        }
    }

    fn matches(object: &SessionRecord, filter: &SessionFilter) -> bool {
        let session = &object.session;
        let same = |wanted: &Option<String>, is: &Option<String>| wanted.is_none() || wanted == is;
        filter.status.is_none_or(|status| session.status == status)
            && same(&filter.client_reference_id, &session.client_reference_id)
            && same(&filter.related_customer, &session.related_customer)
            && same(
                &filter.related_customer_account,
                &session.related_customer_account,
            )
            && within(session.created.0, filter.created)
    }

    async fn insert(unit: &mut dyn UnitOfWork, object: &SessionRecord) -> Result<()> {
        unit.insert_session(object).await
    }

    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        filter: &SessionFilter,
        page: &Page,
    ) -> Result<Listing<SessionRecord>> {
        unit.sessions(scope, filter, page).await
    }
}

struct ReportKind;

fn session(letter: u8) -> SessionId {
    SessionId::from_stored(format!("vs_{letter}"))
}

impl Kind for ReportKind {
    type Object = ReportRecord;
    type Filter = ReportFilter;

    fn make(sample: &Sample, scope: &Scope, traits: Traits) -> ReportRecord {
        ReportRecord {
            created: Timestamp(traits.created),
            verification_type: VerificationType::ALL[usize::from(traits.a)],
            session: session(traits.b),
            client_reference_id: name("order ", traits.c),
            ..sample.report(scope)
        }
    }

    fn id(object: &ReportRecord) -> &str {
        object.id.as_str()
    }

    fn created(object: &ReportRecord) -> i64 {
        object.created.0
    }

    fn range(filter: &ReportFilter) -> crate::CreatedRange {
        filter.created
    }

    fn filter(choice: &Choice) -> ReportFilter {
        ReportFilter {
            verification_type: choice
                .a
                .map(|letter| VerificationType::ALL[usize::from(letter)]),
            session: choice.b.map(session),
            client_reference_id: choice.c.map(|letter| format!("order {letter}")),
            created: choice.created,
        }
    }

    fn matches(object: &ReportRecord, filter: &ReportFilter) -> bool {
        filter
            .verification_type
            .is_none_or(|kind| object.verification_type == kind)
            && filter
                .session
                .as_ref()
                .is_none_or(|session| object.session == *session)
            && (filter.client_reference_id.is_none()
                || filter.client_reference_id == object.client_reference_id)
            && within(object.created.0, filter.created)
    }

    async fn insert(unit: &mut dyn UnitOfWork, object: &ReportRecord) -> Result<()> {
        unit.insert_report(object).await
    }

    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        filter: &ReportFilter,
        page: &Page,
    ) -> Result<Listing<ReportRecord>> {
        unit.reports(scope, filter, page).await
    }
}

struct FileKind;

const PURPOSES: [FilePurpose; 3] = [
    FilePurpose::IdentityDocument,
    FilePurpose::Selfie,
    FilePurpose::DisputeEvidence,
];

impl Kind for FileKind {
    type Object = FileRecord;
    type Filter = FileFilter;

    fn make(sample: &Sample, scope: &Scope, traits: Traits) -> FileRecord {
        let mut record = sample.file(scope);
        record.file.created = Timestamp(traits.created);
        record.file.purpose = PURPOSES[usize::from(traits.a)];
        record
    }

    fn id(object: &FileRecord) -> &str {
        object.file.id.as_str()
    }

    fn created(object: &FileRecord) -> i64 {
        object.file.created.0
    }

    fn range(filter: &FileFilter) -> crate::CreatedRange {
        filter.created
    }

    fn filter(choice: &Choice) -> FileFilter {
        FileFilter {
            purpose: choice.a.map(|letter| PURPOSES[usize::from(letter)]),
            created: choice.created,
        }
    }

    fn matches(object: &FileRecord, filter: &FileFilter) -> bool {
        filter
            .purpose
            .is_none_or(|purpose| object.file.purpose == purpose)
            && within(object.file.created.0, filter.created)
    }

    async fn insert(unit: &mut dyn UnitOfWork, object: &FileRecord) -> Result<()> {
        unit.insert_file(object).await
    }

    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        filter: &FileFilter,
        page: &Page,
    ) -> Result<Listing<FileRecord>> {
        unit.files(scope, filter, page).await
    }
}

struct FileLinkKind;

fn file(letter: u8) -> FileId {
    FileId::from_stored(format!("file_{letter}"))
}

impl Kind for FileLinkKind {
    type Object = FileLink;
    type Filter = FileLinkFilter;

    fn make(sample: &Sample, scope: &Scope, traits: Traits) -> FileLink {
        FileLink {
            created: Timestamp(traits.created),
            file: file(traits.a),
            // Never, at the moment asked about, a second after it.
            expires_at: (traits.b > 0).then(|| NOW.plus(i64::from(traits.b))),
            ..sample.file_link(scope)
        }
    }

    fn id(object: &FileLink) -> &str {
        object.id.as_str()
    }

    fn created(object: &FileLink) -> i64 {
        object.created.0
    }

    fn range(filter: &FileLinkFilter) -> crate::CreatedRange {
        filter.created
    }

    fn filter(choice: &Choice) -> FileLinkFilter {
        FileLinkFilter {
            file: choice.a.map(file),
            expired: choice.b.map(|letter| (letter == 0, NOW.0 + 1)),
            created: choice.created,
        }
    }

    fn matches(object: &FileLink, filter: &FileLinkFilter) -> bool {
        filter.file.as_ref().is_none_or(|file| object.file == *file)
            && filter
                .expired
                .is_none_or(|(expired, at)| object.is_expired(Timestamp(at)) == expired)
            && within(object.created.0, filter.created)
    }

    async fn insert(unit: &mut dyn UnitOfWork, object: &FileLink) -> Result<()> {
        unit.insert_file_link(object).await
    }

    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        filter: &FileLinkFilter,
        page: &Page,
    ) -> Result<Listing<FileLink>> {
        unit.file_links(scope, filter, page).await
    }
}

struct EventKind;

impl Kind for EventKind {
    type Object = Event;
    type Filter = EventFilter;

    fn make(sample: &Sample, scope: &Scope, traits: Traits) -> Event {
        Event {
            created: Timestamp(traits.created),
            event_type: EventType::ALL[usize::from(traits.a)],
            pending_webhooks: u32::from(traits.b),
            ..sample.event(scope)
        }
    }

    fn id(object: &Event) -> &str {
        object.id.as_str()
    }

    fn created(object: &Event) -> i64 {
        object.created.0
    }

    fn range(filter: &EventFilter) -> crate::CreatedRange {
        filter.created
    }

    fn filter(choice: &Choice) -> EventFilter {
        // None, one or several types; none at all is a filter that nothing passes.
        let types = choice.a.map(|letter| match choice.c {
            Some(0) => Vec::new(),
            Some(_) => EventType::ALL[usize::from(letter)..].to_vec(),
            None => vec![EventType::ALL[usize::from(letter)]],
        });
        EventFilter {
            types,
            delivered: choice.b.map(|letter| letter == 0),
            created: choice.created,
        }
    }

    fn matches(object: &Event, filter: &EventFilter) -> bool {
        filter
            .types
            .as_ref()
            .is_none_or(|types| types.contains(&object.event_type))
            && filter
                .delivered
                .is_none_or(|delivered| (object.pending_webhooks == 0) == delivered)
            && within(object.created.0, filter.created)
    }

    async fn insert(unit: &mut dyn UnitOfWork, object: &Event) -> Result<()> {
        unit.insert_event(object).await
    }

    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        filter: &EventFilter,
        page: &Page,
    ) -> Result<Listing<Event>> {
        unit.events(scope, filter, page).await
    }
}

struct EndpointKind;

impl Kind for EndpointKind {
    type Object = EndpointRecord;
    type Filter = ();

    fn make(sample: &Sample, scope: &Scope, _: Traits) -> EndpointRecord {
        sample.endpoint(scope)
    }

    fn id(object: &EndpointRecord) -> &str {
        object.endpoint.id.as_str()
    }

    fn created(object: &EndpointRecord) -> i64 {
        object.endpoint.created.0
    }

    fn range((): &()) -> crate::CreatedRange {
        crate::CreatedRange::default()
    }

    fn filter(_: &Choice) {}

    fn matches(_: &EndpointRecord, (): &()) -> bool {
        true
    }

    async fn insert(unit: &mut dyn UnitOfWork, object: &EndpointRecord) -> Result<()> {
        unit.insert_endpoint(object).await
    }

    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        (): &(),
        page: &Page,
    ) -> Result<Listing<EndpointRecord>> {
        unit.endpoints(scope, page).await
    }
}

/// Sessions.
pub async fn sessions_like_the_model(backend: &mut dyn Backend) {
    check::<SessionKind>(backend).await;
}

/// Reports.
pub async fn reports_like_the_model(backend: &mut dyn Backend) {
    check::<ReportKind>(backend).await;
}

/// Files.
pub async fn files_like_the_model(backend: &mut dyn Backend) {
    check::<FileKind>(backend).await;
}

/// Links to files.
pub async fn file_links_like_the_model(backend: &mut dyn Backend) {
    check::<FileLinkKind>(backend).await;
}

/// Events.
pub async fn events_like_the_model(backend: &mut dyn Backend) {
    check::<EventKind>(backend).await;
}

/// Webhook endpoints.
pub async fn endpoints_like_the_model(backend: &mut dyn Backend) {
    check::<EndpointKind>(backend).await;
}

/// Whether every list refuses this cursor, in both directions.
async fn refused_by_all(unit: &mut dyn UnitOfWork, scope: &Scope, ids: [&str; 6]) {
    for direction in [Cursor::StartingAfter, Cursor::EndingBefore] {
        let pages = ids.map(|id| Page {
            limit: 5,
            cursor: Some(direction(id.to_owned())),
        });
        let [sessions, reports, files, links, events, endpoints] = &pages;
        let outcomes = [
            unit.sessions(scope, &SessionFilter::default(), sessions)
                .await
                .err(),
            unit.reports(scope, &ReportFilter::default(), reports)
                .await
                .err(),
            unit.files(scope, &FileFilter::default(), files).await.err(),
            unit.file_links(scope, &FileLinkFilter::default(), links)
                .await
                .err(),
            unit.events(scope, &EventFilter::default(), events)
                .await
                .err(),
            unit.endpoints(scope, endpoints).await.err(),
        ];
        for outcome in outcomes {
            assert!(
                matches!(outcome, Some(StoreError::UnknownCursor)),
                "{outcome:?}"
            );
        }
    }
}

/// A cursor that names nothing is told apart from an empty page.
pub async fn unknown_cursors_are_told(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.read().await.unwrap();
    let unknown = ["vs_x", "vr_x", "file_x", "link_x", "evt_x", "we_x"];
    refused_by_all(&mut *unit, &sample.scope(), unknown).await;
}

/// An object of another scope is no cursor here.
pub async fn cursors_of_other_scopes_are_unknown(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (session, report) = (sample.session(&scope), sample.report(&scope));
    let (file, link) = (sample.file(&scope), sample.file_link(&scope));
    let (event, endpoint) = (sample.event(&scope), sample.endpoint(&scope));
    let mut unit = store.begin().await.unwrap();
    unit.insert_session(&session).await.unwrap();
    unit.insert_report(&report).await.unwrap();
    unit.insert_file(&file).await.unwrap();
    unit.insert_file_link(&link).await.unwrap();
    unit.insert_event(&event).await.unwrap();
    unit.insert_endpoint(&endpoint).await.unwrap();
    let ids = [
        session.session.id.as_str(),
        report.id.as_str(),
        file.file.id.as_str(),
        link.id.as_str(),
        event.id.as_str(),
        endpoint.endpoint.id.as_str(),
    ];
    for elsewhere in [other_mode(&scope), sample.scope()] {
        refused_by_all(&mut *unit, &elsewhere, ids).await;
    }
}
