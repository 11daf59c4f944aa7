// What someone typed is not lost by leaving the page without a word. A form opts in with data-guard.
const changed = new Set();
export const text = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();
const before = new WeakMap();

/** What the form holds now is stored. */
export function forget(form) {
  before.set(form, text(form));
  changed.delete(form);
}

document.addEventListener('focusin', (event) => {
  const form = event.target.closest?.('form[data-guard]');
  if (form && !before.has(form)) before.set(form, text(form));
});
document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form[data-guard]');
  if (!form) return;
  if (before.has(form) && before.get(form) === text(form)) changed.delete(form);
  else changed.add(form);
});
document.addEventListener('submit', (event) => {
  changed.delete(event.target);
  // A second press on the same button sends nothing twice.
  const button = event.submitter;
  if (button && !event.target.hasAttribute('data-hx-post')) setTimeout(() => {
    button.disabled = true;
    setTimeout(() => (button.disabled = false), 4000);
  });
});
window.addEventListener('pageshow', () => document.querySelectorAll('[type=submit]:disabled').forEach((b) => (b.disabled = false)));
window.addEventListener('beforeunload', (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
