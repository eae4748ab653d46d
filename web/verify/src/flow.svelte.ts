import type { Recording } from './camera/recording';
import { HistoryTrail, type Entries } from './history';
import { drawChallenge } from './protocol/challenge';
import {
  consentData,
  documentData,
  faceData,
  clearData,
  detailsData,
  type Details,
  type SentRecording,
  type SentSide,
} from './protocol/collected';
import type { FormTree } from './protocol/form';
import { uploadFiles, type UploadProgress } from './protocol/files';
import { handOver, progressAddress, type Follow, type Handover } from './protocol/handover';
import { ApiError, type Fetch } from './protocol/http';
import { alwaysOnline, type Network } from './protocol/network';
import { settle, type Failure } from './protocol/outcome';
import { postData, readPage, submit } from './protocol/page';
import { pauseWith, pollUntil } from './protocol/poll';
import { begin, readContext } from './protocol/start';
import type { Language } from './languages';
import { sendByFetch, type Send } from './protocol/transfer';
import type { Challenge, ChallengeVariant, DocumentType, VerificationPage } from './protocol/types';
import {
  captureOf,
  collectedBefore,
  closedScreen,
  currentScreen,
  initialState,
  readyToSubmit,
  sideOf,
  step,
  type Capture,
  type Event,
  type Picture,
  type Screen,
  type State,
} from './state';

/** How long checking may take before the page says that it takes longer than usual. */
const longWait = 20_000;

const isClosed = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'session_closed';

/** Pictures are refused this way once the session takes no more of them. */
const isPast = (error: ApiError): boolean =>
  error.status === 409 || error.status === 410 || error.code === 'status_transition_invalid';

/** What says the page's texts. */
export interface Voice {
  readonly language: Language;
  operator: string;
  usePreferred(offered: readonly string[]): Promise<void>;
  choose(language: Language): Promise<void>;
}

/** How pictures travel, and when they can. */
export interface Transfer {
  send: Send;
  network: Network;
  follow: Follow;
}

/** Binds the state to the server and to the browser's history. One of it lives as long as the page. */
export class Flow {
  state: State = $state.raw(initialState);
  /** While checking: the answer takes long, or the server can't be reached just now. */
  slow = $state(false);
  unreachable = $state(false);
  /** While pictures are sent: how far they are. */
  upload: UploadProgress | null = $state.raw(null);
  /** How to leave the page where another page has opened it; null where nobody would hear of it. */
  leave: (() => void) | null = $state.raw(null);

  /** While the person goes on elsewhere: the link for it, and whether it was opened. */
  handover: Handover | null = $state.raw(null);
  elsewhere = $state(false);

  readonly #fetch: Fetch;
  readonly #transfer: Transfer;
  readonly #token: string | null;
  readonly #history: HistoryTrail;
  readonly #voice: Voice;
  #session = '';
  #cameraWished = false;
  #onStep: (state: State) => void = () => undefined;
  #unfollow: () => void = () => undefined;
  #sending = new AbortController();
  /** The side last sent, in case the person wants it used in spite of what was wrong with it. */
  #lastSide: SentSide | null = null;

  constructor(
    fetch: Fetch,
    token: string | null,
    history: Entries,
    voice: Voice,
    transfer: Transfer = { send: sendByFetch(fetch), network: alwaysOnline, follow: () => () => undefined },
  ) {
    this.#fetch = fetch;
    this.#transfer = transfer;
    this.#token = token;
    this.#voice = voice;
    this.#history = new HistoryTrail(history, (depth) => this.#onBack(depth));
  }

  get screen(): Screen {
    return currentScreen(this.state);
  }

  /** Follows the history given, which tells of its moves there. */
  listen(target: EventTarget): void {
    target.addEventListener('popstate', (event) => {
      this.#history.onPop((event as PopStateEvent).state);
    });
  }

  /** Lets somebody else see every state from now on. */
  watch(onStep: (state: State) => void): void {
    this.#onStep = onStep;
  }

