// htmx brings parts of pages; after a part with errors arrives, the focus goes to what says so.
document.addEventListener('htmx:afterSettle', (event) => {
  const summary = event.target.querySelector?.('[data-focus]');
  if (summary) summary.focus();
});
// What one goes on typing while a part is on its way is typed into the part that comes.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const field = document.activeElement;
  const sent = detail.requestConfig?.formData?.get(field?.name ?? '');
  if (!detail.target?.contains(field) || sent === undefined || sent === null || field.value === sent) return;
  const { name, value } = field;
  document.addEventListener('htmx:afterSwap', (event) => {
    const next = event.detail.elt?.querySelector?.(`[name="${CSS.escape(name)}"]`);
    if (next) next.value = value;
  }, { once: true });
});
// A part that cannot be reached says so where notices stand.
document.addEventListener('htmx:sendError', () => {
  const notices = document.getElementById('notices');
  const words = notices?.dataset.unreachable;
  if (!words) return;
  const notice = Object.assign(document.createElement('div'), { className: 'notice bad', role: 'alert' });
  notice.append(Object.assign(document.createElement('p'), { textContent: words }));
  notices.replaceChildren(notice);
});
