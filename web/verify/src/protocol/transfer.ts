import type { Fetch } from './http';

/** Sends one request as fetch does, and tells how many bytes of it are on their way. */
export type Send = (
  url: string,
  init: RequestInit,
  onSent: (bytes: number) => void,
) => Promise<Response>;

export const sendByFetch =
  (fetch: Fetch): Send =>
  (url, init) =>
    fetch(url, init);

/** By XMLHttpRequest, since fetch tells nothing before all is sent. */
export const sendWithProgress: Send = (url, init, onSent) =>
  new Promise((resolve, reject) => {
    const { signal } = init;
    const stopped = (): DOMException => new DOMException('', 'AbortError');
    if (signal?.aborted) return reject(stopped());
    const call = new XMLHttpRequest();
    call.open(init.method ?? 'GET', url);
    new Headers(init.headers).forEach((value, name) => call.setRequestHeader(name, value));
    const abort = (): void => call.abort();
    signal?.addEventListener('abort', abort, { once: true });
    call.upload.onprogress = ({ loaded }) => onSent(loaded);
    call.onload = () => resolve(new Response(call.responseText, { status: call.status }));
    call.onerror = () => reject(new TypeError('no answer'));
    call.onabort = () => reject(stopped());
    call.onloadend = () => signal?.removeEventListener('abort', abort);
    call.send(init.body as XMLHttpRequestBodyInit);
  });
