// Which lines and columns of a grid are shown, and in which order; what is chosen lasts in this tab, columns for the user.
export function arrange(box, say) {
  const body = box.querySelector('table');
  const filters = [...box.querySelectorAll('[data-filter]')];
  const heads = [...body.tHead.rows[0].cells];
  const lines = () => [...body.querySelectorAll('tbody[id]')];
  // The order of the plan: a line by its id, since it is replaced when it is saved; a group by itself.
  const order = [...body.tBodies].map((part) => part.id || part);
  const place = `grid-view ${location.pathname.replace(/\/paste$/, '')}`;
  const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}');
  const names = (row) => [...row.querySelectorAll(':is(.col-responsible, .col-support) > input')]
    .flatMap(({ value }) => value.split(/[,;]/)).map((name) => name.trim()).filter(Boolean);
  const facts = {
    person: names,
    state: (row) => [row.dataset.filterState],
    objective: (row) => [row.dataset.filterObjective],
  };
  const text = (td) => {
    const field = td.querySelector(':scope > :is(input, select)');
    return td.dataset.sort ?? (field?.options ? (field.value && field.selectedOptions[0].label) : field?.value ?? td.textContent).trim();
  };

  const offer = (select) => {
    const { value } = select;
    const found = new Set(lines().flatMap(facts[select.dataset.filter]));
    if (value) found.add(value);
    const sorted = select.dataset.filter === 'objective' ? [...found] : [...found].sort((a, b) => a.localeCompare(b));
    select.replaceChildren(select.options[0], ...sorted.map((each) => new Option(each, each)));
    select.value = value;
  };
  const groups = () => {
    let group = null;
    for (const part of body.tBodies) {
      if (part.matches('.group')) {
        group = part;
        group.hidden = true;
      } else if (group && !part.hidden && !kept.column) group.hidden = false;
    }
  };
  const filter = () => {
    for (const select of filters) kept[select.dataset.filter] = select.value;
    for (const row of lines()) {
      row.hidden = filters.some((select) => select.value && !facts[select.dataset.filter](row).includes(select.value));
    }
    groups();
    sessionStorage.setItem(place, JSON.stringify(kept));
  };
  const sort = () => {
    const column = heads.findIndex((head) => kept.column && head.classList.contains(kept.column));
    heads.forEach((head, i) => (i === column ? head.setAttribute('aria-sort', kept.down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort')));
    const found = (part) => (typeof part === 'string' ? document.getElementById(part) : part);
    const parts = order.map(found).filter(Boolean);
    if (column > 0) {
      const keys = new Map(parts.filter((part) => part.id).map((part) => [part, text(part.rows[0].cells[column])]));
      const way = kept.down ? -1 : 1;
      parts.sort((a, b) => {
        const [one, other] = [keys.get(a) ?? '', keys.get(b) ?? ''];
        return !one || !other ? (one ? -1 : 0) - (other ? -1 : 0) : way * one.localeCompare(other, undefined, { numeric: true });
      });
    }
    const foot = body.tFoot;
    body.append(...parts);
    if (foot) body.append(foot);
    groups();
  };

  const shown = new Map([...box.querySelectorAll('[data-column]')].map((tick) => [`col-${tick.dataset.column}`, tick]));
  const show = (part) => {
    for (const cell of part.querySelectorAll(':is(th, td)[class*=col-]')) {
      const tick = shown.get([...cell.classList].find((name) => name.startsWith('col-')));
      if (tick) cell.hidden = !tick.checked;
    }
  };
  box.addEventListener('change', ({ target }) => {
    if (target.matches('[data-filter]')) {
      filter();
      say('Shown', lines().filter((row) => !row.hidden).length);
    } else if (target.matches('[data-column]')) {
      show(body);
      fetch(target.form.action, { method: 'POST', body: new URLSearchParams(new FormData(target.form)) });
    }
  });
  for (const select of filters) {
    offer(select);
    select.addEventListener('focus', () => offer(select));
    const was = kept[select.dataset.filter] ?? '';
    if ([...select.options].some((option) => option.value === was)) select.value = was;
  }
  if (box.dataset.grid === 'sorts') {
    for (const head of heads.slice(1)) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sorter', title: box.dataset.saySort });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const column = [...head.classList].find((name) => name.startsWith('col-'));
        // Up, down, then the order of the plan again.
        if (kept.column !== column) Object.assign(kept, { column, down: false });
        else if (!kept.down) kept.down = true;
        else kept.column = null;
        sort();
        filter();
      });
    }
    if (kept.column) sort();
    if (filters.some((select) => select.value)) filter();
  }
  return { show };
}
