import { expect, it } from 'vitest';

import type { Factory } from './factory.js';
import { install, newestRelease } from './install.js';

interface Globals {
  Bonafide?: Factory;
  Stripe?: unknown;
}

function installed(attributes: Record<string, string> = {}, globals: Globals = {}): Globals {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = 'https://id.example.org/identity.js';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  install(script, globals);
  return globals;
}

it('stands in for Stripe.js', () => {
  const { Stripe, Bonafide } = installed();
  expect(Stripe).toBe(Bonafide);
  expect(Bonafide?.version).toBe(newestRelease);
});

it.each([
  ['clover', 'clover'],
  ['v3', 3],
])('names the release that it is told: %s', (release, version) => {
  expect(installed({ 'data-release': release }).Bonafide?.version).toBe(version);
});

it('leaves Stripe’s own Stripe.js alone', () => {
  const own = (): void => undefined;
  const { Stripe, Bonafide } = installed({}, { Stripe: own });
  expect(Stripe).toBe(own);
  expect(Bonafide).toBeTypeOf('function');
});

it('leaves room for a Stripe.js that comes later', () => {
  expect(installed({ 'data-without-stripe': '' }).Stripe).toBeUndefined();
});

it('makes the element known', () => {
  installed();
  expect(customElements.get('bonafide-verify')).toBeTypeOf('function');
});