  /** Finds out what the link is worth and goes where the person left off. */
  async start(): Promise<void> {
    if (!this.#token) return this.#dispatch({ type: 'ended', screen: 'unknown' });
    this.#dispatch({ type: 'ended', screen: 'loading' });
    try {
      const context = await readContext(this.#fetch, this.#token);
      await this.#voice.usePreferred(context.languages);
      this.#dispatch({ type: 'context', context });
      if (context.state === 'open_here') await this.begin();
    } catch (error) {
      this.#onStartError(error);
    }
  }

  /** Spends the link. In the browser that already spent it, picks the session up again. */
  async begin(): Promise<void> {
    if (!this.#token || this.state.busy) return;
    this.#dispatch({ type: 'sending' });
    try {
      const begun = await begin(this.#fetch, this.#token);
      this.#session = begun.session;
      this.#dispatch({ type: 'begun', begun });
      await this.#readPage(false);
    } catch (error) {
      this.#onStartError(error);
    }
  }

  /** Goes on in another language, on the same screen. */
  async speak(language: Language): Promise<void> {
    try {
      await this.#voice.choose(language);
      if (!this.state.page) return;
      const page = await readPage(this.#fetch, this.#session);
      this.#dispatch({ type: 'translated', page });
    } catch (error) {
      this.#onError(error);
    }
  }

  notNow(): void {
    this.#dispatch({ type: 'not_now' });
  }

  back(): void {
    this.#history.back();
  }

  /** Back to the camera from its picture; a chosen file leads back to both ways instead. */
  takeAgain(): void {
    this.#cameraWished = this.state.picture?.method !== 'file_upload';
    this.back();
  }

  /** Whether the camera shall open at once. Asked once, then forgotten. */
  takeCameraWish(): boolean {
    const wished = this.#cameraWished;
    this.#cameraWished = false;
    return wished;
  }

  redo(): void {
    this.#dispatch({ type: 'redo' });
  }

  chooseDocument(documentType: DocumentType): void {
    this.#dispatch({ type: 'chosen', documentType });
  }

  pictured(capture: Capture, picture: Picture): void {
    this.#dispatch({ type: 'pictured', capture, picture });
    // A challenge is over soon: there is no time to look at its picture first.
    if (picture.recording) void this.usePicture();
  }

  /** There is no camera, and nothing else would do. */
  missCamera(): void {
    this.#dispatch({ type: 'camera_missing' });
  }

  /** What to do before the camera; null where nothing is asked for. */
  get challenges(): readonly ChallengeVariant[] | null {
    const { page } = this.state;
    return page?.selfie?.liveness === 'challenge' ? page.selfie.challenge_variants : null;
  }

  drawChallenge(variant: ChallengeVariant): Promise<Challenge> {
    return drawChallenge(this.#fetch, this.#session, variant);
  }

  async consent(agreed: boolean): Promise<void> {
    await this.#send(['biometric_consent'], () => Promise.resolve(consentData(agreed)));
  }

  /** Uploads the picture under review and posts it. */
  async usePicture(): Promise<void> {
    const { picture, page, documentType } = this.state;
    const capture = captureOf(this.screen);
    if (!picture || !page || !capture) return;
    if (capture === 'selfie') {
      const purpose = (page.selfie ?? page.document_capture).file_purpose;
      await this.#send(['face'], async (signal) => {
        const names = ['face_first', 'face', 'face_last'];
        const files = await this.#uploadAll(picture.frames, names, purpose, signal);
        return faceData(files, await this.#sendRecording(picture.recording, purpose, signal));
      });
      return;
    }
    const side = sideOf[capture];
    await this.#send([side], async (signal) => {
      const { file_purpose } = page.document_capture;
      const [file = ''] = await this.#uploadAll(picture.frames, [capture], file_purpose, signal);
      this.#lastSide = { side, file, method: picture.method, documentType };
      return documentData(this.#lastSide);
    });
  }

  /** Posts the same side again, to be used as it is. */
  async useAnyway(): Promise<void> {
    const last = this.#lastSide;
    if (!last) return;
    await this.#send([last.side], () => Promise.resolve(documentData(last, true)));
  }

  /** Sends what the person wrote down. */
  async sendDetails(details: Details): Promise<void> {
    await this.#send(Object.keys(details), () => Promise.resolve(detailsData(details)));
  }

  useAnotherDevice(): void {
    this.#dispatch({ type: 'handed_over' });
  }

  /** Gets a link for another device, and follows how far it is there. */
  async handOver(): Promise<void> {
    this.handover = null;
    this.elsewhere = false;
    try {
      const handover = await handOver(this.#fetch, this.#session);
      this.handover = handover;
      this.#unfollow = this.#transfer.follow(progressAddress(this.#session), ({ opened }) => {
        this.elsewhere ||= opened > handover.opened;
        if (this.elsewhere) void this.#catchUp();
      });
    } catch (error) {
      this.#onError(error);
    }
  }

  stopFollowing(): void {
    this.#unfollow();
    this.#unfollow = () => undefined;
  }

  /** Goes on here where the other device has handed everything in. */
  async #catchUp(): Promise<void> {
    const known = JSON.stringify(this.state.page?.outcome ?? null);
    try {
      const page = await readPage(this.#fetch, this.#session);
      const news = page.status !== 'requires_input' || JSON.stringify(page.outcome) !== known;
      if (!news || this.screen !== 'handover') return;
      this.#dispatch({ type: 'page', page });
      if (page.status === 'processing') await this.#await();
    } catch (error) {
      this.#onError(error);
    }
  }

  /** In test mode, ends the session as a developer chooses. */
  async settle(failure: Failure | null): Promise<void> {
    if (this.state.busy) return;
    this.#dispatch({ type: 'sending' });
    try {
      const data = await settle(this.#fetch, this.#session, failure);
      this.#dispatch({ type: 'answered', data });
      if (this.screen === 'checking') await this.#await();
    } catch (error) {
      this.#onError(error);
    }
  }

  /** Starts another try after an outcome that allows one. */
  async tryAgain(): Promise<void> {
    if (this.state.busy) return;
    this.#dispatch({ type: 'sending' });
    try {
      await this.#readPage(true);
    } catch (error) {
      this.#onError(error);
    }
  }

  #dispatch(event: Event): void {
    this.state = step(this.state, event);
    this.#voice.operator = this.state.operator.name;
    this.#history.follow(this.state.trail.length - 1);
    this.#onStep(this.state);
  }

  #onBack(depth: number): void {
    this.#sending.abort();
    this.#dispatch({ type: 'back', depth });
  }

  /** The page in the language spoken now, also where that changes meanwhile. */
  async #page(): Promise<VerificationPage> {
    const { language } = this.#voice;
    const page = await readPage(this.#fetch, this.#session);
    return language === this.#voice.language ? page : this.#page();
  }

  async #readPage(again: boolean): Promise<void> {
    const page = await this.#page();
    this.#dispatch({ type: 'page', page, again });
    if (page.status === 'processing') return this.#await();
    const waiting = page.status === 'requires_input' && !page.submitted;
    if (waiting && page.requirements.missing.length === 0 && this.screen === 'checking') {
      await this.#submit(new AbortController().signal);
    }
  }

  async #send(
    requirements: readonly string[],
    collect: (signal: AbortSignal) => Promise<FormTree>,
  ): Promise<void> {
    if (this.state.busy) return;
    this.#sending = new AbortController();
    const { signal } = this.#sending;
    const { initial } = this.state;
    const clear = clearData(initial, collectedBefore(this.state), requirements);
    this.#dispatch({ type: 'sending' });
    try {
      const collected = await collect(signal);
      const data = await postData(this.#fetch, this.#session, collected, clear, signal);
      this.#dispatch({ type: 'answered', data });
      if (readyToSubmit(data)) await this.#submit(signal);
      else if (this.screen === 'checking') await this.#await();
    } catch (error) {
      if (!signal.aborted) this.#onError(error);
    }
  }

  async #submit(signal: AbortSignal): Promise<void> {
    const data = await submit(this.#fetch, this.#session, signal);
    this.#dispatch({ type: 'answered', data });
    if (this.screen === 'checking') await this.#await();
  }

  /** Polls until the server has decided. Leaving the page and coming back loses nothing. */
  async #await(): Promise<void> {
    this.slow = false;
    const timer = setTimeout(() => (this.slow = true), longWait);
    try {
      const page: VerificationPage = await pollUntil(
        () => readPage(this.#fetch, this.#session),
        (read) => read.status !== 'processing',
        pauseWith(new AbortController().signal),
        (error) => {
          this.unreachable = error !== null;
          return !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
        },
      );
      this.#dispatch({ type: 'page', page });
    } finally {
      clearTimeout(timer);
    }
  }

  async #sendRecording(
    recording: Recording | undefined,
    purpose: string,
    signal: AbortSignal,
  ): Promise<SentRecording | null> {
    if (!recording) return null;
    const pictures = recording.frames.map(({ picture }) => picture);
    const files = await this.#uploadAll(pictures, ['face_frame'], purpose, signal);
    const frames = recording.frames.map(({ step, at }, index) => ({ file: files[index] ?? '', step, at }));
    return { ...recording, frames };
  }

