// Says the page's texts in one language at a time.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import { bestLanguage, directionOf, languages, type Language } from './languages';

// One file a language, loaded when it is spoken.
const files = import.meta.glob<string>('./messages/*.ftl', { query: '?raw', import: 'default' });

const storedUnder = 'bonafide-language';

export function bundleOf(language: Language, source: string): FluentBundle {
  // Names in another script would turn their surroundings around where text runs to the left.
  const bundle = new FluentBundle(language, { useIsolating: directionOf(language) === 'rtl' });
  const errors = bundle.addResource(new FluentResource(source));
  if (errors[0]) throw errors[0];
  return bundle;
}

class Speech {
  language: Language = $state('en');
  /** What the server offers for this session. */
  offered: readonly Language[] = $state.raw(languages);
  /** The name of who asks; empty where it has none. */
  operator = $state('');
  /** What somebody other than the person asked for. */
  asked: readonly string[] = [];
  #bundle: FluentBundle | null = $state.raw(null);

  say(id: string, values: Record<string, FluentVariable> = {}): string {
    const bundle = this.#bundle;
    if (!bundle) return '';
    const plain = (name: string): string => bundle.formatPattern(bundle.getMessage(name)?.value ?? name);
    const pattern = bundle.getMessage(id)?.value;
    if (pattern == null) throw new Error(`no message ${id}`);
    return bundle.formatPattern(pattern, {
      operator: this.operator || plain('sender'),
      operatorFirst: this.operator || plain('sender-first'),
      ...values,
    });
  }

  /** Speaks a language from now on. */
  async use(language: Language): Promise<void> {
    const load = files[`./messages/${language}.ftl`];
    if (!load) return;
    this.#bundle = bundleOf(language, await load());
    this.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }

  /**
   * Speaks what the person chose before, else what was asked for, else what their browser prefers, as
   * far as it is offered.
   */
  async usePreferred(offered: readonly string[] = languages): Promise<void> {
    this.offered = languages.filter((language) => offered.includes(language));
    const chosen = storedLanguage();
    const wanted = [...this.asked, ...navigator.languages];
    const best = bestLanguage(chosen ? [chosen, ...wanted] : wanted, this.offered);
    if (best !== this.language || !this.#bundle) await this.use(best);
  }

  /** Speaks what the person chooses, also when they come back. */
  async choose(language: Language): Promise<void> {
    await this.use(language);
    try {
      localStorage.setItem(storedUnder, language);
    } catch {
      // A browser that stores nothing asks again next time.
    }
  }
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storedUnder);
  } catch {
    return null;
  }
}

export const speech = new Speech();

/** A text of the page in the language that is spoken now. */
export const say = (id: string, values?: Record<string, FluentVariable>): string =>
  speech.say(id, values);
