// What the modal says, in the languages of the page inside it.

import { arabic } from './words/ar.js';
import { german } from './words/de.js';
import { english } from './words/en.js';
import { spanish } from './words/es.js';
import { french } from './words/fr.js';
import { hindi } from './words/hi.js';
import { italian } from './words/it.js';
import { japanese } from './words/ja.js';
import { dutch } from './words/nl.js';
import { polish } from './words/pl.js';
import { portuguese } from './words/pt.js';
import { chinese } from './words/zh.js';

/** Stripe's codes, and below them our own. */
export type Code =
  | 'consent_declined'
  | 'device_unsupported'
  | 'under_supported_age'
  | 'phone_otp_declined'
  | 'email_verification_declined'
  | 'session_cancelled'
  | 'link_used'
  | 'link_expired'
  | 'link_unknown'
  | 'session_closed'
  | 'page_unreachable';

export interface Words {
  title: string;
  close: string;
  loading: string;
  /** On the button of the element, where the page puts nothing else. */
  verify: string;
  errors: Record<Code, string>;
}

export const words = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  it: italian,
  nl: dutch,
  pl: polish,
  ar: arabic,
  hi: hindi,
  zh: chinese,
  ja: japanese,
} as const satisfies Record<string, Words>;

export type Language = keyof typeof words;

/** The first of the tags in whose language there are words; English where there is none. */
export function languageFor(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return (known.find((language) => Object.hasOwn(words, language)) ?? 'en') as Language;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
