import { expect, it } from 'vitest';

import { resultOf } from './result.js';
import { words } from './words.js';

it.each([
  'consent_declined',
  'device_unsupported',
  'under_supported_age',
  'phone_otp_declined',
  'email_verification_declined',
] as const)('has Stripe’s code %s, whatever was handed in before', (hindrance) => {
  const { error } = resultOf({ submitted: true, hindrance }, 'vs_1', words.en);
  expect(error).toEqual({
    type: 'validation_error',
    code: hindrance,
    message: words.en.errors[hindrance],
  });
});

it.each(['link_used', 'link_expired', 'link_unknown', 'session_closed'] as const)(
  'blames the call where the page says %s',
  (hindrance) => {
    const { error } = resultOf({ submitted: false, hindrance }, 'vs_1', words.de);
    expect(error?.type).toBe('invalid_request_error');
    expect(error?.message).toBe(words.de.errors[hindrance]);
  },
);

it.each(['toString', 'document_expired'])('passes nothing on that it does not know: %s', (hindrance) => {
  expect(resultOf({ submitted: true, hindrance }, 'vs_1', words.en).verificationSession?.id).toBe('vs_1');
});
