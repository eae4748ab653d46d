import { beforeEach, describe, expect, it } from 'vitest';

import { Embedded, standingOf } from './embedded';
import { initialState, type Screen, type State } from './state';

const state = (screen: Screen, changes: Partial<State> = {}): State => ({
  ...initialState,
  trail: [screen],
  ...changes,
});

const outcome = (code: string): Partial<State> => ({
  submitted: true,
  outcome: { code, title: '', body: '', can_retry: true },
});

describe('how it stands', () => {
  it.each<[Screen, Partial<State>, string | null]>([
    ['begin', {}, null],
    ['declined', {}, 'consent_declined'],
    ['used', {}, 'link_used'],
    ['expired', {}, 'link_expired'],
    ['unknown', {}, 'link_unknown'],
    ['offline', {}, 'page_unreachable'],
    ['offline', { submitted: true }, null],
    ['canceled', { submitted: true }, 'session_closed'],
    ['front', { cameraMissing: true }, 'device_unsupported'],
    ['retry', outcome('document_expired'), null],
    ['retry', outcome('device_not_supported'), 'device_unsupported'],
    ['unconfirmed', outcome('under_supported_age'), 'under_supported_age'],
    ['unconfirmed', outcome('phone_verification_declined'), 'phone_otp_declined'],
    ['unconfirmed', outcome('email_verification_declined'), 'email_verification_declined'],
    ['retry', outcome('consent_declined'), 'consent_declined'],
  ])('on %s, with %j, names %s', (screen, changes, hindrance) => {
    expect(standingOf(state(screen, changes)).hindrance).toBe(hindrance);
  });

  it('forgets an outcome once the person tries again', () => {
    expect(standingOf(state('consent', outcome('consent_declined'))).hindrance).toBeNull();
  });
});

/** A window in a frame, and what its parent is told. */
class Frame extends EventTarget {
  dialogs = 0;
  readonly document = {
    querySelector: (selector: string) => (selector === 'dialog[open]' && this.dialogs > 0 ? {} : null),
  };
  readonly told: { sentence: unknown; origin: string }[] = [];
  readonly parent = {
    postMessage: (sentence: unknown, origin: string) => void this.told.push({ sentence, origin }),
  };

  receive(data: unknown, origin: string, source: unknown = this.parent): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  }

  press(key: string, target: object | null = null): Event {
    const event = Object.assign(new Event('keydown', { cancelable: true }), { key });
    if (target) Object.defineProperty(event, 'target', { value: target });
    this.dispatchEvent(event);
    return event;
  }
}

const shop = 'https://shop.example';
const greeting = { bonafide: 'hello' };
const nothingYet = { bonafide: 'standing', submitted: false, hindrance: null };

let frame: Frame;
let embedded: Embedded;
let met: number;

beforeEach(() => {
  frame = new Frame();
  met = 0;
  embedded = new Embedded(frame as unknown as Window);
  embedded.listen(() => (met += 1));
});

describe('whoever greets', () => {
  it('is told how it stands, and of every change', () => {
    frame.receive(greeting, shop);
    expect(met).toBe(1);
    const standing = { submitted: true, hindrance: null };
    embedded.tell(standing);
    embedded.tell({ ...standing });
    expect(frame.told).toEqual([
      { sentence: nothingYet, origin: shop },
      { sentence: { bonafide: 'standing', ...standing }, origin: shop },
    ]);
  });

  it('is told what happened before', () => {
    embedded.tell({ submitted: false, hindrance: 'link_used' });
    expect(frame.told).toEqual([]);
    frame.receive(greeting, shop);
    expect(frame.told[0]?.sentence).toMatchObject({ hindrance: 'link_used' });
  });

  it('is not answered unless it is the parent', () => {
    frame.receive(greeting, shop, { postMessage: () => undefined });
    embedded.leave();
    expect([frame.told, met]).toEqual([[], 0]);
  });

  it.each([null, 'hello', {}, { bonafide: 'standing' }])('is not answered for saying %j', (data) => {
    frame.receive(data, shop);
    expect([frame.told, met]).toEqual([[], 0]);
  });

  it('is not answered when somebody of another origin came first', () => {
    frame.receive(greeting, shop);
    frame.receive(greeting, 'https://evil.example');
    embedded.leave();
    expect(frame.told.map(({ origin }) => origin)).toEqual([shop, shop]);
    expect(met).toBe(1);
  });
});

describe('leaving', () => {
  beforeEach(() => frame.receive(greeting, shop));

  const asked = (): boolean =>
    frame.told.some(({ sentence }) => (sentence as { bonafide: string }).bonafide === 'close');

  it('is asked for', () => {
    embedded.leave();
    expect(asked()).toBe(true);
  });

  it('is what Escape means', () => {
    frame.press('a');
    expect(asked()).toBe(false);
    frame.press('Escape');
    expect(asked()).toBe(true);
  });

  it('is not what Escape means where it closes something of the page', () => {
    frame.press('Escape', { closest: (selector: string) => (selector === 'select' ? {} : null) });
    frame.dialogs = 1;
    frame.press('Escape');
    expect(asked()).toBe(false);
    frame.dialogs = 0;
    frame.press('Escape');
    expect(asked()).toBe(true);
  });
});
