import { post, type Fetch } from './http';
import { pageUrl } from './page';
import type { VerificationPageData } from './types';

/** How a session can be made to fail in test mode: every code of `last_error`. */
export const failures = [
  'abandoned',
  'consent_declined',
  'country_not_supported',
  'device_not_supported',
  'document_expired',
  'document_type_not_supported',
  'document_unverified_other',
  'email_unverified_other',
  'email_verification_declined',
  'id_number_insufficient_document_data',
  'id_number_mismatch',
  'id_number_unverified_other',
  'phone_unverified_other',
  'phone_verification_declined',
  'selfie_document_missing_photo',
  'selfie_face_mismatch',
  'selfie_manipulated',
  'selfie_unverified_other',
  'under_supported_age',
] as const;
export type Failure = (typeof failures)[number];

/** In test mode, ends the session without pictures: verified, or with a failure. */
export function settle(
  fetch: Fetch,
  session: string,
  failure: Failure | null,
): Promise<VerificationPageData> {
  const url = `${pageUrl(session)}/testing/${failure ? 'unverify' : 'verify'}`;
  const form = new URLSearchParams(failure ? { code: failure } : {});
  return post<VerificationPageData>(fetch, session, url, form);
}
