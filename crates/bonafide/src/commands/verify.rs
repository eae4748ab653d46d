use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use checks::{FalseMatchRate, Policy};
use clap::Args;
use identity::{
    AccountId, DocumentOptions, DocumentType, Expand, LivenessLevel, Mode, Options, OsRandom,
    ReportId, Timestamp, Verdict, VerificationReport, VerificationType, resource,
};
use jiff::civil::Date;
use verification::{Limits, Observer, Pictures, VerificationRequest, Verified};
use vision::Vision;

use super::keys::ModeArgument;
use super::sessions::document_type;
use crate::arguments::ModelArguments;
use crate::output;
use crate::pictures::{self, read_file};

/// Every sensitive field of a document, and the evidence.
const EVERYTHING: [&str; 7] = [
    "document.dob",
    "document.expiration_date",
    "document.number",
    "document.sex",
    "document.unparsed_place_of_birth",
    "document.unparsed_sex",
    "evidence",
];

#[derive(Args, Debug)]
pub(crate) struct Verify {
    /// The document's front.
    #[arg(long, value_name = "IMAGE")]
    front: PathBuf,
    /// The document's back.
    #[arg(long, value_name = "IMAGE")]
    back: Option<PathBuf>,
    /// Selfies, the best first; implies --require-matching-selfie.
    #[arg(long, value_name = "IMAGE")]
    selfie: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "test")]
    mode: ModeArgument,
    /// Documents to take; all by default.
    #[arg(long, value_delimiter = ',', value_name = "TYPE", value_parser = document_type)]
    allowed_types: Vec<DocumentType>,
    /// Ask for a selfie that matches the document.
    #[arg(long)]
    require_matching_selfie: bool,
    /// How often faces of different people may be taken for one person's; 1e-4 by default.
    #[arg(long, value_name = "RATE")]
    face_match_rate: Option<FalseMatchRate>,
    /// The day to judge on, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Answer as JSON: the whole VerificationReport.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    models: ModelArguments,
}

impl Verify {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let vision = self.models.load()?;
        let pictures = Pictures {
            front: readable(&vision, &self.front)?,
            back: self
                .back
                .as_ref()
                .map(|path| readable(&vision, path))
                .transpose()?,
            selfies: self
                .selfie
                .iter()
                .map(|path| readable(&vision, path))
                .collect::<anyhow::Result<_>>()?,
            recording: Vec::new(),
        };
        let matching_selfie = self.require_matching_selfie || !self.selfie.is_empty();
        let allowed_types = (!self.allowed_types.is_empty()).then_some(self.allowed_types);
        let mode = Mode::from(self.mode);
        let today = self.today.unwrap_or_else(pictures::today);
        let mut policy = Policy::shipped().clone();
        if let Some(rate) = self.face_match_rate {
            policy = policy.with_face_match_rate(rate);
        }
        let request = VerificationRequest {
            mode,
            today: pictures::day(today),
            allowed_types: allowed_types
                .clone()
                .unwrap_or_else(|| DocumentType::ALL.to_vec()),
            matching_selfie,
            declared_type: None,
            liveness: LivenessLevel::None,
            answer: None,
            virtual_camera: None,
            earlier_faces: Vec::new(),
        };
        let observer = Observer::new(Arc::new(vision), Limits::default());
        let verified = observer.verify(&pictures, &request, &policy);
        let evidence = verified.evidence();
        let Verified {
            outcome,
            observations,
            ..
        } = verified;
        let options = DocumentOptions {
            allowed_types,
            require_matching_selfie: matching_selfie.then_some(true),
            ..DocumentOptions::default()
        };
        let verdict = outcome.verdict.clone();
        let report = VerificationReport {
            id: ReportId::generate(&OsRandom),
            account: AccountId::generate(&OsRandom),
            mode,
            created: Timestamp(seconds(today)?),
            verification_type: VerificationType::Document,
            session: None,
            client_reference_id: None,
            verification_flow: None,
            options: Options {
                document: Some(options),
                ..Options::default()
            },
            document: Some(outcome.document),
            selfie: outcome.selfie,
            id_number: None,
            email: None,
            phone: None,
            evidence,
            observations,
        };
        if self.json {
            output::json(&resource::report(&report, &Expand::new(EVERYTHING)))?;
        } else {
            print(&verdict, &report);
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A picture's bytes, if it is one: a file that cannot be read is an error of the command, not a
/// finding.
fn readable(vision: &Vision, path: &std::path::Path) -> anyhow::Result<Vec<u8>> {
    let file = read_file(path).map_err(|failure| anyhow::anyhow!("{failure}"));
    let file = file.with_context(|| path.display().to_string())?;
    vision
        .decode(&file)
        .with_context(|| path.display().to_string())?;
    Ok(file)
}

fn seconds(date: Date) -> anyhow::Result<i64> {
    let midnight = date
        .to_zoned(jiff::tz::TimeZone::UTC)
        .context("this day is out of range")?;
    Ok(midnight.timestamp().as_second())
}

fn print(verdict: &Verdict, report: &VerificationReport) {
    match verdict {
        Verdict::Verified => output::line("verified"),
        Verdict::Failed(error) => {
            output::line(&format!("not verified: {}", error.code));
            output::line(&error.reason.english());
        }
    }
    for finding in &report.evidence.findings {
        let mark = match (finding.passed, finding.advisory) {
            (true, _) => "+",
            (false, true) => "?",
            (false, false) => "-",
        };
        output::line(&format!("{mark} {:<32} {}", finding.code, finding.operator));
    }
}
