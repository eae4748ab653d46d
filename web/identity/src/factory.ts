import { IntegrationError } from './integrationerror.js';
import { payments, type PaymentMethods } from './payments.js';
import type { IdentityOptions, VerificationResult } from './types.js';
import { verify } from './verification.js';

/** What pages do with the server that they were made for. */
export interface Identity {
  /**
   * Opens a modal in which the person is verified, and settles when it is closed:
   * `verificationSession` once something was handed in, `error` otherwise.
   */
  verifyIdentity(clientSecret: string): Promise<VerificationResult>;
}

/** What stands in for a Stripe object. */
export interface StripeIdentity extends Identity, PaymentMethods {
  registerAppInfo(information: unknown): void;
  _registerWrapper(wrapper: unknown): void;
}

/** What stands in for `window.Stripe`. */
export interface Factory {
  (publishableKey: string, options?: IdentityOptions): StripeIdentity;
  /** The release of Stripe.js that this stands in for: `@stripe/stripe-js` compares it. */
  version: string | number;
}

export function identity(origin: string, options: IdentityOptions = {}): Identity {
  return { verifyIdentity: (clientSecret) => verify(origin, clientSecret, options) };
}

export function factoryFor(origin: string, version: string | number): Factory {
  function bonafide(publishableKey: unknown, options: IdentityOptions = {}): StripeIdentity {
    checkKey(publishableKey);
    return {
      ...payments,
      ...identity(origin, options),
      // Who made the wrapper is nobody's business here.
      registerAppInfo: () => undefined,
      _registerWrapper: () => undefined,
    };
  }
  return Object.assign(bonafide, { version });
}

function checkKey(key: unknown): void {
  if (typeof key !== 'string' || key === '') {
    throw new IntegrationError('The first argument has to be your publishable key, pk_….');
  }
  if (/^[sr]k_/.test(key)) {
    throw new IntegrationError(
      'This is a secret key, which must never reach a browser. Use your publishable key, pk_…, ' +
        'and replace this one: bonafide keys.',
    );
  }
}
