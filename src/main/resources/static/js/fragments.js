// After a page or a part with errors arrives, the focus goes to what says so.
const focusErrors = (within) => [...within.querySelectorAll?.('[data-focus]') ?? []].find((each) => each.checkVisibility())?.focus();
focusErrors(document);
document.addEventListener('htmx:afterSettle', ({ target }) => focusErrors(target));
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
// A part that arrives while a button is pressed may move it away from under the pointer: the press counts all the same.
let pressed = null;
document.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
  const button = target.closest?.('button[type=submit]');
  pressed = button && { button, x, y };
}, true);
document.addEventListener('pointerup', ({ clientX: x, clientY: y }) => {
  const { button, ...from } = pressed ?? {};
  pressed = null;
  const stayed = Math.abs(x - from.x) < 4 && Math.abs(y - from.y) < 4;
  if (button?.isConnected && stayed && !button.contains(document.elementFromPoint(x, y))) button.click();
}, true);
