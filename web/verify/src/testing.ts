// A page and answers as the server sends them, for the tests.

import type {
  RequirementError,
  StartContext,
  VerificationPage,
  VerificationPageData,
} from './protocol/types';

export const everything = ['biometric_consent', 'id_document_front', 'id_document_back', 'face'];

export const operator = { name: 'Example Co', logo_url: null, accent: null, support_url: null };

export const newLink: StartContext = {
  state: 'new',
  languages: ['en'],
  operator,
  livemode: false,
  status: 'requires_input',
};

export function samplePage(changes: Partial<VerificationPage> = {}): VerificationPage {
  const settings = {
    file_purpose: 'identity_private',
    high_res_image_compression_quality: 0.9,
    high_res_image_max_dimension: 2000,
  };
  return {
    id: 'vs_1',
    livemode: false,
    status: 'requires_input',
    submitted: false,
    closed: false,
    requirements: { missing: everything },
    biometric_consent: {
      accept_button_text: 'I agree',
      decline_button_text: 'I do not agree',
      scroll_to_continue_button_text: 'Scroll',
      privacy_policy: '',
      lines: [],
    },
    document_select: { id_document_type_allowlist: { passport: 'Passport', id_card: 'Card' } },
    document_capture: { ...settings, require_live_capture: false },
    selfie: { ...settings, high_res_image_max_dimension: 1000, training_consent_text: '', liveness: 'passive', challenge_variants: ['turns'] },
    individual: { id_number_countries: { US: 'United States' } },
    outcome: null,
    ...changes,
  };
}

export function answer(
  missing: string[],
  changes: Partial<VerificationPageData> = {},
  errors: RequirementError[] = [],
): VerificationPageData {
  return {
    id: 'vs_1',
    status: 'requires_input',
    submitted: false,
    closed: false,
    requirements: { missing, errors },
    ...changes,
  };
}
