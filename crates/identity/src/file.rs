use crate::{AccountId, FileId, FileLinkId, Metadata, Mode, SessionId, Timestamp};

string_enum! {
    pub enum FilePurpose {
        AccountRequirement = "account_requirement",
        AdditionalVerification = "additional_verification",
        BusinessIcon = "business_icon",
        BusinessLogo = "business_logo",
        CustomerSignature = "customer_signature",
        DisputeEvidence = "dispute_evidence",
        DocumentProviderIdentityDocument = "document_provider_identity_document",
        FinanceReportRun = "finance_report_run",
        FinancialAccountStatement = "financial_account_statement",
        IdentityDocument = "identity_document",
        IdentityDocumentDownloadable = "identity_document_downloadable",
        /// Pictures of a person being verified; taken from their own client alone.
        IdentityPrivate = "identity_private",
        IssuingRegulatoryReporting = "issuing_regulatory_reporting",
        PciDocument = "pci_document",
        PlatformTermsOfService = "platform_terms_of_service",
        Selfie = "selfie",
        SigmaScheduledQuery = "sigma_scheduled_query",
        TaxDocumentUserUpload = "tax_document_user_upload",
        TerminalAndroidApk = "terminal_android_apk",
        TerminalReaderSplashscreen = "terminal_reader_splashscreen",
        TerminalWifiCertificate = "terminal_wifi_certificate",
        TerminalWifiPrivateKey = "terminal_wifi_private_key",
    }
}

impl FilePurpose {
    /// Contents only restricted keys with sensitive results reach, through links of 30 seconds.
    pub fn is_picture_of_a_person(self) -> bool {
        matches!(self, Self::IdentityDocumentDownloadable | Self::Selfie)
    }
}

/// An uploaded file. Its contents are a sealed blob; its name is sealed beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: FileId,
    pub account: AccountId,
    pub mode: Mode,
    pub created: Timestamp,
    pub purpose: FilePurpose,
    /// Bytes as uploaded.
    pub size: u64,
    /// `jpg`, `png`, `webp`, `pdf`, …
    pub file_type: Option<String>,
    /// The session whose data key seals it; files of no session have a key of their own.
    pub session: Option<SessionId>,
    /// Where the sealed bytes lie; several files can share one blob.
    pub blob: String,
}

/// A public address of a file, alive until it expires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLink {
    pub id: FileLinkId,
    pub account: AccountId,
    pub mode: Mode,
    pub created: Timestamp,
    pub file: FileId,
    pub expires_at: Option<Timestamp>,
    pub metadata: Metadata,
}

impl FileLink {
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}
