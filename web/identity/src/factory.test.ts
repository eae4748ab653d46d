import type { Stripe, StripeConstructor } from '@stripe/stripe-js';
import { describe, expect, it, vi } from 'vitest';

import { bonafide } from './index.js';
import { factoryFor, type Factory } from './factory.js';
import { clientSecret, Page, server } from './testing.js';

const factory = factoryFor(server, 'endive');

/** Fails to compile where code written for Stripe's types would not take ours. */
const typed = (stripe: Pick<Stripe, 'verifyIdentity' | 'registerAppInfo'>): typeof stripe => stripe;

describe('the object', () => {
  it('verifies and refuses payments with a reason', async () => {
    const stripe = factory('pk_test_1');
    const result = typed(stripe).verifyIdentity(clientSecret);
    new Page().say({ bonafide: 'close' });
    expect((await result).error?.code).toBe('session_cancelled');
    expect(() => stripe.elements()).toThrow(/stripe\.elements\(\) belongs to Stripe\.js/);
    expect(() => stripe.confirmPayment({})).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
  });

  it('takes what wrappers tell of themselves', () => {
    const stripe = factory('pk_test_1');
    expect(stripe.registerAppInfo({ name: 'x' })).toBeUndefined();
    expect(stripe._registerWrapper({ name: 'stripe-js', version: '10.2.1' })).toBeUndefined();
  });

  it('can be made with new, as older pages do', () => {
    const Constructor = factory as unknown as new (key: string) => ReturnType<Factory>;
    expect(new Constructor('pk_test_1').verifyIdentity).toBeTypeOf('function');
  });

  it('throws at once without a client secret, as Stripe.js does', () => {
    const verifyIdentity = factory('pk_test_1').verifyIdentity as (secret?: string) => unknown;
    expect(() => verifyIdentity()).toThrow(/was given none/);
  });
});

describe('the key', () => {
  it.each([undefined, '', 7])('is missed when it is %j', (key) => {
    expect(() => factory(key as string)).toThrow(/publishable key/);
  });

  it.each(['sk_test_x', 'rk_live_x'])('may not be secret: %s', (key) => {
    expect(() => factory(key)).toThrow(/secret key/);
  });
});

it('satisfies loadStripe without a warning', async () => {
  const warn = vi.spyOn(console, 'warn');
  vi.stubGlobal('Stripe', factory as unknown as StripeConstructor);
  const { loadStripe } = await import('@stripe/stripe-js');
  const stripe = await loadStripe('pk_test_1', { locale: 'de' });
  const result = stripe?.verifyIdentity(clientSecret);
  new Page().say({ bonafide: 'close' });
  expect((await result)?.error?.message).toMatch(/^Die Prüfung wurde geschlossen/);
  expect(warn).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

it('is made for a server by what npm packages import', () => {
  void bonafide('https://id.example.org/anything').verifyIdentity(clientSecret);
  const page = new Page();
  expect(page.frame.src).toBe('https://id.example.org/start/test_abc');
  page.say({ bonafide: 'close' });
});
