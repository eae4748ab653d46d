/** How the button of the element looks, until the page says otherwise by `::part(button)`. */
export const elementRules = `
  :host {
    display: inline-block;
  }

  :host([hidden]) {
    display: none;
  }

  button {
    min-height: 52px;
    padding: 12px 20px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: #2b59c3;
    color: #ffffff;
    font: 650 17px / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
    cursor: pointer;
  }

  button:disabled {
    opacity: 0.5;
    cursor: default;
  }

  button:focus-visible {
    outline: 3px solid #2b59c3;
    outline-offset: 2px;
  }

  @media (prefers-color-scheme: dark) {
    button {
      background: #8fb0ff;
      color: #0b0e14;
    }

    button:focus-visible {
      outline-color: #8fb0ff;
    }
  }
`;
