import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Flow, type Voice } from './flow.svelte';
import type { VerificationPage } from './protocol/types';
import { answer, everything, newLink, operator, samplePage } from './testing';

const voice: Voice = {
  language: 'en',
  operator: '',
  usePreferred: () => Promise.resolve(),
  choose: () => Promise.resolve(),
};

type Answer = { status?: number; body: unknown };

/** A server that answers from a script: by method and path, each list in order, its last again and again. */
class Script {
  readonly calls: { call: string; body: string }[] = [];
  readonly #answers = new Map<string, Answer[]>();

  on(call: string, ...answers: Answer[]): this {
    this.#answers.set(call, answers);
    return this;
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const path = url.replace('/v1/identity/verification_pages/vs_1', 'page');
    const call = `${init.method ?? 'GET'} ${path}`;
    const body = init.body instanceof URLSearchParams ? decodeURIComponent(String(init.body)) : '';
    this.calls.push({ call, body });
    if (init.signal?.aborted) throw new DOMException('', 'AbortError');
    const list = this.#answers.get(call) ?? [];
    const next = list.length > 1 ? list.shift() : list[0];
    if (!next) throw new TypeError(`nothing answers ${call}`);
    return new Response(JSON.stringify(next.body), { status: next.status ?? 200 });
  };

  bodies(call: string): string[] {
    return this.calls.filter((made) => made.call === call).map((made) => made.body);
  }
}

const begun = {
  session: 'vs_1',
  livemode: false,
  return_url: 'https://example.org/done',
  operator,
  document_types: ['passport', 'id_card'],
  require_live_capture: false,
  selfie: true,
  status: 'requires_input',
};
const page = (changes: Partial<VerificationPage> = {}): Answer => ({ body: samplePage(changes) });
const submitted = answer([], { status: 'processing', submitted: true, closed: true });
const refused = (status: number, code: string): Answer => ({ status, body: { error: { code } } });
const picture = (frames = 1) => ({
  frames: Array.from({ length: frames }, () => new Blob(['x'], { type: 'image/jpeg' })),
  method: 'manual_capture' as const,
});

let script: Script;
let flow: Flow;

beforeEach(() => {
  vi.useFakeTimers();
  const history = { replaceState() {}, pushState() {}, go() {}, back() {} };
  script = new Script()
    .on('GET /start/tok/context', { body: newLink })
    .on('POST /start/tok/begin', { body: begun })
    .on('GET page', page());
  flow = new Flow(script.fetch, 'tok', history as unknown as History, voice);
});

afterEach(() => {
  vi.useRealTimers();
});

async function toFront(): Promise<void> {
  script.on('POST page/data', { body: answer(everything.slice(1)) });
  await flow.start();
  await flow.begin();
  await flow.consent(true);
  flow.chooseDocument('passport');
}

describe('the link', () => {
  it('is not spent before "begin"', async () => {
    await flow.start();
    expect(flow.screen).toBe('begin');
    expect(script.calls.map((made) => made.call)).toEqual(['GET /start/tok/context']);
  });

  it('goes on by itself in the browser that opened it', async () => {
    script.on('GET /start/tok/context', { body: { ...newLink, state: 'open_here' } });
    await flow.start();
    expect(flow.screen).toBe('consent');
  });

  it.each([
    ['link_used', 410, 'used'],
    ['link_expired', 410, 'expired'],
    ['link_unknown', 404, 'unknown'],
  ])('shows %s', async (code, status, screen) => {
    script.on('POST /start/tok/begin', refused(status, code));
    await flow.start();
    await flow.begin();
    expect(flow.screen).toBe(screen);
  });

  it('shows how a closed session ended', async () => {
    await flow.start();
    script.on('POST /start/tok/begin', refused(409, 'session_closed'));
    const context = { ...newLink, state: 'closed', status: 'verified' };
    script.on('GET /start/tok/context', { body: context });
    await flow.begin();
    await vi.waitFor(() => expect(flow.screen).toBe('verified'));
  });

  it('offers another try when the server can’t be reached', async () => {
    script.on('GET /start/tok/context');
    await flow.start();
    expect(flow.screen).toBe('offline');
  });
});

