import type { Standing } from './protocol.js';
import type { IdentityError, VerificationResult } from './types.js';
import type { Code, Words } from './words.js';

/** Everything else is something about the person or their device. */
const types: Partial<Record<Code, IdentityError['type']>> = {
  link_used: 'invalid_request_error',
  link_expired: 'invalid_request_error',
  link_unknown: 'invalid_request_error',
  session_closed: 'invalid_request_error',
  page_unreachable: 'api_connection_error',
};

export function failure(code: Code, words: Words): VerificationResult {
  return { error: { type: types[code] ?? 'validation_error', code, message: words.errors[code] } };
}

/** What comes of a verification whose modal was closed while it stood like this. */
export function resultOf(
  standing: Pick<Standing, 'submitted' | 'hindrance'>,
  session: string,
  words: Words,
): VerificationResult {
  const { hindrance, submitted } = standing;
  if (hindrance !== null && Object.hasOwn(words.errors, hindrance)) {
    return failure(hindrance as Code, words);
  }
  return submitted ? { verificationSession: { id: session } } : failure('session_cancelled', words);
}
