import { describe, expect, it } from 'vitest';

import { bestLanguage, directionOf, languages, languagesAsked } from './languages';

it('takes the languages that an address asks for', () => {
  expect(languagesAsked('?locale=pt-BR&x=1')).toEqual(['pt-BR']);
  expect(languagesAsked('')).toEqual([]);
});

describe('the best language', () => {
  it.each([
    [['pt-BR', 'en'], languages, 'pt'],
    [['sv', 'de-AT'], languages, 'de'],
    [['de', 'fr'], ['en', 'fr'], 'fr'],
    [['sv'], languages, 'en'],
    [['<b>', '', 'nl'], languages, 'nl'],
    [[], ['de'], 'de'],
  ] as const)('for somebody who wants %j of %j is %s', (wanted, offered, best) => {
    expect(bestLanguage(wanted, offered)).toBe(best);
  });
});

it('runs Arabic to the left', () => {
  expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});
