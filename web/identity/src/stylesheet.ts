/**
 * Puts rules into a shadow root. Constructed style sheets need no permission of the embedding
 * page's content security policy; only browsers without them get an element.
 */
export function style(root: ShadowRoot, rules: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const element = document.createElement('style');
  element.textContent = rules;
  root.append(element);
}
