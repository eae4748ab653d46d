import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

import { languages } from '../languages';
import { bundleOf } from '../speech.svelte';
import sameAsEnglish from './same.json';

type Pattern = FluentResource['body'][number]['value'];

const source = (language: string): string =>
  readFileSync(new URL(`./${language}.ftl`, import.meta.url), 'utf8');

const messages = (language: string): Map<string, Pattern> =>
  new Map(new FluentResource(source(language)).body.map(({ id, value }) => [id, value]));

/** Names of variables and keys of variants: what a translation has to keep. */
function parts(pattern: Pattern): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, name, key } = node as { type?: string; name?: string; key?: { value: string } };
    // Where a sentence begins with the operator in one language, it needs not in another.
    if (type === 'var' && name) found.add(`$${name.replace('operatorFirst', 'operator')}`);
    if (key) found.add(`[${key.value}]`);
    Object.values(node).forEach(visit);
  };
  visit(pattern);
  return [...found].sort();
}

const english = messages('en');
const translations = languages.filter((language) => language !== 'en');

describe.each(translations)('%s', (language) => {
  const translated = messages(language);

  it('has every message and no other', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('keeps variables and variants', () => {
    for (const [id, pattern] of english) {
      expect([id, parts(translated.get(id) ?? null)]).toEqual([id, parts(pattern)]);
    }
  });

  it('differs from English, but for what was reviewed', () => {
    const reviewed: Record<string, string[]> = sameAsEnglish;
    const same = [...english.keys()].filter(
      (id) => JSON.stringify(english.get(id)) === JSON.stringify(translated.get(id)),
    );
    expect(same.sort()).toEqual([...(reviewed[language] ?? [])].sort());
  });

  it('can be spoken', () => {
    const bundle = bundleOf(language, source(language));
    const values = { operator: 'Acme', operatorFirst: 'Acme', heading: 'H', document: 'passport' };
    for (const id of english.keys()) {
      const pattern = bundle.getMessage(id)?.value;
      const text = pattern == null ? '' : bundle.formatPattern(pattern, values);
      expect(text.trim(), id).not.toBe('');
      expect(text, id).not.toMatch(/[{}]/);
    }
  });
});

describe('the sources', () => {
  const folder = join(import.meta.dirname, '..');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

  it('name every message, and only messages there are', () => {
    const named = [...code.matchAll(/say\('([a-z][a-z_-]+)'/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(40);
    for (const id of named) expect([...english.keys()], id).toContain(id);
    // A part that is chosen as the page runs stands for one or more words.
    const patterns = [...code.matchAll(/`([a-z-]*)\$\{[^}]+\}([a-z-]*)`/g)]
      .filter(([, beginning, end]) => beginning || end)
      .map(([, beginning, end]) => new RegExp(`^${beginning}[a-z_-]+${end}$`));
    const unused = [...english.keys()].filter(
      (id) => !code.includes(`'${id}'`) && !patterns.some((pattern) => pattern.test(id)),
    );
    expect(unused).toEqual([]);
  });

  it('have headings of at most six words', () => {
    const bundle = bundleOf('en', source('en'));
    for (const id of english.keys()) {
      const pattern = id.endsWith('-heading') && !id.startsWith('test-') && bundle.getMessage(id)?.value;
      const words = pattern ? bundle.formatPattern(pattern, { document: 'passport' }).split(' ') : [];
      expect(words.length, id).toBeLessThanOrEqual(6);
    }
  });
});
