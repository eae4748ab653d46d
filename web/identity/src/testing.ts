// The page in the frame, as far as this script hears of it.

import { hello, type FromPage } from './protocol.js';

export const server = 'https://id.example.org';
export const clientSecret = 'vs_1_secret_test_abc';

export const modalHost = (): Element | null => document.body.lastElementChild;

/** An element of the open modal. */
export function inModal<Found extends Element>(selector: string): Found {
  const found = modalHost()?.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector} in a modal`);
  return found;
}

/** A page in the frame of the open modal, whose window is made up: frames load nothing here. */
export class Page {
  readonly greeted: { data: unknown; origin: string }[] = [];
  readonly frame = inModal<HTMLIFrameElement>('iframe');
  readonly window = {
    postMessage: (data: unknown, origin: string) => void this.greeted.push({ data, origin }),
  } as unknown as Window;

  constructor() {
    Object.defineProperty(this.frame, 'contentWindow', { value: this.window });
  }

  load(): void {
    this.frame.dispatchEvent(new Event('load'));
  }

  say(data: FromPage | object, { origin = server, source = this.window } = {}): void {
    window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
  }

  stands(submitted: boolean, hindrance: string | null = null): void {
    this.say({ bonafide: 'standing', submitted, hindrance });
  }
}

export const greeting = { data: hello, origin: server };
