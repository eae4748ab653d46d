import { post, request, type Fetch } from './http';
import type { Begun, StartContext } from './types';

/** The token in `/start/{token}`, or null when the page was opened some other way. */
export function tokenFromPath(path: string): string | null {
  return /^\/start\/([^/]+)\/?$/.exec(path)?.[1] ?? null;
}

/** What the link is worth now. Spends nothing. */
export function readContext(fetch: Fetch, token: string): Promise<StartContext> {
  return request<StartContext>(fetch, `/start/${token}/context`);
}

/** The session that a link opens is not known before. */
const unnamed = 'start';

/** Spends the link and binds the session to this browser; again in the same browser: the same answer. */
export function begin(fetch: Fetch, token: string): Promise<Begun> {
  return post<Begun>(fetch, unnamed, `/start/${token}/begin`, new URLSearchParams());
}
