import type { Words } from '../words.js';

export const english: Words = {
  title: 'Identity check',
  close: 'Close',
  loading: 'One moment…',
  verify: 'Verify my identity',
  errors: {
    consent_declined:
      'You did not agree to the check of your pictures. Ask for another way to show who you are.',
    device_unsupported: 'This check needs a camera, and this device has none. Open it on a phone.',
    under_supported_age:
      'You have to be older to use this check. Ask for another way to show who you are.',
    phone_otp_declined:
      'Your phone number could not be confirmed. Ask for another way to show who you are.',
    email_verification_declined:
      'Your email address could not be confirmed. Ask for another way to show who you are.',
    session_cancelled: 'The check was closed before it was finished. Open it again to go on.',
    link_used: 'This check was opened in another browser. Go on there, or start again.',
    link_expired: 'This check is too old. Start again.',
    link_unknown: 'This check can’t be found. Start again.',
    session_closed: 'This check was called off.',
    page_unreachable: 'The check could not be opened. Try again a little later.',
  },
};
