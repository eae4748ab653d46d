import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { patience } from './conversation.js';
import { clientSecret, greeting, inModal, modalHost, Page, server } from './testing.js';
import type { VerificationResult } from './types.js';
import { verify } from './verification.js';

let page: Page;
let result: Promise<VerificationResult>;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<button id="start">Start</button>';
  document.querySelector<HTMLElement>('#start')?.focus();
  result = verify(server, clientSecret, { locale: 'en-GB' });
  page = new Page();
});

afterEach(() => {
  document.body.querySelectorAll('div').forEach((host) => host.shadowRoot?.querySelector('dialog')?.close());
  vi.useRealTimers();
});

const close = (): void => inModal<HTMLButtonElement>('.close').click();

describe('the modal', () => {
  it('frames the page that the client secret opens, with a camera', () => {
    expect(page.frame.src).toBe('https://id.example.org/start/test_abc?locale=en-GB');
    expect(page.frame.getAttribute('allow')).toBe('camera; clipboard-write');
    expect(page.frame.title).toBe('Identity check');
  });

  it('keeps the document from scrolling until it is closed, and gives the focus back', () => {
    expect(document.documentElement.style.overflow).toBe('hidden');
    expect(document.activeElement).not.toBe(document.querySelector('#start'));
    close();
    expect(document.documentElement.style.overflow).toBe('');
    expect(document.activeElement).toBe(document.querySelector('#start'));
    expect(document.querySelector('div')).toBeNull();
  });

  it('waits until the page has answered', () => {
    const dialog = inModal<HTMLDialogElement>('dialog');
    page.load();
    expect(page.greeted).toEqual([greeting]);
    expect(dialog.classList.contains('ready')).toBe(false);
    expect(inModal('.waiting').textContent).toBe('One moment…');
    page.stands(false);
    expect(dialog.classList.contains('ready')).toBe(true);
    expect(inModal('.waiting').textContent).toBe('');
  });

  it('speaks the language that was asked for, in its direction', () => {
    close();
    void verify(server, clientSecret, { locale: 'ar' });
    expect(inModal('dialog').getAttribute('dir')).toBe('rtl');
    expect(inModal('.close').getAttribute('aria-label')).toBe('إغلاق');
  });
});

describe('the promise', () => {
  it('names the session once something was handed in', async () => {
    page.stands(true);
    page.say({ bonafide: 'close' });
    expect(await result).toEqual({ verificationSession: { id: 'vs_1' } });
  });

  it('says that the person closed the modal before', async () => {
    page.stands(false);
    close();
    expect(await result).toEqual({
      error: {
        type: 'validation_error',
        code: 'session_cancelled',
        message: 'The check was closed before it was finished. Open it again to go on.',
      },
    });
  });

  it('says that consent was declined', async () => {
    page.stands(false, 'consent_declined');
    page.say({ bonafide: 'close' });
    expect((await result).error?.code).toBe('consent_declined');
  });

  it('forgets what the person took back', async () => {
    page.stands(false, 'consent_declined');
    page.stands(false);
    close();
    expect((await result).error?.code).toBe('session_cancelled');
  });

  it('says that something else than the page came into the frame', async () => {
    page.load();
    vi.advanceTimersByTime(patience);
    expect((await result).error).toMatchObject({
      type: 'api_connection_error',
      code: 'page_unreachable',
    });
    expect(document.querySelector('div')).toBeNull();
  });

  it('waits as long as the person needs once the page has answered', () => {
    page.load();
    page.stands(false);
    vi.advanceTimersByTime(patience * 100);
    expect(inModal<HTMLDialogElement>('dialog').open).toBe(true);
  });
});

describe('what others say', () => {
  it.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another window', { source: window }],
  ])('is not heard %s', async (_from, where) => {
    page.say({ bonafide: 'standing', submitted: true, hindrance: null }, where);
    page.say({ bonafide: 'close' }, where);
    expect(inModal<HTMLDialogElement>('dialog').open).toBe(true);
    close();
    expect((await result).error?.code).toBe('session_cancelled');
  });

  it.each([null, 'close', {}, { bonafide: 'standing', submitted: 'yes', hindrance: null }])(
    'is not heard when it is %j',
    async (data) => {
      page.say(data as object);
      close();
      expect((await result).error?.code).toBe('session_cancelled');
    },
  );
});

describe('calls', () => {
  it('are refused while a modal is open, and taken again afterwards', async () => {
    expect(() => verify(server, clientSecret)).toThrow(/still open/);
    expect(document.querySelectorAll('div')).toHaveLength(1);
    close();
    await result;
    const next = verify(server, clientSecret);
    new Page().say({ bonafide: 'close' });
    expect((await next).error?.code).toBe('session_cancelled');
  });

  it('without a client secret open nothing', () => {
    close();
    expect(() => verify(server, undefined)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(modalHost()?.id).toBe('start');
  });
});
