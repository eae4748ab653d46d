/** How the modal looks: the page's own tokens, the whole screen on phones. */
export const modalRules = `
  dialog {
    --page: #ffffff;
    --text-soft: #505b6e;
    --line: #d8dee8;
    --sunken: #eef1f5;
    --accent: #2b59c3;
    color-scheme: light dark;
    box-sizing: border-box;
    width: 100vw;
    height: 100vh;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--page);
    color: var(--text-soft);
    font: 400 17px / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: appear 160ms ease-out;
  }

  dialog::backdrop {
    background: rgb(8 11 17 / 0.6);
  }

  .bar {
    display: flex;
    flex: none;
    justify-content: flex-end;
    padding: max(4px, env(safe-area-inset-top)) 4px 0;
  }

  .close {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 12px;
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .close:hover {
    background: var(--sunken);
  }

  .close:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
  }

  .stage {
    position: relative;
    flex: 1;
    min-height: 0;
  }

  .waiting {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    margin: 0;
  }

  iframe {
    position: relative;
    display: block;
    width: 100%;
    height: 100%;
    border: 0;
    visibility: hidden;
  }

  .ready iframe {
    visibility: visible;
  }

  .ready .waiting {
    visibility: hidden;
  }

  .edge {
    position: absolute;
    width: 0;
    height: 0;
    outline: none;
  }

  @media (min-width: 600px) {
    dialog {
      width: 488px;
      height: min(880px, 100vh - 48px);
      height: min(880px, 100dvh - 48px);
      margin: auto;
      border: 1px solid var(--line);
      border-radius: 12px;
    }
  }

  @media (prefers-color-scheme: dark) {
    dialog {
      --page: #171d27;
      --text-soft: #aab4c4;
      --line: #2f3949;
      --sunken: #202836;
      --accent: #8fb0ff;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
`;
