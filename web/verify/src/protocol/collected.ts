import type { FormTree, FormValue } from './form';
import type { DocumentSide, DocumentType } from './types';

/** `auto_capture`: the shutter fired by itself; `manual_capture`: the person pressed it. */
export type UploadMethod = 'auto_capture' | 'manual_capture' | 'file_upload';

export function consentData(agreed: boolean): FormTree {
  return { biometric_consent: agreed };
}

/** One side of a document, uploaded. */
export interface SentSide {
  side: DocumentSide;
  /** The id of its file. */
  file: string;
  method: UploadMethod;
  /** What the person chose, or the only type allowed; null where only the picture tells. */
  documentType: DocumentType | null;
}

/** The type goes with the front: it decides whether there is a back to ask for. */
export function documentData(sent: SentSide, forceConfirm = false): FormTree {
  const { side, file, method, documentType } = sent;
  return {
    id_document_type: side === 'id_document_front' ? documentType : null,
    [side]: {
      high_res_image: file,
      low_res_image: method === 'auto_capture' ? file : null,
      upload_method: method,
      force_confirm: forceConfirm,
    },
  };
}

/**
 * A selfie of one to three pictures: first, best, last.
 *
 * The browser takes whole frames only, so the file for the crop and the file for
 * the frame are the same, and no face score is claimed.
 */
export function faceData(files: readonly string[], recording: SentRecording | null = null): FormTree {
  const first = files[0] ?? null;
  const best = files[1] ?? first;
  const last = files[2] ?? best;
  return {
    face: {
      first_high_res_image: first,
      first_low_res_image: first,
      best_high_res_image: best,
      best_low_res_image: best,
      last_high_res_image: last,
      last_low_res_image: last,
      best_face_score: 0,
      face_score_variance: 0,
      num_frames: files.length,
      training_consent: false,
      challenge: recording && recordingData(recording),
    },
  };
}

/** What was filmed while a challenge was followed, uploaded. */
export interface SentRecording {
  frames: { file: string; step: number; at: number }[];
  stepsShown: readonly number[];
  cameraLabel: string | null;
}

function recordingData(recording: SentRecording): FormTree {
  const listed = <T,>(items: readonly T[], write: (item: T) => FormValue): FormTree =>
    Object.fromEntries(items.map((item, index) => [index, write(item)]));
  return {
    frames: listed(recording.frames, ({ file, step, at }) => ({ image: file, step, at })),
    steps_shown: listed(recording.stepsShown, (time) => time),
    camera_label: recording.cameraLabel,
  };
}

/** What the person writes down. */
export interface Details {
  name?: { first_name: string; last_name: string };
  dob?: { day: number; month: number; year: number };
  /** Of a US number the last four digits, as `partial_value`. */
  id_number?: { country: string; value?: string; partial_value?: string };
}

export function detailsData({ name, dob, id_number }: Details): FormTree {
  return { name: name && { ...name }, dob: dob && { ...dob }, id_number: id_number && { ...id_number } };
}

const clearable = [
  'biometric_consent',
  'id_document_front',
  'id_document_back',
  'face',
  'id_number',
  'dob',
  'name',
  'address',
  'phone',
  'phone_otp',
];

/** What the server must forget: asked for at first, and neither collected nor being collected. */
export function clearData(
  initial: readonly string[],
  collected: readonly string[],
  collecting: readonly string[],
): Record<string, boolean> {
  const clear: Record<string, boolean> = {};
  for (const name of clearable) {
    const requirement = name === 'phone' ? 'phone_number' : name;
    clear[name] =
      initial.includes(requirement) &&
      !collected.includes(requirement) &&
      !collecting.includes(requirement);
  }
  return clear;
}
