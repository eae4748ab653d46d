// The wire objects of the page, named as they come over the wire.

export type SessionStatus = 'requires_input' | 'processing' | 'verified' | 'canceled';

export const documentTypes = ['passport', 'id_card', 'driving_license'] as const;
export type DocumentType = (typeof documentTypes)[number];

export type DocumentSide = 'id_document_front' | 'id_document_back';

export interface Operator {
  name: string;
  logo_url: string | null;
  accent: string | null;
  support_url: string | null;
}

/** What may be known about a link without spending it. */
export interface StartContext {
  /** In which its texts can be read, as BCP 47 tags. */
  languages: string[];
  state: 'new' | 'open_here' | 'used' | 'expired' | 'closed';
  operator: Operator;
  livemode: boolean;
  status: SessionStatus;
}

/** The answer to "begin": this browser now owns the session. */
export interface Begun {
  session: string;
  livemode: boolean;
  return_url: string | null;
  operator: Operator;
  document_types: DocumentType[];
  require_live_capture: boolean;
  selfie: boolean;
  status: SessionStatus;
}

export interface RequirementError {
  requirement: string;
  title: string;
  body: string;
  back_button_text?: string | null;
  continue_button_text?: string | null;
}

/** How the last submission ended, in words for the person. */
export interface Outcome {
  code: string;
  title: string;
  body: string;
  can_retry: boolean;
}

export interface TextLine {
  icon?: string | null;
  title?: string | null;
  content: string;
}

export interface BottomSheet {
  bottomsheet_id: string;
  title?: string | null;
  lines: TextLine[];
}

export interface ConsentText {
  title?: string | null;
  body?: string | null;
  time_estimate?: string | null;
  accept_button_text: string;
  decline_button_text: string;
  scroll_to_continue_button_text: string;
  privacy_policy: string;
  lines: TextLine[];
}

/** Size and quality of the pictures asked for, shared by documents and selfies. */
export interface CaptureSettings {
  file_purpose: string;
  high_res_image_compression_quality: number;
  high_res_image_max_dimension: number;
}

export type ChallengeVariant = 'turns' | 'distance';

export interface SelfieSettings {
  training_consent_text: string;
  liveness: 'none' | 'passive' | 'challenge';
  challenge_variants: ChallengeVariant[];
}

/** Left and right are the person's own. */
export type ChallengeStep =
  'look_straight' | 'turn_left' | 'turn_right' | 'come_closer' | 'move_away';

export interface Challenge {
  steps: ChallengeStep[];
  /** Milliseconds. */
  step_duration: number;
}

export interface VerificationPage {
  id: string;
  livemode: boolean;
  status: SessionStatus;
  submitted: boolean;
  closed: boolean;
  requirements: { missing: string[] };
  biometric_consent: ConsentText;
  document_select: { id_document_type_allowlist: Partial<Record<DocumentType, string>> };
  document_capture: CaptureSettings & { require_live_capture: boolean };
  selfie: (CaptureSettings & SelfieSettings) | null;
  /** Names of the countries whose numbers can be checked, by ISO 3166 code. */
  individual: { id_number_countries: Record<string, string> };
  bottomsheet?: Record<string, BottomSheet> | null;
  outcome?: Outcome | null;
}

/** The answer to every POST under the page. */
export interface VerificationPageData {
  id: string;
  status: SessionStatus;
  submitted: boolean;
  closed: boolean;
  requirements: { missing: string[]; errors: RequirementError[] };
}
