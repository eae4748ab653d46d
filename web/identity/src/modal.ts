import { modalRules } from './modalrules.js';
import { lockScrolling } from './scrolllock.js';
import { style } from './stylesheet.js';
import { directionOf, words, type Language } from './words.js';

export interface Modal {
  readonly frame: HTMLIFrameElement;
  /** The page in the frame can be shown. */
  ready(): void;
  close(): void;
}

/**
 * Shows the page at `address` over everything else of the document, which can neither be reached nor
 * scrolled meanwhile. `onClosed` is called once, however the modal came to its end.
 */
export function openModal(address: string, language: Language, onClosed: () => void): Modal {
  const { title, close, loading } = words[language];
  const before = document.activeElement;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  style(root, modalRules);

  const dialog = make('dialog', {
    lang: language,
    dir: directionOf(language),
    'aria-label': title,
  });
  const button = make('button', { type: 'button', class: 'close', 'aria-label': close });
  button.append(cross());
  const bar = make('div', { class: 'bar' });
  bar.append(button);
  const frame = make('iframe', { title, allow: 'camera; clipboard-write', src: address });
  const waiting = make('p', { class: 'waiting', role: 'status' });
  waiting.textContent = loading;
  const stage = make('div', { class: 'stage' });
  stage.append(waiting, frame);
  // Browsers let the focus leave a modal for their own controls. Here it goes round instead.
  const [first, last] = [make('span', { class: 'edge', tabindex: '0' }), make('span', { class: 'edge', tabindex: '0' })];
  first.addEventListener('focus', () => (dialog.classList.contains('ready') ? frame : button).focus());
  last.addEventListener('focus', () => button.focus());
  dialog.append(first, bar, stage, last);
  root.append(dialog);

  const unlock = lockScrolling();
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    host.remove();
    unlock();
    if (before instanceof HTMLElement) before.focus();
    onClosed();
  });
  document.body.append(host);
  dialog.showModal();
  button.focus();

  return {
    frame,
    ready() {
      if (dialog.classList.contains('ready')) return;
      dialog.classList.add('ready');
      waiting.textContent = '';
      // Whoever already went elsewhere with the keyboard stays there.
      if (root.activeElement === button) frame.focus();
    },
    close: () => dialog.close(),
  };
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function cross(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  const drawn = { viewBox: '0 0 24 24', width: '24', height: '24', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(drawn)) icon.setAttribute(name, value);
  path.setAttribute('d', 'M6 6l12 12M18 6L6 18');
  for (const [name, value] of Object.entries({
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
  })) {
    path.setAttribute(name, value);
  }
  icon.append(path);
  return icon;
}
