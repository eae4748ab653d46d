// What `/identity.js` does where a page includes it.

import { install } from './install.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src) {
  install(script, window as Parameters<typeof install>[1]);
} else {
  console.error(
    'Bonafide: identity.js knows its server by its own address. Include it as ' +
      '<script src="https://…/identity.js">, not as a module and not inline.',
  );
}
