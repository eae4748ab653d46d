// What the person sees, as a pure function of what happened. Nothing here touches the
// network, the camera or the document.

import type { Recording } from './camera/recording';
import type { PictureLimits } from './camera/picture';
import type { UploadMethod } from './protocol/collected';
import type {
  DocumentSide,
  DocumentType,
  Operator,
  Outcome,
  RequirementError,
  SessionStatus,
  StartContext,
  Begun,
  VerificationPage,
  VerificationPageData,
} from './protocol/types';
import { documentTypes } from './protocol/types';

export type Capture = 'front' | 'back' | 'selfie';

export type Screen =
  | 'loading'
  | 'begin'
  | 'paused'
  | 'consent'
  | 'declined'
  | 'choice'
  | Capture
  | `${Capture}_review`
  | 'details'
  | 'handover'
  | 'problem'
  | 'checking'
  | 'verified'
  | 'received'
  | 'retry'
  | 'unconfirmed'
  | 'canceled'
  | 'used'
  | 'expired'
  | 'unknown'
  | 'unsupported'
  | 'offline';

/** Pictures taken and not yet sent: one of a document; first, best and last of a face. */
export interface Picture {
  frames: Blob[];
  method: UploadMethod;
  /** A document laid flat, for the eye alone. */
  flat?: Blob;
  /** Where a challenge was followed. */
  recording?: Recording;
}

/** A hindrance told on the screen where it happened. */
export type Notice = 'connection' | 'busy_server' | 'file_refused';

export interface State {
  /** The screens that led here, this one last; "back" walks it. */
  trail: readonly Screen[];
  operator: Operator;
  livemode: boolean;
  returnUrl: string | null;
  page: VerificationPage | null;
  /** What the server asked for when this try began. */
  initial: readonly string[];
  missing: readonly string[];
  documentType: DocumentType | null;
  picture: Picture | null;
  problem: RequirementError | null;
  outcome: Outcome | null;
  /** Something was handed in, at this try or one before. */
  submitted: boolean;
  /** A camera is needed, and there is none. */
  cameraMissing: boolean;
  busy: boolean;
  notice: Notice | null;
}

export type Event =
  | { type: 'context'; context: StartContext }
  | { type: 'begun'; begun: Begun }
  | { type: 'page'; page: VerificationPage; again?: boolean }
  | { type: 'translated'; page: VerificationPage }
  | { type: 'answered'; data: VerificationPageData }
  | { type: 'not_now' }
  | { type: 'chosen'; documentType: DocumentType }
  | { type: 'pictured'; capture: Capture; picture: Picture }
  | { type: 'camera_missing' }
  | { type: 'handed_over' }
  | { type: 'redo' }
  | { type: 'back'; depth: number }
  | { type: 'sending' }
  | { type: 'hindered'; notice: Notice }
  | { type: 'ended'; screen: Screen };

export const initialState: State = {
  trail: ['loading'],
  operator: { name: '', logo_url: null, accent: null, support_url: null },
  livemode: true,
  returnUrl: null,
  page: null,
  initial: [],
  missing: [],
  documentType: null,
  picture: null,
  problem: null,
  outcome: null,
  submitted: false,
  cameraMissing: false,
  busy: false,
  notice: null,
};

export function currentScreen(state: State): Screen {
  return state.trail[state.trail.length - 1] ?? 'loading';
}

export const sideOf: Record<'front' | 'back', DocumentSide> = {
  front: 'id_document_front',
  back: 'id_document_back',
};

const requirementsOf: Partial<Record<Screen, string[]>> = {
  consent: ['biometric_consent'],
  front: ['id_document_front'],
  back: ['id_document_back'],
  selfie: ['face'],
  details: ['name', 'dob', 'id_number'],
};

/** The capture a screen belongs to, or null for screens without a camera. */
export function captureOf(screen: Screen): Capture | null {
  const capture = screen.replace('_review', '');
  return capture === 'front' || capture === 'back' || capture === 'selfie' ? capture : null;
}

