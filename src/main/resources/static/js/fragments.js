// htmx brings parts of pages; after a part with errors arrives, the focus goes to what says so.
document.addEventListener('htmx:afterSettle', (event) => {
  const summary = event.target.querySelector?.('[data-focus]');
  if (summary) summary.focus();
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
