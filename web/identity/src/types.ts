// Stripe's shapes, as `@stripe/stripe-js` declares them.

/** What kept a verification from being handed in. */
export interface IdentityError {
  type: 'validation_error' | 'invalid_request_error' | 'api_connection_error';
  /** One of Stripe's event codes, or one of those that docs/identity-js.md adds. */
  code: string;
  /** In the person's language, to be shown to them. */
  message: string;
}

export type VerificationResult =
  | { verificationSession: { id: string }; error?: undefined }
  | { verificationSession?: undefined; error: IdentityError };

export interface IdentityOptions {
  /** A BCP 47 tag; `auto` or nothing means the browser's. */
  locale?: string;
}
