use crate::{AccountId, FileId, FileLinkId, Metadata, Mode, SessionId, Timestamp};

string_enum! {
    /// What a file is for, by the names of Stripe's Files API. Those that have nothing to do with identity
    /// are taken and kept so that back ends which upload them need not tell the two apart.
    pub enum FilePurpose {
        /// Something that Stripe asks of the owner of an account.
        AccountRequirement = "account_requirement",
        /// More about the owner of an account than their document.
        AdditionalVerification = "additional_verification",
        /// A square picture of a business.
        BusinessIcon = "business_icon",
        /// A wide picture of a business.
        BusinessLogo = "business_logo",
        /// A customer's signature, as evidence in a dispute.
        CustomerSignature = "customer_signature",
        /// Papers for a disputed payment.
        DisputeEvidence = "dispute_evidence",
        /// A document that a provider of documents has checked. Nobody uploads it.
        DocumentProviderIdentityDocument = "document_provider_identity_document",
        /// The result of a financial report. Nobody uploads it.
        FinanceReportRun = "finance_report_run",
        /// A statement of a Treasury account. Nobody uploads it.
        FinancialAccountStatement = "financial_account_statement",
        /// A document that a back end uploads for an account, or a person's client for a session.
        IdentityDocument = "identity_document",
        /// A picture of a document that a report names: the copy made when the report was.
        IdentityDocumentDownloadable = "identity_document_downloadable",
        /// Pictures of a person being verified; taken from their own client alone.
        IdentityPrivate = "identity_private",
        /// Papers for the authorities that oversee card issuing.
        IssuingRegulatoryReporting = "issuing_regulatory_reporting",
        /// An attestation of the card industry's security standard.
        PciDocument = "pci_document",
        /// The terms of a platform.
        PlatformTermsOfService = "platform_terms_of_service",
        /// A picture of a face that a report names: the copy made when the report was.
        Selfie = "selfie",
        /// The result of a scheduled query. Nobody uploads it.
        SigmaScheduledQuery = "sigma_scheduled_query",
        /// A tax form of the account's owner.
        TaxDocumentUserUpload = "tax_document_user_upload",
        /// A program for card readers.
        TerminalAndroidApk = "terminal_android_apk",
        /// A picture that card readers show when idle.
        TerminalReaderSplashscreen = "terminal_reader_splashscreen",
        /// A certificate by which card readers join a network.
        TerminalWifiCertificate = "terminal_wifi_certificate",
        /// The key of such a certificate.
        TerminalWifiPrivateKey = "terminal_wifi_private_key",
    }
}

impl FilePurpose {
    /// Whether it is for pictures of people: only keys with [`crate::Permission::SensitiveResults`]
    /// reach the contents, through links of 30 seconds.
    pub fn is_picture_of_a_person(self) -> bool {
        matches!(self, Self::IdentityDocumentDownloadable | Self::Selfie)
    }
}

/// An uploaded file. Its contents are a sealed blob; its name is sealed beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// `file_…`.
    pub id: FileId,
    /// The account whose keys reach it.
    pub account: AccountId,
    /// The mode of the key or session that uploaded it.
    pub mode: Mode,
    /// When all of its bytes were there.
    pub created: Timestamp,
    /// Given by whoever uploads; decides who may read the contents.
    pub purpose: FilePurpose,
    /// Bytes as uploaded.
    pub size: u64,
    /// `jpg`, `png`, `webp`, `gif`, `pdf`, `heic` or `avif`, told from the first bytes; `None` for anything
    /// else.
    pub file_type: Option<String>,
    /// The session whose data key seals it; files of no session have a key of their own.
    pub session: Option<SessionId>,
    /// Name of the sealed contents among the blobs; several files can share one.
    pub blob: String,
}

/// A public address of a file, alive until it expires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLink {
    /// `link_…`; names the link. What opens it is the [`crate::FileLinkToken`] in its address.
    pub id: FileLinkId,
    /// The account of the file.
    pub account: AccountId,
    /// The mode of the file.
    pub mode: Mode,
    /// By the server's clock.
    pub created: Timestamp,
    /// What is served at the link's address.
    pub file: FileId,
    /// From this moment on the address serves nothing; `None` for never.
    pub expires_at: Option<Timestamp>,
    /// The caller's own pairs.
    pub metadata: Metadata,
}

impl FileLink {
    /// At the moment of expiry it is over.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}