it('goes from "begin" to "verified"', async () => {
  await toFront();
  let file = 0;
  const answers = [answer(['face']), answer([])];
  script
    .on('POST /v1/files', ...[1, 2, 3, 4].map(() => ({ body: { id: `file_${(file += 1)}` } })))
    .on('POST page/data', ...answers.map((body) => ({ body })))
    .on('POST page/submit', { body: submitted })
    .on('GET page', page({ status: 'processing' }), page({ status: 'verified' }));

  flow.pictured('front', picture());
  await flow.usePicture();
  expect(flow.screen).toBe('selfie');
  flow.pictured('selfie', picture(3));
  const using = flow.usePicture();
  await vi.waitFor(() => expect(flow.screen).toBe('checking'));
  await vi.runAllTimersAsync();
  await using;

  expect(flow.screen).toBe('verified');
  const posts = script.bodies('POST page/data');
  expect(posts[0]).toContain('collected_data[biometric_consent]=true');
  expect(posts[0]).toContain('clear_data[id_document_front]=true');
  expect(posts[1]).toContain('collected_data[id_document_front][high_res_image]=file_1');
  expect(posts[1]).toContain('collected_data[id_document_type]=passport');
  expect(posts[1]).toContain('clear_data[biometric_consent]=false');
  expect(posts[2]).toContain('collected_data[face][first_high_res_image]=file_2');
  expect(posts[2]).toContain('collected_data[face][best_low_res_image]=file_3');
  expect(posts[2]).toContain('collected_data[face][last_high_res_image]=file_4');
  expect(script.bodies('POST page/submit')).toHaveLength(1);
});

it('sends the same side again when it is to be used anyway', async () => {
  await toFront();
  const blurry = { requirement: 'id_document_front', title: 'Blurry', body: 'Again' };
  script
    .on('POST /v1/files', { body: { id: 'file_1' } })
    .on('POST page/data', { body: answer(everything.slice(1), {}, [blurry]) });
  flow.pictured('front', picture());
  await flow.usePicture();
  expect(flow.screen).toBe('problem');
  script.on('POST page/data', { body: answer(['face']) });
  await flow.useAnyway();
  expect(flow.screen).toBe('selfie');
  const last = script.bodies('POST page/data').at(-1);
  expect(last).toContain('[high_res_image]=file_1');
  expect(last).toContain('[force_confirm]=true');
  expect(script.bodies('POST /v1/files')).toHaveLength(1);
});

it('keeps the picture when the network fails, and sends it when it is back', async () => {
  await toFront();
  script.on('POST /v1/files');
  flow.pictured('front', picture());
  const sending = flow.usePicture();
  await vi.advanceTimersByTimeAsync(500);
  expect(flow.upload).toEqual({ share: 0, waiting: true });
  await vi.runAllTimersAsync();
  await sending;
  expect(flow.upload).toBeNull();
  expect(flow.screen).toBe('front_review');
  expect(flow.state.notice).toBe('connection');
  script
    .on('POST /v1/files', { body: { id: 'file_1' } })
    .on('POST page/data', { body: answer(['face']) });
  await flow.usePicture();
  expect(flow.screen).toBe('selfie');
  expect(flow.state.notice).toBeNull();
});

it('says that a picture was refused', async () => {
  await toFront();
  script.on('POST /v1/files', refused(400, 'file_invalid'));
  flow.pictured('front', picture());
  await flow.usePicture();
  expect(flow.state.notice).toBe('file_refused');
});

it('blames no picture where there is none', async () => {
  await flow.start();
  await flow.begin();
  script.on('POST page/data', refused(400, 'parameter_invalid'));
  await flow.consent(true);
  expect(flow.screen).toBe('consent');
  expect(flow.state.notice).toBe('busy_server');
});