/** What this try has collected so far: one piece for each screen already left behind. */
export function collectedBefore(state: State): string[] {
  return state.trail.slice(0, -1).flatMap((screen) => requirementsOf[screen] ?? []);
}

/** How large and how good a picture the server wants. */
export function captureLimits(page: VerificationPage | null, capture: Capture): PictureLimits {
  const settings = capture === 'selfie' ? (page?.selfie ?? page?.document_capture) : page?.document_capture;
  return {
    dimension: settings?.high_res_image_max_dimension ?? 3000,
    quality: settings?.high_res_image_compression_quality ?? 0.92,
  };
}

/** The document types the person may choose from, in a fixed order. */
export function allowedTypes(page: VerificationPage | null): DocumentType[] {
  const allowed = page?.document_select.id_document_type_allowlist ?? {};
  return documentTypes.filter((type) => allowed[type] !== undefined);
}

/** The type of document when there is nothing to choose. */
function onlyType(page: VerificationPage | null): DocumentType | null {
  const types = allowedTypes(page);
  return types.length === 1 ? (types[0] ?? null) : null;
}

/** Everything is collected and the server waits for the submission. */
export function readyToSubmit(data: VerificationPageData): boolean {
  return !data.submitted && data.requirements.missing.length === 0 && !data.requirements.errors[0];
}

export function step(state: State, event: Event): State {
  switch (event.type) {
    case 'context':
      return onContext(state, event.context);
    case 'begun':
      return {
        ...state,
        operator: event.begun.operator,
        livemode: event.begun.livemode,
        returnUrl: event.begun.return_url,
      };
    case 'page':
      return onPage(state, event.page, event.again ?? false);
    case 'translated':
      return { ...state, page: event.page, outcome: event.page.outcome ?? null };
    case 'answered':
      return onAnswer(state, event.data);
    case 'not_now':
      return { ...settled(state), trail: [...state.trail, 'paused'] };
    case 'chosen':
      return { ...settled(state), documentType: event.documentType, trail: [...state.trail, 'front'] };
    case 'pictured':
      return {
        ...settled(state),
        picture: event.picture,
        cameraMissing: false,
        trail: [...throughScreen(state.trail, event.capture), `${event.capture}_review`],
      };
    case 'camera_missing':
      return { ...state, cameraMissing: true };
    case 'handed_over':
      return { ...settled(state), trail: [...state.trail, 'handover'] };
    case 'redo':
      return onRedo(state);
    case 'back':
      return onBack(state, event.depth);
    case 'sending':
      return { ...state, busy: true, notice: null };
    case 'hindered':
      return { ...state, busy: false, notice: event.notice };
    case 'ended':
      return { ...settled(state), trail: [event.screen] };
  }
}

const settled = (state: State): State => ({ ...state, busy: false, notice: null });

function onContext(state: State, context: StartContext): State {
  const known = { ...settled(state), operator: context.operator, livemode: context.livemode };
  switch (context.state) {
    case 'new':
      return { ...known, trail: ['begin'] };
    case 'open_here':
      return known;
    case 'used':
    case 'expired':
      return { ...known, trail: [context.state] };
    case 'closed':
      return {
        ...known,
        submitted: state.submitted || wasSubmitted(context.status),
        trail: [closedScreen(context.status)],
      };
  }
}

/** Whether the status alone says that something was handed in. */
function wasSubmitted(status: SessionStatus): boolean {
  return status === 'processing' || status === 'verified';
}

/** Where a session ended, when the page itself may no longer be read. */
export function closedScreen(status: SessionStatus): Screen {
  if (status === 'verified' || status === 'canceled') return status;
  return status === 'processing' ? 'received' : 'unconfirmed';
}

