// The grids, of a plan, of a week and of dues: keys as in a spreadsheet, undo, copy, paste and fill. In the plan each line
// is kept as one leaves it. Without this a grid is one form with a button.
import { arrange } from './arrange.js';
import { keepLines } from './lines.js';

const box = document.querySelector('[data-grid]');
const grid = box?.closest('form');
const CELL = 'td > :is(input, select)';

/** Says how many cells something happened to, where a screen reader hears it too. */
const say = (word, many) => {
  box.querySelector('.grid-said').textContent = box.dataset[`say${word}`].replace('#', many);
};
if (box) box.querySelectorAll('[data-scripted]').forEach((part) => (part.hidden = false));
const view = box && arrange(box, say);

if (grid) {
  const wide = matchMedia('(min-width: 600px)');
  const rowOf = (cell) => cell.closest('tbody[id]');
  const rows = () => [...box.querySelectorAll('tbody[id]:not([hidden])')];
  const control = (td) => td?.querySelector(':scope > :is(input, select)');
  const tdAt = (row, column) => row?.rows[0].cells[column];
  const find = (id) => document.getElementById(id);
  const lines = keepLines(grid, box);

  // What is typed in the cell where one is.
  let active = null;
  let before = '';
  let writing = false;
  let fresh = false;

  // Undo: each step is a list of [cell, value before, value after]; a saved batch is one step.
  const history = { undo: [], redo: [] };
  const place = `grid-undo ${location.pathname.replace(/\/paste$/, '')}`;
  const buttons = () => {
    for (const name of ['undo', 'redo']) {
      const button = box.querySelector(`[data-${name}]`);
      if (button) button.disabled = !history[name].length && !(name === 'undo' && active && active.value !== before);
    }
  };
  const push = (cells) => {
    history.undo.push({ cells });
    history.redo = [];
    buttons();
  };
  const commit = () => {
    if (active?.isConnected && active.value !== before) push([[active.id, before, active.value]]);
    before = active?.value ?? '';
  };
  const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const write = (cell, value) => {
    if (cell.options) {
      const wanted = folded(value);
      const options = [...cell.options];
      const option = options.find((each) => each.value === value)
        ?? (wanted && options.find((each) => each.value && folded(each.label).startsWith(wanted)));
      if (!option) cell.add(new Option(value, value));
      cell.value = option ? option.value : value;
    } else cell.value = value.replace(/\s*\n\s*/g, ' ').trim();
  };
  const shown = (cell) => (cell.options ? (cell.value && cell.selectedOptions[0]?.label) || '' : cell.value);
  // A cell that a block changed shows what it was, until it is saved.
  const mark = (cell, old) => {
    const { dataset, classList } = cell.parentElement;
    dataset.was ??= old;
    if (cell.value === dataset.was) {
      delete dataset.was;
      delete dataset.before;
      classList.remove('pasted');
    } else {
      dataset.before ??= old === '' ? '–' : old;
      classList.add('pasted');
    }
  };
  /** Changes cells at once; a change of several lines waits to be looked at and saved. */
  const change = (pairs) => {
    commit();
    const cells = [];
    for (const [cell, value] of pairs) {
      const old = cell.value;
      write(cell, value);
      if (cell.value !== old) cells.push([cell.id, old, cell.value]);
    }
    if (cells.length) push(cells);
    before = active?.value ?? '';
    touch(cells, cells.length > 1);
    return cells.length;
  };
  const touch = (cells, preview) => {
    const changed = new Set();
    for (const [id, old] of cells) {
      const cell = find(id);
      if (preview || cell.parentElement.dataset.was !== undefined) mark(cell, old);
      changed.add(rowOf(cell));
    }
    for (const row of changed) lines.touch(row, preview && changed.size > 1);
  };
  const revert = (from, to, word) => {
    commit();
    const step = history[from].pop();
    if (!step) return;
    const way = from === 'undo' ? [2, 1] : [1, 2];
    const done = [];
    let kept = 0;
    for (const cells of step.cells) {
      const cell = find(cells[0]);
      if (cell && cell.value === cells[way[0]]) {
        const old = cell.value;
        write(cell, cells[way[1]]);
        done.push([cell.id, old]);
      } else kept++;
    }
    before = active?.value ?? '';
    history[to].push(step);
    touch(done, false);
    if (step.saved && done.length) send();
    else for (const row of new Set(done.map(([id]) => rowOf(find(id))))) if (!row.contains(document.activeElement)) lines.keep(row);
    buttons();
    if (kept) say('Kept', kept);
    else say(word, done.length);
  };
  const undo = () => revert('undo', 'redo', 'Undone');
  const redo = () => revert('redo', 'undo', 'Redone');
  const send = () => grid.requestSubmit(grid.querySelector('button.main, button[type=submit]'));
  box.querySelector('[data-undo]')?.addEventListener('click', undo);
  box.querySelector('[data-redo]')?.addEventListener('click', redo);

  // What the server understood (« fin mars ») is what undo finds in the cell.
  const settle = (row) => {
    const of = (step, at) => {
      for (const cells of step?.cells ?? []) {
        const cell = find(cells[0]);
        if (cell && (!row || row.contains(cell))) cells[at] = cell.value;
      }
    };
    of(history.undo.at(-1), 2);
    of(history.redo.at(-1), 1);
  };
  grid.addEventListener('submit', ({ submitter }) => {
    if (submitter?.name === 'reading') return;
    commit();
    const open = (step) => !step.saved && step.cells.some(([id]) => find(id) && lines.isOpen(rowOf(find(id))));
    const batch = new Map();
    for (const [id, old, now] of history.undo.filter(open).flatMap((step) => step.cells)) {
      batch.set(id, [id, batch.get(id)?.[1] ?? old, now]);
    }
    const undone = history.undo.filter((step) => !open(step));
    if (batch.size) undone.push({ cells: [...batch.values()], saved: true });
    if (lines.single) sessionStorage.setItem(place, JSON.stringify({ at: Date.now(), undo: undone, redo: history.redo }));
  });
  const stored = JSON.parse(sessionStorage.getItem(place) ?? 'null');
  sessionStorage.removeItem(place);
  if (stored && Date.now() - stored.at < 60000) {
    history.undo = stored.undo;
    history.redo = stored.redo;
    settle(null);
    buttons();
  }
  document.addEventListener('htmx:afterSwap', ({ detail }) => {
    const row = detail.elt;
    if (!box.contains(row) || !row.matches('tbody[id]')) return;
    view.show(row);
    settle(row);
    if (active && !active.isConnected) {
      active = find(active.id);
      before = active?.value ?? '';
    }
  });

  // A block of cells: from the one where one is to another.
  let corner = null;
  let painted = [];
  const block = () => {
    if (!active) return [];
    const [one, other] = [active.parentElement, corner ?? active.parentElement];
    const all = rows();
    const [top, bottom] = [all.indexOf(rowOf(one)), all.indexOf(rowOf(other))].sort((a, b) => a - b);
    const [left, right] = [one.cellIndex, other.cellIndex].sort((a, b) => a - b);
    return all.slice(Math.max(0, top), bottom + 1).map((row) => [...row.rows[0].cells].slice(left, right + 1).filter((td) => !td.hidden));
  };
  const paint = () => {
    painted.forEach((td) => td.classList.remove('chosen'));
    painted = corner ? block().flat() : [];
    painted.forEach((td) => td.classList.add('chosen'));
    if (corner) say('Chosen', painted.length);
    (corner ?? active?.parentElement)?.append(handle);
  };
  const extend = (down, right) => {
    const from = corner ?? active.parentElement;
    const all = rows();
    const row = all[all.indexOf(rowOf(from)) + down] ?? rowOf(from);
    let column = from.cellIndex;
    if (right) do column += right; while (tdAt(row, column)?.hidden);
    const td = tdAt(row, column);
    if (td?.tagName !== 'TD') return;
    corner = td;
    td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    paint();
  };
  const unmark = () => {
    corner = null;
    paint();
  };
  const go = (down, right) => {
    const from = active.parentElement;
    const all = rows();
    let index = all.indexOf(rowOf(from));
    let column = from.cellIndex;
    let target = null;
    do {
      index += down;
      column += right;
      const td = tdAt(all[index], column);
      if (!td || td.tagName !== 'TD') break;
      target = td.hidden ? null : control(td);
    } while (!target);
    target?.focus();
    target?.select?.();
  };
  const clear = () => change(block().flat().map(control).filter(Boolean).map((cell) => [cell, '']));
  /** The first line of the block goes to the others; of one cell alone, the one above comes down. */
  const fillDown = () => {
    let taken = block();
    if (taken.length === 1) {
      const all = rows();
      const above = all[all.indexOf(rowOf(active)) - 1];
      if (!above) return;
      taken = [taken[0].map((td) => tdAt(above, td.cellIndex)), ...taken];
    }
    const [first, ...rest] = taken;
    const pairs = rest.flatMap((line) => line.map((td, i) => [control(td), control(first[i])])).filter(([to, from]) => to && from);
    say('Changed', change(pairs.map(([to, from]) => [to, from.value])));
  };

  // The small square below the cell or block: drawn down, it fills.
  const handle = Object.assign(document.createElement('span'), { className: 'grid-handle' });
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
    const width = (corner ?? active.parentElement).cellIndex;
    handle.onpointermove = ({ clientX, clientY }) => {
      const row = document.elementFromPoint(clientX, clientY)?.closest('tbody[id]');
      if (!row || !box.contains(row) || row === rowOf(corner ?? active)) return;
      corner = tdAt(row, width);
      paint();
    };
    handle.onpointerup = () => {
      handle.onpointermove = handle.onpointerup = null;
      if (corner && block().length > 1) fillDown();
    };
  });

  grid.addEventListener('focusin', ({ target }) => {
    if (!target.matches(CELL)) return;
    active = target;
    before = target.value;
    writing = false;
    fresh = true;
    corner = null;
    if (wide.matches) paint();
    buttons();
  });
  grid.addEventListener('focusout', ({ target }) => target === active && commit());
  grid.addEventListener('pointerdown', (event) => {
    const td = event.target.closest('td');
    if (!wide.matches || !event.shiftKey || !active || !box.contains(td) || !control(td)) return;
    event.preventDefault();
    corner = td;
    paint();
  });
  // One press chooses the cell, the second writes in it.
  grid.addEventListener('pointerup', ({ target }) => {
    if (!wide.matches || target !== active || target.options || corner) return;
    if (fresh && target.selectionStart === target.selectionEnd) target.select();
    else writing = true;
    fresh = false;
  });
  grid.addEventListener('input', ({ target }) => {
    if (!target.matches(CELL)) return;
    lines.touch(rowOf(target), false);
    if (target.options && target === active) commit();
    buttons();
  });
  const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const SHORTCUTS = { z: undo, y: redo, d: fillDown };
  grid.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (!wide.matches || !cell.matches(CELL) || event.isComposing) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const step = ARROWS[key];
    if ((event.ctrlKey || event.metaKey) && !event.altKey && SHORTCUTS[key]) (event.shiftKey && key === 'z' ? redo : SHORTCUTS[key])();
    else if (step && plain && event.shiftKey && !writing) extend(...step);
    else if (step && plain && !writing) go(...step);
    else if (key === 'Enter' && plain) go(event.shiftKey ? -1 : 1, 0);
    else if (key === 'Escape') {
      if (corner) unmark();
      cell.value = before;
      writing = false;
      cell.select?.();
    } else if ((key === 'Delete' || key === 'Backspace') && plain && !writing && (corner || cell.options)) clear();
    else if (key === 'F2') {
      writing = !writing;
      cell.setSelectionRange?.(cell.value.length, cell.value.length);
    } else return;
    event.preventDefault();
  });

  const copy = (event) => {
    if (!event.target.matches?.(CELL) || !(corner || event.target.options)) return false;
    const taken = block();
    event.clipboardData.setData('text/plain', taken.map((line) => line.map((td) => (control(td) ? shown(control(td)) : td.textContent.trim())).join('\t')).join('\n'));
    event.preventDefault();
    say('Copied', taken.flat().length);
    return true;
  };
  grid.addEventListener('copy', copy);
  grid.addEventListener('cut', (event) => copy(event) && clear());

  /** The cells of a spreadsheet's text: between tabs, in quotes where a cell has several lines. */
  const table = (text) => {
    const read = [[]];
    const one = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/y;
    for (let found; one.lastIndex <= text.length && (found = one.exec(text)); ) {
      read.at(-1).push((found[1]?.replaceAll('""', '"') ?? found[2]).trim());
      if (!found[3]) break;
      if (found[3] === '\n') read.push([]);
    }
    return read;
  };
  grid.addEventListener('paste', (event) => {
    const cell = event.target;
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!wide.matches || !cell.matches(CELL) || !(corner || cell.options || /[\t\n]/.test(text))) return;
    event.preventDefault();
    const heads = new Set([...box.querySelectorAll('thead th')].map((th) => folded(th.textContent)));
    const copied = table(text);
    if (copied.length > 1 && copied[0].some(Boolean) && copied[0].every((word) => !word || heads.has(folded(word)))) copied.shift();
    const pairs = [];
    let beyond = 0;
    if (copied.length === 1 && copied[0].length === 1) {
      pairs.push(...block().flat().map(control).filter(Boolean).map((each) => [each, copied[0][0]]));
    } else {
      const first = block()[0][0];
      const all = rows();
      const start = Math.min(...block().map((line) => all.indexOf(rowOf(line[0]))));
      const columns = [...rowOf(first).rows[0].cells].filter((td) => !td.hidden && td.cellIndex >= first.cellIndex).map((td) => td.cellIndex);
      copied.forEach((line, i) => line.forEach((word, j) => {
        const to = control(tdAt(all[start + i], columns[j]));
        // An empty cell of the block leaves what is there.
        if (word && to) pairs.push([to, word]);
        else if (word) beyond++;
      }));
    }
    const many = change(pairs);
    if (beyond) say('Beyond', beyond);
    else say('Changed', many);
  });

  // One of the readings of an ambiguous date.
  grid.addEventListener('click', (event) => {
    const button = event.target.closest('[data-reading]');
    if (!button) return;
    event.preventDefault();
    const cell = control(button.closest('td'));
    change([[cell, button.dataset.reading]]);
    lines.keep(rowOf(cell));
  });
}