  async #uploadAll(
    frames: readonly Blob[],
    names: readonly string[],
    purpose: string,
    signal: AbortSignal,
  ): Promise<string[]> {
    const session = this.#session;
    const uploads = frames.map((picture, index) => {
      return { session, purpose, name: `${session}_${names[index] ?? names[0]}`, picture };
    });
    const { send, network } = this.#transfer;
    try {
      return await uploadFiles(send, uploads, network, signal, (progress) => (this.upload = progress));
    } finally {
      this.upload = null;
    }
  }

  #onStartError(error: unknown): void {
    if (error instanceof ApiError) {
      if (isClosed(error)) return void this.#showClosed();
      const screens: Record<string, Screen> = {
        link_used: 'used',
        link_expired: 'expired',
        link_unknown: 'unknown',
      };
      const screen = screens[error.code];
      if (screen) return this.#dispatch({ type: 'ended', screen });
    }
    if (this.screen === 'loading') return this.#dispatch({ type: 'ended', screen: 'offline' });
    this.#onError(error);
  }

  #onError(error: unknown): void {
    if (error instanceof ApiError) {
      if (error.status === 401 || error.status === 403) {
        return this.#dispatch({ type: 'ended', screen: 'used' });
      }
      if (isPast(error)) return void this.#showClosed();
      if (error.status < 500 && error.status !== 429) {
        const notice = captureOf(this.screen) ? 'file_refused' : 'busy_server';
        return this.#dispatch({ type: 'hindered', notice });
      }
      return this.#dispatch({ type: 'hindered', notice: 'busy_server' });
    }
    this.#dispatch({ type: 'hindered', notice: 'connection' });
  }

  /** The session ended elsewhere: says how, as far as this browser may know. */
  async #showClosed(): Promise<void> {
    try {
      if (this.#session) return await this.#readPage(false);
    } catch (error) {
      if (!isClosed(error)) return this.#dispatch({ type: 'ended', screen: 'offline' });
    }
    await this.#showContext();
  }

  /** A session that was canceled or redacted has no page any more; its link still tells its status. */
  async #showContext(): Promise<void> {
    if (!this.#token) return;
    try {
      const context = await readContext(this.#fetch, this.#token);
      this.#dispatch({ type: 'context', context });
      this.#dispatch({ type: 'ended', screen: closedScreen(context.status) });
    } catch {
      this.#dispatch({ type: 'ended', screen: 'offline' });
    }
  }
}