function onPage(state: State, page: VerificationPage, again: boolean): State {
  const known: State = {
    ...settled(state),
    page,
    livemode: page.livemode,
    initial: page.requirements.missing,
    missing: page.requirements.missing,
    outcome: page.outcome ?? null,
    submitted: state.submitted || page.submitted || wasSubmitted(page.status),
    documentType: onlyType(page),
    problem: null,
    picture: null,
  };
  if (page.status === 'verified' || page.status === 'canceled') {
    return { ...known, trail: [page.status] };
  }
  if (page.status === 'processing') return { ...known, trail: ['checking'] };
  if (known.outcome && (!again || !known.outcome.can_retry)) {
    return { ...known, trail: [known.outcome.can_retry ? 'retry' : 'unconfirmed'] };
  }
  if (page.submitted && page.closed && !again) return { ...known, trail: ['unconfirmed'] };
  return { ...known, trail: [screenFor(known)] };
}

function onAnswer(state: State, data: VerificationPageData): State {
  const missing = data.requirements.missing;
  const known: State = {
    ...settled(state),
    missing,
    problem: null,
    picture: null,
    submitted: state.submitted || data.submitted,
  };
  const problem = data.requirements.errors[0];
  if (problem?.requirement === 'biometric_consent') {
    return { ...known, problem, trail: [...throughScreen(state.trail, 'consent'), 'declined'] };
  }
  if (problem) return { ...known, problem, trail: [...withoutDetours(state.trail), 'problem'] };
  if (data.status === 'canceled') return { ...known, trail: ['canceled'] };
  if (data.submitted && (data.closed || missing.length === 0)) {
    return { ...known, trail: ['checking'] };
  }
  if (data.submitted) {
    // The server fell back to another kind of check: all starts again with what it asks now.
    const fresh: State = { ...known, initial: missing, documentType: onlyType(known.page) };
    return { ...fresh, trail: [screenFor(fresh)] };
  }
  // The submission follows at once; until its answer the screen stays and is busy.
  if (missing.length === 0) return { ...state, missing, busy: true, notice: null };
  return { ...known, trail: throughScreen(withoutDetours(state.trail), screenFor(known)) };
}

function screenFor(state: State): Screen {
  const { missing } = state;
  if (missing.includes('biometric_consent')) return 'consent';
  if (missing.includes('id_document_front')) {
    return state.documentType || allowedTypes(state.page).length < 2 ? 'front' : 'choice';
  }
  if (missing.includes('id_document_back')) return 'back';
  if (missing.includes('face')) return 'selfie';
  if (requirementsOf.details?.some((detail) => missing.includes(detail))) return 'details';
  return missing.length === 0 ? 'checking' : 'unsupported';
}

function onRedo(state: State): State {
  const required = state.problem?.requirement ?? '';
  const wanted = Object.entries(requirementsOf).find(([, requirements]) =>
    requirements.includes(required),
  )?.[0] as Screen | undefined;
  const from = currentScreen(state);
  const screen = wanted ?? captureOf(from) ?? 'front';
  const known: State = { ...settled(state), problem: null, picture: null };
  const found = state.trail.lastIndexOf(screen);
  return { ...known, trail: found < 0 ? [screen] : state.trail.slice(0, found + 1) };
}

function onBack(state: State, depth: number): State {
  if (depth < 0 || depth >= state.trail.length - 1) return state;
  const trail = state.trail.slice(0, depth + 1);
  const screen = trail[depth];
  const chosen = screen !== 'choice' && screen !== 'consent';
  return {
    ...settled(state),
    trail,
    picture: null,
    problem: null,
    documentType: chosen ? state.documentType : onlyType(state.page),
  };
}

const detours: readonly Screen[] = ['problem', 'declined', 'handover'];

/** Reviews and problems are detours: the way on does not lead through them. */
function withoutDetours(trail: readonly Screen[]): readonly Screen[] {
  return trail.filter(
    (screen) => !detours.includes(screen) && !screen.endsWith('_review'),
  );
}

/** The trail up to and with `screen`, which is added when it was not on it. */
function throughScreen(trail: readonly Screen[], screen: Screen): readonly Screen[] {
  const found = trail.indexOf(screen);
  return found < 0 ? [...trail, screen] : trail.slice(0, found + 1);
}
