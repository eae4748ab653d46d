import { readClientSecret } from './clientsecret.js';
import { converse } from './conversation.js';
import { IntegrationError } from './integrationerror.js';
import { openModal } from './modal.js';
import { failure, resultOf } from './result.js';
import type { IdentityOptions, VerificationResult } from './types.js';
import { languageFor, words } from './words.js';

let open = false;

/**
 * Shows the page of a session in a modal, and settles when the modal is closed.
 *
 * Throws `IntegrationError` at once for what is no client secret, and while a modal is open already.
 */
export function verify(
  origin: string,
  clientSecret: unknown,
  options: IdentityOptions = {},
): Promise<VerificationResult> {
  const { session, token } = readClientSecret(clientSecret);
  if (open) {
    throw new IntegrationError(
      'verifyIdentity() was called while the modal of an earlier call is still open. ' +
        'Wait for the promise of that call.',
    );
  }
  open = true;
  const locale = options.locale === 'auto' ? undefined : options.locale;
  const language = languageFor(locale ? [locale] : navigator.languages);
  // The page finds out what the browser prefers by itself.
  const asked = locale ? `?locale=${encodeURIComponent(locale)}` : '';

  return new Promise((resolve) => {
    let result = failure('session_cancelled', words[language]);
    const modal = openModal(`${origin}/start/${token}${asked}`, language, () => {
      open = false;
      stop();
      resolve(result);
    });
    const stop = converse(modal.frame, origin, {
      onSaid(said) {
        if (said.bonafide === 'close') return modal.close();
        result = resultOf(said, session, words[language]);
        modal.ready();
      },
      onSilence() {
        result = failure('page_unreachable', words[language]);
        modal.close();
      },
    });
  });
}
