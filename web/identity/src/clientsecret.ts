import { IntegrationError } from './integrationerror.js';

export interface ClientSecret {
  /** The session that it opens. */
  session: string;
  /** What a link to the session ends in. */
  token: string;
}

const form = /^(v[si]_[A-Za-z0-9]+)_secret_([A-Za-z0-9_-]+)$/;

/** Takes a client secret apart. Throws `IntegrationError` where none was given, or something else. */
export function readClientSecret(value: unknown): ClientSecret {
  if (value === undefined || value === null || value === '') {
    throw new IntegrationError(
      'verifyIdentity() needs the client_secret of a verification session, and was given none.',
    );
  }
  const [, session, token] = (typeof value === 'string' && form.exec(value.trim())) || [];
  // The value is left out: what was mistaken for a client secret may be a secret of another kind.
  if (!session || !token) {
    throw new IntegrationError(
      'verifyIdentity() was given something that is not the client_secret of a verification session: ' +
        'those read vs_…_secret_….',
    );
  }
  return { session, token };
}
