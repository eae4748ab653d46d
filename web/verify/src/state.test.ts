import { describe, expect, it } from 'vitest';

import {
  captureLimits,
  collectedBefore,
  currentScreen,
  initialState,
  readyToSubmit,
  step,
  type Event,
  type State,
} from './state';
import { answer, everything, newLink, samplePage } from './testing';

const run = (...events: Event[]): State => events.reduce(step, initialState);
const picture = { frames: [new Blob(['x'])], method: 'file_upload' as const };
const blurry = { requirement: 'id_document_front', title: 'Blurry', body: 'Again' };

const atConsent: Event[] = [
  { type: 'context', context: newLink },
  { type: 'page', page: samplePage() },
];
const atFrontReview: Event[] = [
  ...atConsent,
  { type: 'answered', data: answer(everything.slice(1)) },
  { type: 'chosen', documentType: 'id_card' },
  { type: 'pictured', capture: 'front', picture },
];

describe('the way through', () => {
  it('leads from consent over the choice to each side, the face and the check', () => {
    let state = run(...atFrontReview);
    expect(state.trail).toEqual(['consent', 'choice', 'front', 'front_review']);
    state = step(state, { type: 'answered', data: answer(['id_document_back', 'face']) });
    expect(state.trail).toEqual(['consent', 'choice', 'front', 'back']);
    expect(state.picture).toBeNull();
    state = step(state, { type: 'answered', data: answer(['face']) });
    expect(state.trail.at(-1)).toBe('selfie');
    const done = answer([], { submitted: true, closed: true, status: 'processing' });
    expect(step(state, { type: 'answered', data: done }).trail).toEqual(['checking']);
  });

  it('skips the choice when one type is allowed, and knows that type', () => {
    const page = samplePage({ document_select: { id_document_type_allowlist: { passport: 'P' } } });
    const state = run(
      { type: 'page', page },
      { type: 'answered', data: answer(['id_document_front']) },
    );
    expect(state.trail).toEqual(['consent', 'front']);
    expect(state.documentType).toBe('passport');
  });

  it('skips the back when the server no longer misses it', () => {
    const state = step(run(...atFrontReview), { type: 'answered', data: answer(['face']) });
    expect(currentScreen(state)).toBe('selfie');
  });

  it('stays busy on its screen while the submission follows', () => {
    const state = step(run(...atFrontReview), { type: 'answered', data: answer([]) });
    expect(currentScreen(state)).toBe('front_review');
    expect(state.busy).toBe(true);
    expect(state.picture).not.toBeNull();
  });

  it('starts again with what is missing when the server falls back', () => {
    const data = answer(['id_document_front'], { submitted: true });
    const state = step(run(...atConsent), { type: 'answered', data });
    expect(state.trail).toEqual(['choice']);
    expect(state.initial).toEqual(['id_document_front']);
  });

  it('says so when something is asked that this page can’t collect', () => {
    const page = samplePage({ requirements: { missing: ['phone_otp'] } });
    expect(currentScreen(run({ type: 'page', page }))).toBe('unsupported');
  });

  it('asks for all that is to be written down on one screen, and leads back there', () => {
    const page = samplePage({ requirements: { missing: ['name', 'dob', 'id_number'] } });
    const asked = run({ type: 'page', page });
    expect(currentScreen(asked)).toBe('details');
    const problem = { requirement: 'id_number', title: 'No', body: 'Again' };
    const told = step(asked, { type: 'answered', data: answer(['id_number'], {}, [problem]) });
    expect(currentScreen(told)).toBe('problem');
    expect(currentScreen(step(told, { type: 'redo' }))).toBe('details');
  });

  it('goes to another device and comes back to the same screen', () => {
    const before = run(...atConsent);
    const away = step(before, { type: 'handed_over' });
    expect(currentScreen(away)).toBe('handover');
    const back = step(away, { type: 'back', depth: before.trail.length - 1 });
    expect(back.trail).toEqual(before.trail);
  });
});

describe('hindrances', () => {
  it('shows a problem instead of the review and leads back to its capture', () => {
    const data = answer(everything.slice(1), {}, [blurry]);
    let state = step(run(...atFrontReview), { type: 'answered', data });
    expect(state.trail).toEqual(['consent', 'choice', 'front', 'problem']);
    state = step(state, { type: 'redo' });
    expect(state.trail).toEqual(['consent', 'choice', 'front']);
    expect(state.problem).toBeNull();
    expect(state.documentType).toBe('id_card');
  });

  it('leads to a capture that was not on the way', () => {
    const page = samplePage({ requirements: { missing: ['face'] } });
    const data = answer(['id_document_front'], {}, [blurry]);
    const state = run({ type: 'page', page }, { type: 'answered', data }, { type: 'redo' });
    expect(state.trail).toEqual(['front']);
  });

  it('ends on its own screen when consent is declined, and "back" changes the mind', () => {
    const error = { requirement: 'biometric_consent', title: 'Declined', body: '' };
    const data = answer(everything, {}, [error]);
    let state = step(run(...atConsent), { type: 'answered', data });
    expect(state.trail).toEqual(['consent', 'declined']);
    state = step(state, { type: 'back', depth: 0 });
    expect(currentScreen(state)).toBe('consent');
  });

  it('keeps screen and picture when the network fails', () => {
    const before = run(...atFrontReview, { type: 'sending' });
    const state = step(before, { type: 'hindered', notice: 'connection' });
    expect(state).toEqual({ ...before, busy: false, notice: 'connection' });
  });
});

