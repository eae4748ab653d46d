import { mount } from 'svelte';

import App from './App.svelte';
import { Flow } from './flow.svelte';
import { tokenFromPath } from './protocol/start';
import { speech } from './speech.svelte';
import './styles/tokens.css';
import './styles/base.css';

const flow = new Flow(
  // The server's texts come in the language that the page speaks.
  (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Accept-Language', speech.language);
    return fetch(url, { ...init, headers });
  },
  tokenFromPath(location.pathname),
  history,
  speech,
);
flow.listen(window);

await speech.usePreferred();
const target = document.getElementById('app');
if (target) mount(App, { target, props: { flow } });
void flow.start();
