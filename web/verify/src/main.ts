import { mount } from 'svelte';

import App from './App.svelte';
import { Flow } from './flow.svelte';
import { tokenFromPath } from './protocol/start';
import './styles/tokens.css';
import './styles/base.css';

const flow = new Flow(
  (url, init) => fetch(url, init),
  tokenFromPath(location.pathname),
  history,
);
flow.listen(window);

const target = document.getElementById('app');
if (target) mount(App, { target, props: { flow } });
void flow.start();
