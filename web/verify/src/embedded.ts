// The page inside a frame of somebody else's page. What is said here is heard by
// `web/identity/src/conversation.ts`.

import { currentScreen, type Screen, type State } from './state';

/** How the verification stands, for whoever frames the page. */
export interface Standing {
  submitted: boolean;
  /** What keeps the person from it: Stripe's codes for its modal, and ours for links. */
  hindrance: string | null;
}

/** Where the page ends without anything handed in. */
const ends: Partial<Record<Screen, string>> = {
  used: 'link_used',
  expired: 'link_expired',
  unknown: 'link_unknown',
  offline: 'page_unreachable',
};

/** Outcomes that Stripe's modal tells of, by the code of `last_error`. */
const outcomes: Partial<Record<string, string>> = {
  consent_declined: 'consent_declined',
  device_not_supported: 'device_unsupported',
  under_supported_age: 'under_supported_age',
  phone_verification_declined: 'phone_otp_declined',
  email_verification_declined: 'email_verification_declined',
};

export function standingOf(state: State): Standing {
  const { submitted } = state;
  return { submitted, hindrance: hindranceIn(state) };
}

function hindranceIn(state: State): string | null {
  const screen = currentScreen(state);
  if (screen === 'declined') return 'consent_declined';
  if (screen === 'canceled') return 'session_closed';
  if (screen === 'retry' || screen === 'unconfirmed') {
    return outcomes[state.outcome?.code ?? ''] ?? null;
  }
  // What was handed in is with the server, whatever became of the link.
  if (state.submitted) return null;
  return ends[screen] ?? (state.cameraMissing ? 'device_unsupported' : null);
}

/**
 * Tells the page around this one how the verification stands: the one that greets first, as long as
 * it is the parent. Nobody else is answered, and nobody before a greeting.
 */
export class Embedded {
  readonly #own: Window;
  #origin: string | null = null;
  #standing: Standing = { submitted: false, hindrance: null };

  constructor(own: Window) {
    this.#own = own;
  }

  /** `onMet` is called once somebody can be told. */
  listen(onMet: () => void): void {
    this.#own.addEventListener('message', (event) => this.#onMessage(event, onMet));
    this.#own.addEventListener('keydown', (event) => {
      // Keys that are pressed in a frame stay there.
      const meant = event.key === 'Escape' && !event.defaultPrevented;
      if (meant && !closesSomething(event, this.#own.document)) this.leave();
    });
  }

  tell(standing: Standing): void {
    const { submitted, hindrance } = this.#standing;
    if (standing.submitted === submitted && standing.hindrance === hindrance) return;
    this.#standing = standing;
    this.#post({ bonafide: 'standing', ...standing });
  }

  /** Asks to be closed. */
  leave(): void {
    this.#post({ bonafide: 'close' });
  }

  #onMessage(event: MessageEvent, onMet: () => void): void {
    if (event.source !== this.#own.parent) return;
    if ((event.data as { bonafide?: unknown } | null)?.bonafide !== 'hello') return;
    this.#origin ??= event.origin;
    if (event.origin !== this.#origin) return;
    this.#post({ bonafide: 'standing', ...this.#standing });
    onMet();
  }

  #post(sentence: object): void {
    if (this.#origin !== null) this.#own.parent.postMessage(sentence, this.#origin);
  }
}

/** Whether the key means something of the page: a dialog, a list of choices. */
function closesSomething(event: KeyboardEvent, page: Document): boolean {
  const target = event.target as Element | null;
  // Where nothing has the focus, a dialog is not among what the key passes.
  return page.querySelector('dialog[open]') !== null || target?.closest?.('select') != null;
}
