// What this script and the page in the frame say to each other. The page's side of it is
// `web/verify/src/embedded.ts`.

/** The first word is ours: the page answers nobody who didn't say it. */
export const hello = { bonafide: 'hello' } as const;

/** How the verification stands. The page says it in answer to a greeting, and whenever it changes. */
export interface Standing {
  bonafide: 'standing';
  /** Something was handed in while the page was open, or before. */
  submitted: boolean;
  /** The code of what keeps the person from it. */
  hindrance: string | null;
}

/** The person is done with the page, or wants out. */
export interface Close {
  bonafide: 'close';
}

export type FromPage = Standing | Close;

/** What the page said, or null where the data is none of its sentences. */
export function readFromPage(data: unknown): FromPage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { bonafide, submitted, hindrance } = data as Record<string, unknown>;
  if (bonafide === 'close') return { bonafide };
  if (bonafide !== 'standing' || typeof submitted !== 'boolean') return null;
  if (hindrance !== null && typeof hindrance !== 'string') return null;
  return { bonafide, submitted, hindrance };
}