it('starts another try when asked', async () => {
  const outcome = { code: 'x', title: 'Cut off', body: 'Again', can_retry: true };
  script.on('GET page', page({ outcome, requirements: { missing: ['id_document_front'] } }));
  await flow.start();
  await flow.begin();
  expect(flow.screen).toBe('retry');
  await flow.tryAgain();
  expect(flow.screen).toBe('choice');
});

it('submits what was complete when the page was left', async () => {
  script
    .on('GET page', page({ requirements: { missing: [] } }), page({ status: 'verified' }))
    .on('POST page/submit', { body: submitted });
  await flow.start();
  const beginning = flow.begin();
  await vi.runAllTimersAsync();
  await beginning;
  expect(flow.screen).toBe('verified');
  expect(script.bodies('POST page/submit')).toHaveLength(1);
});

it('keeps asking while the server is away, and says so', async () => {
  script.on('GET page', page({ status: 'processing' }), refused(503, ''), page({ status: 'verified' }));
  await flow.start();
  const beginning = flow.begin();
  await vi.advanceTimersByTimeAsync(600);
  expect(flow.unreachable).toBe(true);
  await vi.runAllTimersAsync();
  await beginning;
  expect(flow.unreachable).toBe(false);
  expect(flow.screen).toBe('verified');
});

it('says when checking takes long', async () => {
  script.on('GET page', page({ status: 'processing' }));
  await flow.start();
  void flow.begin();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(flow.slow).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(flow.slow).toBe(true);
});

it.each([
  ['canceled', 'canceled'],
  ['verified', 'verified'],
])('shows how a session ended that has no page any more: %s', async (status, screen) => {
  await toFront();
  script
    .on('POST /v1/files', refused(400, 'status_transition_invalid'))
    .on('GET page', refused(409, 'session_closed'))
    .on('GET /start/tok/context', { body: { ...newLink, state: 'closed', status } });
  flow.pictured('front', picture());
  await flow.usePicture();
  await vi.waitFor(() => expect(flow.screen).toBe(screen));
});

it('shows that a session was called off while it was checked', async () => {
  script
    .on('GET page', page({ status: 'processing' }), refused(409, 'session_closed'))
    .on('GET /start/tok/context', {
      body: { ...newLink, state: 'closed', status: 'canceled' },
    });
  await flow.start();
  const beginning = flow.begin();
  await vi.runAllTimersAsync();
  await beginning;
  await vi.waitFor(() => expect(flow.screen).toBe('canceled'));
});

it('ends where this browser is no longer let in', async () => {
  await toFront();
  script.on('POST /v1/files', refused(401, ''));
  flow.pictured('front', picture());
  await flow.usePicture();
  expect(flow.screen).toBe('used');
});

it('lets others see every state', async () => {
  const seen: string[] = [];
  flow.watch((state) => seen.push(state.trail.at(-1) ?? ''));
  await flow.start();
  flow.notNow();
  expect(seen).toEqual(['loading', 'begin', 'paused']);
});

describe('test mode', () => {
  it('ends as a developer chooses, without pictures', async () => {
    const outcome = {
      code: 'document_expired',
      title: 'Your document has expired',
      body: '',
      can_retry: true,
    };
    script.on('POST page/testing/unverify', { body: submitted });
    await flow.start();
    await flow.begin();
    script.on('GET page', page({ outcome }));
    const failing = flow.settle('document_expired');
    await vi.runAllTimersAsync();
    await failing;
    expect(script.bodies('POST page/testing/unverify')).toEqual(['code=document_expired']);
    expect(flow.screen).toBe('retry');

    script.on('POST page/testing/verify', { body: submitted });
    script.on('GET page', page({ status: 'verified', submitted: true, closed: true }));
    const passing = flow.settle(null);
    await vi.runAllTimersAsync();
    await passing;
    expect(flow.screen).toBe('verified');
  });
});
