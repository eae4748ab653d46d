// Which languages the page speaks, and which of them a person gets.

import { negotiateLanguages } from '@fluent/langneg';

/** Each language's name for itself, by BCP 47 tag, in the order in which they are offered. */
export const languageNames = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  pt: 'Português',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  ar: 'العربية',
  hi: 'हिन्दी',
  zh: '中文',
  ja: '日本語',
} as const;

export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as Language[];

const rightToLeft: readonly Language[] = ['ar'];

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return rightToLeft.includes(language) ? 'rtl' : 'ltr';
}

/** What an address asks for, `?locale=pt-BR`: pages that open ours know what their reader reads. */
export function languagesAsked(search: string): string[] {
  return new URLSearchParams(search).getAll('locale');
}

/** The best of the languages offered for somebody who wants these, best first. */
export function bestLanguage(wanted: readonly string[], offered: readonly string[]): Language {
  const known = languages.filter((language) => offered.includes(language));
  const [found] = negotiateLanguages([...wanted], known.length > 0 ? known : ['en'], {
    strategy: 'lookup',
    defaultLocale: known[0] ?? 'en',
  });
  return (found ?? 'en') as Language;
}
