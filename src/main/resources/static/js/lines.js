// Each line of a grid is kept by itself as one leaves it, where it can be; what is not kept is told, and outlives a reload.
const OPEN = '[data-state=TYPED], [data-state=PARTLY]';

export function keepLines(grid, box) {
  const single = !!box.querySelector('tbody[data-hx-post]');
  const changed = new Set();
  const waiting = new Set();
  const sending = new Map();
  const rowOf = (cell) => cell.closest('tbody[id]');
  const values = (row) => [...row.querySelectorAll('input[name], select[name]')].map(({ name, value }) => [name, value]);
  const told = grid.querySelector('.grid-open');
  // Once after all lines of a block, not for each.
  let telling = false;
  const tell = () => {
    if (telling || !told) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      const many = new Set([...changed, ...[...box.querySelectorAll(OPEN)].map((row) => row.id)]).size;
      told.textContent = many ? told.dataset.say.replace('#', many) : '';
    });
  };
  const touch = (row, wait) => {
    changed.add(row.id);
    if (wait) waiting.add(row.id);
    const kept = row.querySelector('.kept');
    if (kept?.textContent) kept.textContent = '';
    tell();
  };
  const isOpen = (row) => changed.has(row.id) || row.matches(OPEN);

  // While a line is on the way, what is typed waits for its return.
  const keep = (row) => {
    if (!single || sending.has(row.id) || waiting.has(row.id) || !changed.delete(row.id)) return;
    sending.set(row.id, new Map(values(row)));
    row.dispatchEvent(new CustomEvent('keep'));
  };
  const retype = (row, fields) => {
    for (const [name, value] of fields) {
      const field = grid.elements[name];
      if (!field) continue;
      if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
    }
    touch(row, false);
  };
  // What is typed while its line is on the way stays in the line that comes back, to be sent too.
  let typed = null;
  document.addEventListener('htmx:beforeSwap', ({ detail }) => {
    const { id } = detail.target;
    const sent = sending.get(id);
    sending.delete(id);
    if (sent) typed = { id, fields: values(detail.target).filter(([name, value]) => sent.get(name) !== value) };
  });
  document.addEventListener('htmx:afterSwap', () => {
    const row = typed && document.getElementById(typed.id);
    if (row && typed.fields.length) retype(row, typed.fields);
    typed = null;
    tell();
  });
  // A line that came back can be sent again only now.
  document.addEventListener('htmx:afterSettle', ({ target }) => {
    if (changed.has(target.id) && !target.contains(document.activeElement)) keep(target);
  });
  grid.addEventListener('focusout', ({ target, relatedTarget }) => {
    const row = !typed && rowOf(target);
    if (row && changed.has(row.id) && !row.contains(relatedTarget) && relatedTarget?.type !== 'submit') keep(row);
  });
  // An answer that brings no line back leaves it to be sent.
  document.addEventListener('htmx:afterRequest', ({ detail }) => {
    const { id } = detail.elt;
    if (sending.delete(id) || typed?.id === id) changed.add(id);
    typed = null;
  });

  // Of a long plan only the lines that may have changed are sent, and a line on its way is sent once.
  if (single) grid.addEventListener('formdata', ({ formData }) => {
    for (const row of box.querySelectorAll('tbody[id]')) {
      if (!isOpen(row) && !sending.has(row.id)) for (const [name] of values(row)) formData.delete(name);
    }
  });
  grid.addEventListener('submit', () => setTimeout(() => {
    changed.clear();
    waiting.clear();
    box.querySelectorAll(OPEN).forEach((row) => (row.dataset.state = ''));
  }));
  if (single) addEventListener('beforeunload', (event) => {
    if (changed.size || box.querySelector(OPEN)) event.preventDefault();
  });

  // What is not saved outlives a reload, in this tab alone: it is typed again and sent, so that it is marked as before.
  const place = `grid ${location.pathname}`;
  addEventListener('pagehide', () => {
    const open = [...box.querySelectorAll('tbody[id]')].filter(isOpen);
    if (single && open.length) sessionStorage.setItem(place, JSON.stringify(open.map((row) => [row.id, values(row)])));
  });
  const reloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';
  const shelved = JSON.parse(sessionStorage.getItem(place) ?? '[]');
  sessionStorage.removeItem(place);
  if (reloaded && single && !box.querySelector(OPEN)) addEventListener('load', () => {
    for (const [id, fields] of shelved) {
      const row = document.getElementById(id);
      if (!row) continue;
      retype(row, fields);
      keep(row);
    }
  });
  tell();
  return { single, touch, keep, isOpen };
}
