import { expect, it } from 'vitest';

import { directionOf, languageFor, words, type Language } from './words.js';

it.each([
  [['de-AT', 'en'], 'de'],
  [['sv', 'pt-BR'], 'pt'],
  [['zh-Hant-TW'], 'zh'],
  [['AR'], 'ar'],
  [['sv'], 'en'],
  [['constructor'], 'en'],
  [[], 'en'],
])('speaks to somebody who wants %j in %s', (tags, language) => {
  expect(languageFor(tags)).toBe(language);
});

it('runs to the left in Arabic alone', () => {
  const languages = Object.keys(words) as Language[];
  expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});

it('says nothing twice within a language, and nothing in another’s words', () => {
  const all = Object.values(words).flatMap((spoken) => [spoken.title, spoken.verify, ...Object.values(spoken.errors)]);
  expect(new Set(all).size).toBe(all.length);
});
