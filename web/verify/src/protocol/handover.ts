import { post, type Fetch } from './http';
import type { SessionStatus } from './types';

/** A link for another device of the person's. */
export interface Handover {
  url: string;
  /** Links of the session that were opened so far. */
  opened: number;
}

/** How a session stands that goes on elsewhere. */
export interface Progress {
  status: SessionStatus;
  missing: string[];
  opened: number;
}

const below = (session: string, name: string): string =>
  `/v1/identity/verification_pages/${session}/${name}`;

export function handOver(fetch: Fetch, session: string): Promise<Handover> {
  return post<Handover>(fetch, session, below(session, 'handover'), new URLSearchParams());
}

/** Server-sent events, as the browser gives them. */
export type Follow = (url: string, onProgress: (progress: Progress) => void) => () => void;

/** Follows until the returned function is called; the browser reconnects by itself. */
export const followEvents: Follow = (url, onProgress) => {
  const source = new EventSource(url);
  source.addEventListener('progress', (event) => onProgress(JSON.parse(event.data) as Progress));
  return () => source.close();
};

export const progressAddress = (session: string): string => below(session, 'progress');
