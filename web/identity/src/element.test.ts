import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { BonafideVerify, defineElement } from './element.js';
import { clientSecret, inModal, Page, server } from './testing.js';

let element: BonafideVerify;
let told: { name: string; detail: unknown }[];

beforeEach(() => {
  defineElement(server);
  document.body.innerHTML = '';
  element = document.createElement('bonafide-verify');
  element.clientSecret = clientSecret;
  document.body.append(element);
  told = [];
  for (const name of ['bonafide-success', 'bonafide-error'] as const) {
    element.addEventListener(name, ({ detail }) => told.push({ name, detail }));
  }
});

const button = (): HTMLButtonElement => element.shadowRoot?.querySelector('button') as HTMLButtonElement;

describe('the button', () => {
  it('has words of its own until the page gives some', () => {
    expect(button().querySelector('slot')?.textContent).toBe('Verify my identity');
  });

  it('opens the modal', async () => {
    button().click();
    const page = new Page();
    expect(page.frame.src).toBe('https://id.example.org/start/test_abc');
    page.say({ bonafide: 'close' });
    await Promise.resolve();
    expect(told).toMatchObject([{ name: 'bonafide-error', detail: { code: 'session_cancelled' } }]);
  });

  it('can be disabled', () => {
    element.disabled = true;
    expect(button().disabled).toBe(true);
    element.removeAttribute('disabled');
    expect(button().disabled).toBe(false);
  });
});

describe('verify()', () => {
  it('resolves as verifyIdentity() does, and tells everybody', async () => {
    const result = element.verify();
    const page = new Page();
    page.stands(true);
    page.say({ bonafide: 'close' });
    expect(await result).toEqual({ verificationSession: { id: 'vs_1' } });
    expect(told).toEqual([{ name: 'bonafide-success', detail: { id: 'vs_1' } }]);
  });

  it('goes to another server where the element names one, in the language that it names', async () => {
    element.src = 'https://elsewhere.example.org/identity.js';
    element.setAttribute('locale', 'fr');
    const result = element.verify();
    const page = new Page();
    expect(page.frame.src).toBe('https://elsewhere.example.org/start/test_abc?locale=fr');
    expect(inModal('.close').getAttribute('aria-label')).toBe('Fermer');
    page.say({ bonafide: 'close' }, { origin: 'https://elsewhere.example.org' });
    expect((await result).error?.code).toBe('session_cancelled');
  });

  it('misses a client secret', async () => {
    element.removeAttribute('client-secret');
    await expect(element.verify()).rejects.toThrow(/was given none/);
    expect(told).toEqual([]);
  });
});

afterEach(() => {
  element.remove();
});