describe('back', () => {
  it('walks the trail and forgets what lay ahead', () => {
    const state = step(run(...atFrontReview), { type: 'back', depth: 1 });
    expect(state.trail).toEqual(['consent', 'choice']);
    expect(state.documentType).toBeNull();
    expect(state.picture).toBeNull();
  });

  it('counts as collected only what lies behind', () => {
    const back = step(run(...atFrontReview), { type: 'answered', data: answer(['id_document_back', 'face']) });
    expect(collectedBefore(back)).toEqual(['biometric_consent', 'id_document_front']);
    expect(collectedBefore(step(back, { type: 'back', depth: 2 }))).toEqual(['biometric_consent']);
  });

  it('never goes forward', () => {
    const state = run(...atConsent);
    expect(step(state, { type: 'back', depth: 3 })).toBe(state);
  });
});

describe('the end', () => {
  const outcome = { code: 'x', title: 'Cut off', body: 'Try again', can_retry: true };
  const missing = ['id_document_front'];

  it('offers another try, and starts it when asked', () => {
    const page = samplePage({ outcome, requirements: { missing } });
    const state = run({ type: 'page', page });
    expect(currentScreen(state)).toBe('retry');
    expect(currentScreen(step(state, { type: 'page', page, again: true }))).toBe('choice');
  });

  it('offers no other try where none is left', () => {
    const page = samplePage({ outcome: { ...outcome, can_retry: false } });
    expect(currentScreen(run({ type: 'page', page }))).toBe('unconfirmed');
    expect(currentScreen(run({ type: 'page', page, again: true }))).toBe('unconfirmed');
  });

  it.each([
    ['verified', 'verified'],
    ['canceled', 'canceled'],
    ['processing', 'checking'],
  ] as const)('shows a page that is %s as %s', (status, screen) => {
    expect(currentScreen(run({ type: 'page', page: samplePage({ status }) }))).toBe(screen);
  });

  it.each([
    ['used', 'requires_input', 'used'],
    ['expired', 'requires_input', 'expired'],
    ['closed', 'verified', 'verified'],
    ['closed', 'processing', 'received'],
    ['closed', 'canceled', 'canceled'],
    ['closed', 'requires_input', 'unconfirmed'],
  ] as const)('shows a link that is %s with status %s as %s', (state, status, screen) => {
    const context = { ...newLink, state, status };
    expect(currentScreen(run({ type: 'context', context }))).toBe(screen);
  });
});

describe('what was handed in', () => {
  const retry = samplePage({ outcome: { code: 'x', title: '', body: '', can_retry: true } });

  it('is known from the answer, and still at another try', () => {
    const state = run({ type: 'answered', data: answer([], { submitted: true, closed: true }) });
    expect(state.submitted).toBe(true);
    expect(run(...atConsent).submitted).toBe(false);
    expect(step(state, { type: 'page', page: retry }).submitted).toBe(true);
  });

  it('is not what an earlier visit left', () => {
    expect(run({ type: 'page', page: retry }).submitted).toBe(false);
  });

  it.each([
    ['verified', true],
    ['processing', true],
    ['canceled', false],
    ['requires_input', false],
  ] as const)('is told by the status %s: %s', (status, submitted) => {
    const context = { ...newLink, state: 'closed' as const, status };
    expect(run({ type: 'context', context }).submitted).toBe(submitted);
    expect(run({ type: 'page', page: samplePage({ status }) }).submitted).toBe(submitted);
  });
});

it('knows that a camera is missing until there is a picture', () => {
  const missing = step(run(...atConsent), { type: 'camera_missing' });
  expect(missing.cameraMissing).toBe(true);
  const picture = { frames: [], method: 'file_upload' as const };
  expect(step(missing, { type: 'pictured', capture: 'front', picture }).cameraMissing).toBe(false);
});

it('submits only what is complete and without errors', () => {
  expect(readyToSubmit(answer([]))).toBe(true);
  expect(readyToSubmit(answer(['face']))).toBe(false);
  expect(readyToSubmit(answer([], { submitted: true }))).toBe(false);
  expect(readyToSubmit(answer([], {}, [blurry]))).toBe(false);
});

it('takes the limits of a picture from the page', () => {
  expect(captureLimits(samplePage(), 'selfie')).toEqual({ dimension: 1000, quality: 0.9 });
  expect(captureLimits(samplePage(), 'back')).toEqual({ dimension: 2000, quality: 0.9 });
  expect(captureLimits(samplePage({ selfie: null }), 'selfie').dimension).toBe(2000);
});
