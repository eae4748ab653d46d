import { expect, it } from 'vitest';

import { isWebAddress, parseRichText, type RichNode } from './richtext';

const text = (value: string): RichNode => ({ kind: 'text', text: value });

it('reads paragraphs, lists, emphasis and breaks', () => {
  expect(parseRichText('<p>One <b>two</b></p><ul><li>x</li></ul>a<br/>b')).toEqual([
    { kind: 'element', tag: 'p', children: [
      text('One '),
      { kind: 'element', tag: 'strong', children: [text('two')] },
    ] },
    { kind: 'element', tag: 'ul', children: [
      { kind: 'element', tag: 'li', children: [text('x')] },
    ] },
    text('a'),
    { kind: 'break' },
    text('b'),
  ]);
});

it('keeps web links and bottom sheets', () => {
  expect(parseRichText(`<a class=x href='https://example.org/?a=1&amp;b=2'>go</a>`)).toEqual([
    { kind: 'link', href: 'https://example.org/?a=1&b=2', children: [text('go')] },
  ]);
  expect(parseRichText(`<a href="stripe_bottomsheet://open/more">more</a>`)).toEqual([
    { kind: 'sheet', sheet: 'more', children: [text('more')] },
  ]);
});

it.each([
  '<a href="javascript:alert(1)">go</a>',
  '<a href=" java&#115;cript:alert(1)">go</a>',
  '<a href="data:text/html,x">go</a>',
  '<a href="/relative">go</a>',
  '<a data-href="https://example.org">go</a>',
  '<div onclick="x()">go</div>',
  '<script>alert(1)</script>go',
  '<SCRIPT>alert("<b>")</SCRIPT>go',
  '<!-- <b>x</b> -->go',
  '<img src=x onerror=alert(1)>go',
])('leaves only the text of %s', (html) => {
  expect(parseRichText(html)).toEqual([text('go')]);
});

it('survives what is not well formed', () => {
  expect(parseRichText('a < b </p> <b>c')).toEqual([
    text('a < b '),
    text(' '),
    { kind: 'element', tag: 'strong', children: [text('c')] },
  ]);
  expect(parseRichText('<script>never closed')).toEqual([]);
});

it('decodes entities once', () => {
  expect(parseRichText('&lt;b&gt; &amp;lt; &#39;&#x41; &unknown; &#0;')).toEqual([
    text("<b> &lt; 'A &unknown; &#0;"),
  ]);
});

it('takes only absolute web addresses', () => {
  expect(isWebAddress('https://example.org')).toBe(true);
  expect(isWebAddress('javascript:alert(1)')).toBe(false);
  expect(isWebAddress('//example.org')).toBe(false);
});
