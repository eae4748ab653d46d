import { hello, readFromPage, type FromPage } from './protocol.js';

/** How long a page that has loaded may take to answer, in milliseconds. */
export const patience = 10_000;

export interface Hearers {
  onSaid(said: FromPage): void;
  /** Something else than the page came into the frame: an error of the browser, mostly. */
  onSilence(): void;
}

/**
 * Talks with the page of `origin` in a frame, from its loading on. Whatever another window or
 * another origin says is not heard. Returns how to stop.
 */
export function converse(frame: HTMLIFrameElement, origin: string, hearers: Hearers): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function greet(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => hearers.onSilence(), patience);
    frame.contentWindow?.postMessage(hello, origin);
  }

  function hear(event: MessageEvent): void {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const said = readFromPage(event.data);
    if (!said) return;
    clearTimeout(waiting);
    hearers.onSaid(said);
  }

  frame.addEventListener('load', greet);
  window.addEventListener('message', hear);
  return () => {
    clearTimeout(waiting);
    frame.removeEventListener('load', greet);
    window.removeEventListener('message', hear);
  };
}
