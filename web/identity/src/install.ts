import { defineElement } from './element.js';
import { factoryFor, type Factory } from './factory.js';

/** The release of Stripe.js that the newest `@stripe/stripe-js` asks for. */
export const newestRelease = 'endive';

interface Globals {
  Bonafide?: Factory;
  Stripe?: unknown;
}

/**
 * Makes `window.Bonafide`, the element, and `window.Stripe` unless Stripe's own is there or shall
 * come: `<script src="…/identity.js" data-without-stripe>`. `data-release` names the release that an
 * older `@stripe/stripe-js` expects.
 */
export function install(script: HTMLScriptElement, globals: Globals): void {
  const { origin } = new URL(script.src);
  const release = script.dataset['release'] ?? newestRelease;
  // Before releases had names, Stripe.js called itself 3.
  const factory = factoryFor(origin, release === 'v3' ? 3 : release);
  globals.Bonafide = factory;
  if (!globals.Stripe && script.dataset['withoutStripe'] === undefined) globals.Stripe = factory;
  defineElement(origin);
}
