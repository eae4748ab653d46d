// Every text of the page's own, in one place for translation. Texts that the server
// sends (consent, hindrances, outcomes) are shown as they come.

import type { Guidance } from './camera/autoshutter';
import type { CameraTrouble } from './camera/stream';
import type { DocumentType } from './protocol/types';
import type { Capture, Notice } from './state';

const documents: Record<DocumentType, string> = {
  passport: 'passport',
  id_card: 'ID card',
  driving_license: 'driving licence',
};

const cameraTrouble: Record<CameraTrouble, string> = {
  refused:
    'The camera is blocked for this page. Allow it in the browser’s settings for this page, then open it again.',
  missing: 'We can’t find a camera. Connect one, or open this link on your phone.',
  busy: 'The camera doesn’t answer. Close other apps that use it, then open it again.',
  insecure: 'The browser gives no camera to a page without https. Ask for an https link.',
};

const guidance: Record<Guidance, string> = {
  fill: 'Fit the document into the frame',
  dark: 'Too dark. Find more light',
  bright: 'Too bright. Turn away from the light',
  steady: 'Hold still',
  blurred: 'Not sharp yet. Move back a little',
  good: 'Good. Keep still',
};

const notices: Record<Notice, string> = {
  connection: 'We can’t reach the server. Check your connection, then try again. Nothing is lost.',
  busy_server: 'The server is busy. Wait a moment, then try again. Nothing is lost.',
  file_refused: 'The server can’t use this picture. Take it again, or choose a JPEG or PNG file.',
};

