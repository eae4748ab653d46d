import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

import { compressed } from './compressed';

export default defineConfig({
  base: '/',
  plugins: [svelte(), compressed()],
  build: {
    target: ['es2022', 'safari15.4'],
    // The content security policy allows files only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
