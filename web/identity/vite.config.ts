import { defineConfig } from 'vitest/config';

/** `vite build` makes the script of pages, `vite build --mode module` what npm packages import. */
export default defineConfig(({ mode }) => {
  const module = mode === 'module';
  return {
    build: {
      target: ['es2022', 'safari15.4'],
      emptyOutDir: !module,
      lib: module
        ? { entry: 'src/index.ts', formats: ['es'], fileName: () => 'identity.mjs' }
        : {
            entry: 'src/script.ts',
            formats: ['iife'],
            name: 'BonafideIdentity',
            fileName: () => 'identity.js',
          },
    },
    test: {
      environment: 'happy-dom',
      // No test may fetch the page that a frame names.
      environmentOptions: { happyDOM: { settings: { disableIframePageLoading: true } } },
      // It says so each time.
      onConsoleLog: (line) => !line.includes('Iframe page loading is disabled'),
      include: ['src/**/*.test.ts'],
    },
  };
});