export const copy = {
  title: (heading: string, operator: string): string =>
    operator ? `${heading} – ${operator}` : heading,
  header: (operator: string): string =>
    operator ? `Verified privately by ${operator}` : 'Verified privately',
  testMode: 'Test mode: do not show real documents',
  test: {
    heading: 'Test mode: skip the check',
    body: 'For developers. The session ends as you choose, without pictures; nothing is checked.',
    label: 'End as',
    verified: 'verified',
    action: 'End the session',
  },
  back: 'Back',
  close: 'Close',
  support: 'Get help',
  progress: 'Progress',
  loading: 'One moment…',
  sending: 'Sending…',
  tryAgain: 'Try again',
  returnTo: (operator: string): string => (operator ? `Back to ${operator}` : 'Continue'),
  notices,

  begin: {
    heading: 'Let’s check it’s you',
    body: (operator: string): string =>
      `${operator || 'The sender of this link'} asks you to show who you are. It takes about 2 minutes.`,
    needs: 'What you need',
    document: 'A photo ID: passport, ID card or driving licence',
    camera: 'A camera, or a photo of your ID',
    privacy: (operator: string): string =>
      `Your pictures go to ${operator || 'the sender'} alone. How long they are kept stands in the privacy notice on the next screen.`,
    privacyHeading: 'Your pictures',
    accept: 'Begin',
    decline: 'Not now',
  },
  paused: {
    heading: 'No rush',
    body: 'Nothing was sent. Open this link again when you are ready.',
    accept: 'Begin now',
  },
  consent: {
    heading: 'Your picture, your choice',
  },
  declined: {
    heading: 'You said no',
    body: (operator: string): string =>
      `That’s fine: no picture is kept. Ask ${operator || 'the sender'} for another way to show who you are.`,
    change: 'Change my mind',
  },
  choice: {
    heading: 'Which document?',
    body: 'Choose the one you have with you.',
  },
  document: {
    names: documents,
    any: 'document',
    frontHeading: (document: string): string => `Front of your ${document}`,
    photoPageHeading: 'Photo page of your passport',
    backHeading: (document: string): string => `Back of your ${document}`,
    frontBody: 'Lay it on a plain, dark surface. Keep fingers and bright light off it.',
    photoPageBody: 'Open it at the page with your photo. The two lines of letters must show.',
    backBody: 'Turn it over. Every line and code must be easy to read.',
    guidance,
  },
  selfie: {
    heading: 'Now your face',
    body: 'We compare your face with the photo on your document. Face the light and take off hats and dark glasses.',
    guidance: 'Put your face in the oval and look ahead',
    challengeBody:
      'First you look ahead, then you follow five short instructions. It takes about 10 seconds and shows that you are really there.',
    cannotTurn: 'I can’t turn my head',
    askFor: (operator: string): string =>
      `If you can’t turn your head, ask ${operator || 'the sender'} for another way.`,
    start: 'Start',
    ready: 'Put your face in the oval, then start',
    steps: {
      look_straight: 'Look straight ahead',
      turn_left: 'Turn your head to the left',
      turn_right: 'Turn your head to the right',
      come_closer: 'Come closer',
      move_away: 'Move back a little',
    },
    done: 'Done, thank you',
  },
  capture: {
    openCamera: 'Open camera',
    upload: 'Upload a picture',
    uploadInstead: 'Upload a picture instead',
    shutter: 'Take the picture',
    torchOn: 'Light on',
    torchOff: 'Light off',
    starting: 'Opening the camera…',
    onlyCamera: 'This check needs a live picture, so files can’t be used.',
    trouble: cameraTrouble,
    taken: 'Picture taken',
    unreadable: 'We can’t open this file. Choose a JPEG, PNG or WebP picture.',
    unreadableHeic:
      'This browser can’t open HEIC photos. Save the photo as JPEG, or take it with the camera here.',
  },
  review: {
    documentHeading: 'Readable?',
    documentBody: 'Check that every letter is sharp and nothing is cut off.',
    faceHeading: 'Is your face clear?',
    faceBody: 'Check that your whole face shows, sharp and well lit.',
    picture: 'The picture you took',
    use: 'Use it',
    again: 'Again',
  },
  problem: {
    back: 'Try again',
  },
  checking: {
    heading: 'Checking…',
    body: 'About 10 seconds.',
    slow: 'This takes longer than usual. You can close this page and come back with the same link.',
    unreachable: 'We can’t reach the server just now. We keep trying.',
    sent: 'Pictures received',
    reading: 'Reading and comparing',
    deciding: 'Result',
  },
  verified: {
    heading: 'You’re verified',
    body: (operator: string): string => `${operator || 'The sender'} knows now. There is nothing more to do.`,
    close: 'You can close this page.',
  },
  received: {
    heading: 'We have your pictures',
    body: (operator: string): string => `${operator || 'The sender'} will tell you the result.`,
  },
  retry: {
    heading: 'One more thing',
    body: 'Something could not be read. Please try again.',
  },
  unconfirmed: {
    heading: 'We couldn’t confirm it',
    body: (operator: string): string => `${operator || 'The sender'} decides what happens next. Ask them about another way.`,
  },
  canceled: {
    heading: 'This check was called off',
    body: (operator: string): string => `Nothing more is needed from you. ${operator || 'The sender'} can tell you why.`,
  },
  used: {
    heading: 'This link was used',
    body: (operator: string): string =>
      `It opens only in the browser that used it first. Go back there, or ask ${operator || 'the sender'} for a new link.`,
  },
  expired: {
    heading: 'This link is too old',
    body: (operator: string): string => `Ask ${operator || 'the sender'} for a new one.`,
  },
  unknown: {
    heading: 'This link doesn’t work',
    body: (_operator: string): string => 'Part of it may be missing. Open it again from the message you got.',
  },
  unsupported: {
    heading: 'Not possible here',
    body: (operator: string): string =>
      `This check asks for something this page can’t do yet. Please tell ${operator || 'the sender'}.`,
  },
  offline: {
    heading: 'We can’t reach the server',
    body: 'Check your connection, then try again. Nothing is lost.',
  },
} as const;

/** What a capture screen says, by what is captured and of which document. */
export function captureTexts(
  capture: Capture,
  type: DocumentType | null,
): { heading: string; body: string; drawing: 'card' | 'card_back' | 'passport' | 'face' } {
  const { document, selfie } = copy;
  const name = type ? document.names[type] : document.any;
  if (capture === 'selfie') return { heading: selfie.heading, body: selfie.body, drawing: 'face' };
  if (capture === 'back') {
    return { heading: document.backHeading(name), body: document.backBody, drawing: 'card_back' };
  }
  if (type === 'passport') {
    const heading = document.photoPageHeading;
    return { heading, body: document.photoPageBody, drawing: 'passport' };
  }
  return { heading: document.frontHeading(name), body: document.frontBody, drawing: 'card' };
}
