// The grids, of a plan and of a week: keys as in a spreadsheet, a paste of several cells, each line kept as one leaves it.
// Without this it is one form with a button.
const grid = document.querySelector('form:has(.grid)');

if (grid) {
  const line = (cell) => cell.closest('tbody[id]');
  const lines = () => [...grid.querySelectorAll('tbody[id]')];
  const cells = (row) => [...row.querySelectorAll('td > :is(input, select)')];
  const OPEN = '[data-state=TYPED], [data-state=PARTLY]';
  const changed = new Set();
  let writing = null;
  let before = '';

  // In a sheet the arrows go from cell to cell; a date that is written takes any form that is read back.
  const wide = matchMedia('(min-width: 600px)');
  const settle = (root) => {
    if (wide.matches) root.querySelectorAll('td > input[type=date]').forEach((cell) => (cell.type = 'text'));
  };
  settle(grid);

  function go(cell, down, right) {
    const row = line(cell);
    const column = cells(row).indexOf(cell) + right;
    const target = cells(lines()[lines().indexOf(row) + down] ?? row)[column];
    if (!target) return;
    target.focus();
    target.select?.();
  }
  const reset = (cell) => {
    cell.value = before;
    writing = null;
    cell.select?.();
  };
  grid.addEventListener('focusin', ({ target }) => {
    if (target.matches('td > :is(input, select)')) {
      before = target.value;
      writing = null;
    }
  });
  grid.addEventListener('pointerup', ({ target }) => (writing = target.matches('td > input') ? target : null));
  grid.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (!wide.matches || !cell.matches('td > :is(input, select)') || event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const within = writing === cell;
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step && plain && !event.shiftKey && !within) go(cell, ...step);
    else if (event.key === 'Enter' && plain) go(cell, event.shiftKey ? -1 : 1, 0);
    else if (event.key === 'Escape') reset(cell);
    else if (event.key === 'F2') {
      writing = within ? null : cell;
      cell.setSelectionRange?.(cell.value.length, cell.value.length);
    } else return;
    event.preventDefault();
  });
  grid.addEventListener('input', ({ target }) => {
    const row = target.matches('td > :is(input, select)') && line(target);
    if (!row) return;
    changed.add(row.id);
    row.querySelector('.kept').textContent = '';
  });

  // A line is sent by itself once one is out of it; while it is on the way, what is typed waits for its return.
  const values = (row) => [...row.querySelectorAll('input[name], select[name]')].map(({ name, value }) => [name, value]);
  const sending = new Map();
  const keep = (row) => {
    if (sending.has(row.id) || !changed.delete(row.id)) return;
    sending.set(row.id, new Map(values(row)));
    row.dispatchEvent(new CustomEvent('keep'));
  };
  const retype = (row, fields) => {
    for (const [name, value] of fields) {
      const field = grid.elements[name];
      if (!field) continue;
      if (field.type === 'date') field.type = 'text';
      if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
    }
    changed.add(row.id);
    row.querySelector('.kept').textContent = '';
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
    settle(grid);
    const row = typed && document.getElementById(typed.id);
    if (row && typed.fields.length) retype(row, typed.fields);
    typed = null;
  });
  // A line that came back can be sent again only now.
  document.addEventListener('htmx:afterSettle', ({ target }) => {
    if (changed.has(target.id) && !target.contains(document.activeElement)) keep(target);
  });
  grid.addEventListener('focusout', ({ target, relatedTarget }) => {
    const row = !typed && line(target);
    if (row && changed.has(row.id) && !row.contains(relatedTarget) && relatedTarget?.type !== 'submit') keep(row);
  });
  // An answer that brings no line back leaves it to be sent.
  document.addEventListener('htmx:afterRequest', ({ detail }) => {
    const { id } = detail.elt;
    if (sending.delete(id) || typed?.id === id) changed.add(id);
    typed = null;
  });
  const sent = () => {
    changed.clear();
    grid.querySelectorAll(OPEN).forEach((row) => (row.dataset.state = ''));
  };
  grid.addEventListener('submit', sent);
  addEventListener('beforeunload', (event) => {
    if (changed.size || grid.querySelector(OPEN)) event.preventDefault();
  });

  grid.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (!event.target.matches('td > :is(input, select)') || !/[\t\n]/.test(text) || !grid.elements.pasted) return;
    event.preventDefault();
    const field = (name) => grid.elements[name];
    field('pasted').value = text;
    field('line').value = line(event.target).id.slice(4);
    field('column').value = event.target.closest('td').className.match(/col-(\w+)/)[1].toUpperCase();
    grid.requestSubmit(grid.querySelector('#grid-paste button'));
  });

  // What is not saved outlives a reload, in this tab alone: it is typed again and sent, so that it is marked as before.
  const place = `grid ${location.pathname}`;
  addEventListener('pagehide', () => {
    const open = lines().filter((row) => changed.has(row.id) || row.matches(OPEN));
    if (open.length) sessionStorage.setItem(place, JSON.stringify(open.map((row) => [row.id, values(row)])));
  });
  const reloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';
  const shelved = JSON.parse(sessionStorage.getItem(place) ?? '[]');
  sessionStorage.removeItem(place);
  if (reloaded && grid.matches('[data-grid]') && !grid.querySelector(OPEN)) addEventListener('load', () => {
    for (const [id, fields] of shelved) {
      const row = document.getElementById(id);
      if (!row) continue;
      retype(row, fields);
      keep(row);
    }
  });
}
