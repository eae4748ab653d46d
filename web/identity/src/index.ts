import { identity, type Identity } from './factory.js';
import type { IdentityOptions } from './types.js';

export { BonafideVerify, defineElement, type BonafideVerifyEvents } from './element.js';
export type { Factory, Identity, StripeIdentity } from './factory.js';
export { IntegrationError } from './integrationerror.js';
export type { IdentityError, IdentityOptions, VerificationResult } from './types.js';

declare global {
  interface Window {
    /** Made by `/identity.js`. */
    Bonafide?: import('./factory.js').Factory;
  }
}

/** Verifies people with the server at an address such as `https://id.example.org`. */
export function bonafide(server: string, options?: IdentityOptions): Identity {
  return identity(new URL(server).origin, options);
}
