// The server's texts are HTML fragments. Only a few harmless elements mean anything
// here; they become nodes that the page draws itself, so markup is never injected.

export type RichNode =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'element'; tag: RichTag; children: RichNode[] }
  | { kind: 'link'; href: string; children: RichNode[] }
  | { kind: 'sheet'; sheet: string; children: RichNode[] };

export type RichTag = 'p' | 'ul' | 'ol' | 'li' | 'strong' | 'em';

const tags: Record<string, RichTag> = {
  p: 'p',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
};

const sheetScheme = 'stripe_bottomsheet://open/';
const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'title', 'textarea']);

interface Open {
  name: string;
  children: RichNode[];
}

/** Reads a fragment. Unknown elements vanish, their text stays; scripts and styles vanish whole. */
export function parseRichText(html: string): RichNode[] {
  const root: Open = { name: '', children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack[stack.length - 1] ?? root;
  const token = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
  let position = 0;
  let match: RegExpExecArray | null;

  const text = (end: number): void => {
    const raw = html.slice(position, end);
    if (raw) top().children.push({ kind: 'text', text: decodeEntities(raw) });
  };

  while ((match = token.exec(html))) {
    text(match.index);
    position = token.lastIndex;
    const name = match[2]?.toLowerCase();
    if (!name) continue;
    if (match[1]) {
      const depth = stack.map((open) => open.name).lastIndexOf(name);
      if (depth > 0) stack.length = depth;
      continue;
    }
    if (silent.has(name)) {
      const end = html.toLowerCase().indexOf(`</${name}`, position);
      position = end < 0 ? html.length : end;
      token.lastIndex = position;
      continue;
    }
    if (name === 'br') {
      top().children.push({ kind: 'break' });
      continue;
    }
    const node = element(name, match[3] ?? '');
    if (!node) continue;
    top().children.push(node);
    stack.push({ name, children: node.children });
  }
  text(html.length);
  return root.children;
}

function element(
  name: string,
  attributes: string,
): Extract<RichNode, { children: RichNode[] }> | null {
  const tag = tags[name];
  if (tag) return { kind: 'element', tag, children: [] };
  if (name !== 'a') return null;
  const href = hrefOf(attributes);
  if (href.startsWith(sheetScheme)) {
    return { kind: 'sheet', sheet: href.slice(sheetScheme.length), children: [] };
  }
  return isWebAddress(href) ? { kind: 'link', href, children: [] } : null;
}

function hrefOf(attributes: string): string {
  const found = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
}

/** Whether an address may stand behind a link: absolute http or https, nothing that runs. */
export function isWebAddress(address: string): boolean {
  try {
    const { protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
};

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const hexadecimal = name[1] === 'x' || name[1] === 'X';
    const code = parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
