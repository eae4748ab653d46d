import { elementRules } from './elementrules.js';
import { IntegrationError } from './integrationerror.js';
import { style } from './stylesheet.js';
import type { IdentityError, VerificationResult } from './types.js';
import { verify } from './verification.js';
import { languageFor, words } from './words.js';

/** Rendering on a server knows no elements; importing this has to work there all the same. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

let defaultOrigin = '';

/**
 * `<bonafide-verify client-secret="vs_…_secret_…">`: a button that opens the modal. `src` names the
 * server where it isn't the one that the script came from; `locale` the language.
 */
export class BonafideVerify extends Base {
  static readonly observedAttributes = ['disabled'];

  readonly #button = this.#draw();

  get clientSecret(): string {
    return this.getAttribute('client-secret') ?? '';
  }

  set clientSecret(value: string) {
    this.setAttribute('client-secret', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(value: string) {
    this.setAttribute('src', value);
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(value: boolean) {
    this.toggleAttribute('disabled', value);
  }

  attributeChangedCallback(): void {
    this.#button.disabled = this.disabled;
  }

  /** Opens the modal. Every result is an event too; wrong use is thrown. */
  async verify(): Promise<VerificationResult> {
    const locale = this.getAttribute('locale') ?? 'auto';
    const result = await verify(this.#origin(), this.clientSecret, { locale });
    if (result.error) this.#tell('bonafide-error', result.error);
    else this.#tell('bonafide-success', result.verificationSession);
    return result;
  }

  #origin(): string {
    if (this.src) return new URL(this.src, document.baseURI).origin;
    if (defaultOrigin) return defaultOrigin;
    throw new IntegrationError('<bonafide-verify> needs the address of the server as its src.');
  }

  #tell<Name extends keyof BonafideVerifyEvents>(
    name: Name,
    detail: BonafideVerifyEvents[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #draw(): HTMLButtonElement {
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    style(root, elementRules);
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('part', 'button');
    const slot = document.createElement('slot');
    slot.textContent = words[languageFor(navigator.languages)].verify;
    button.append(slot);
    button.addEventListener('click', () => void this.verify());
    root.append(button);
    return button;
  }
}

export interface BonafideVerifyEvents {
  'bonafide-success': CustomEvent<{ id: string }>;
  'bonafide-error': CustomEvent<IdentityError>;
}

declare global {
  interface HTMLElementTagNameMap {
    'bonafide-verify': BonafideVerify;
  }
  interface HTMLElementEventMap extends BonafideVerifyEvents {}
}

/** Makes the element known to the document, with the server that it uses where it names none. */
export function defineElement(server = ''): void {
  if (server) defaultOrigin = new URL(server).origin;
  if (!customElements.get('bonafide-verify')) customElements.define('bonafide-verify', BonafideVerify);
}
