/** The server answered, and the answer is no. `code` is the machine-readable reason. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`the server answered ${status} ${code}`);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** No answer came: the network is gone, or the answer was not one of ours. */
export class ConnectionError extends Error {
  constructor() {
    super('no usable answer from the server');
    this.name = 'ConnectionError';
  }
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Sends one request and decodes its JSON.
 *
 * Throws `ApiError` for an error answer, `ConnectionError` when there is none,
 * and passes an `AbortError` on.
 */
export async function request<T>(fetch: Fetch, url: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...init });
    body = await response.json().catch(() => null);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ConnectionError();
  }
  if (!response.ok) throw new ApiError(response.status, errorCode(body));
  if (typeof body !== 'object' || body === null) throw new ConnectionError();
  return body as T;
}

/**
 * A POST as the server's cross-site guard wants it: with a header no other site can send.
 * It names the session, as one browser may have several open.
 */
export function post<T>(
  fetch: Fetch,
  session: string,
  url: string,
  body: BodyInit,
  signal?: AbortSignal,
): Promise<T> {
  const init: RequestInit = { method: 'POST', body, headers: { 'X-Bonafide-Page': session } };
  if (signal) init.signal = signal;
  return request<T>(fetch, url, init);
}

function errorCode(body: unknown): string {
  const error = (body as { error?: { code?: unknown } } | null)?.error;
  return typeof error?.code === 'string' ? error.code : '';
}
