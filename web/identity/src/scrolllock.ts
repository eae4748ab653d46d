/** Keeps the document from scrolling, and from jumping where its scroll bar was. Returns how to undo it. */
export function lockScrolling(): () => void {
  const root = document.documentElement;
  const { overflow, paddingInlineEnd } = root.style;
  const bar = window.innerWidth - root.clientWidth;
  root.style.overflow = 'hidden';
  if (bar > 0) root.style.paddingInlineEnd = `${bar}px`;
  return () => {
    root.style.overflow = overflow;
    root.style.paddingInlineEnd = paddingInlineEnd;
  };
}
