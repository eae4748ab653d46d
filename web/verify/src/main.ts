import { mount } from 'svelte';

import App from './App.svelte';
import { Embedded, standingOf } from './embedded';
import { Flow } from './flow.svelte';
import { FrameHistory } from './framehistory';
import { languagesAsked } from './languages';
import { followEvents } from './protocol/handover';
import { networkOf } from './protocol/network';
import { tokenFromPath } from './protocol/start';
import { sendWithProgress } from './protocol/transfer';
import { currentScreen } from './state';
import { speech } from './speech.svelte';
import './styles/tokens.css';
import './styles/base.css';

const framed = window.parent !== window;
const own = framed ? new FrameHistory() : null;

const flow = new Flow(
  // The server's texts come in the language that the page speaks.
  (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Accept-Language', speech.language);
    return fetch(url, { ...init, headers });
  },
  tokenFromPath(location.pathname),
  own ?? history,
  speech,
  { send: sendWithProgress, network: networkOf(window), follow: followEvents },
);
flow.listen(own ?? window);
if (framed) {
  const embedded = new Embedded(window);
  embedded.listen(() => (flow.leave = () => embedded.leave()));
  flow.watch((state) => {
    embedded.tell(standingOf(state));
    if (currentScreen(state) === 'paused') embedded.leave();
  });
}

speech.asked = languagesAsked(location.search);
await speech.usePreferred();
const target = document.getElementById('app');
if (target) mount(App, { target, props: { flow } });
void flow.start();
