// A field with which one chooses by typing: arrows, Enter and Escape. Without this, names are matched when the form is sent.
const rootOf = (element) => element.closest?.('[data-chooser]');
const typedOf = (root) => root.querySelector('[data-typed]');
const foundOf = (root) => root.querySelector('[data-found]');
const options = (root) => [...foundOf(root).querySelectorAll('[role=option]')];
const active = (root) => foundOf(root).querySelector('[aria-selected=true]');

function say(root, words) {
  root.querySelector('[role=status]').textContent = words ?? '';
}
function activate(root, option) {
  active(root)?.setAttribute('aria-selected', 'false');
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  if (option) typedOf(root).setAttribute('aria-activedescendant', option.id);
  else typedOf(root).removeAttribute('aria-activedescendant');
}
function close(root) {
  foundOf(root).replaceChildren();
  activate(root, null);
  const typed = typedOf(root);
  if (typed.hasAttribute('role')) typed.setAttribute('aria-expanded', 'false');
  typed.removeAttribute('aria-controls');
}
function show(root) {
  const list = foundOf(root).firstElementChild;
  if (!list || !typedOf(root).value.trim()) return close(root);
  say(root, list.dataset.said);
  if (list.getAttribute('role') !== 'listbox') return;
  typedOf(root).setAttribute('aria-expanded', 'true');
  typedOf(root).setAttribute('aria-controls', list.id);
  activate(root, options(root)[0]);
}
function chip(root, option) {
  const name = root.dataset.chooser + ('new' in option.dataset ? '-new' : '');
  const chips = root.querySelector('.chips');
  let box = [...chips.querySelectorAll('input')].find((each) => each.name === name && each.value === option.dataset.value);
  if (!box) {
    box = Object.assign(document.createElement('input'), { type: 'checkbox', name, value: option.dataset.value });
    const label = Object.assign(document.createElement('label'), { className: 'chip' });
    label.append(box, option.dataset.label);
    if ('new' in option.dataset) label.append(' ', Object.assign(document.createElement('small'), { textContent: chips.dataset.newcomer }));
    chips.append(label);
  }
  return box;
}
function only(root, box) {
  if (!('single' in root.dataset)) return;
  for (const each of root.querySelectorAll('.chips input')) if (each !== box) each.checked = false;
}
function choose(root, option) {
  const box = chip(root, option);
  const typed = typedOf(root);
  box.checked = true;
  only(root, box);
  typed.value = typed.value.includes(';') ? typed.value.replace(/[^;]*$/, ' ') : '';
  close(root);
  say(root, box.parentElement.textContent);
  for (const type of ['input', 'change']) box.dispatchEvent(new Event(type, { bubbles: true }));
  typed.focus();
}

document.addEventListener('focusin', (event) => {
  if (!event.target.matches?.('[data-typed]')) return;
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false']])
    if (!event.target.hasAttribute(name)) event.target.setAttribute(name, value);
});
document.addEventListener('focusout', (event) => {
  const root = rootOf(event.target);
  if (root && !root.contains(event.relatedTarget)) close(root);
});
document.addEventListener('input', (event) => {
  const root = rootOf(event.target);
  if (!root || !event.target.matches('[data-typed]')) return;
  delete root.dataset.enter;
  // What was found belongs to other letters: it may be read, but Enter waits for what is being looked for.
  root.dataset.stale = '';
  if (!event.target.value.trim()) close(root);
});
document.addEventListener('change', (event) => {
  const root = rootOf(event.target);
  if (root && event.target.type === 'checkbox' && event.target.checked) only(root, event.target);
});
document.addEventListener('htmx:afterSettle', (event) => {
  const root = event.target.matches?.('[data-found]') ? rootOf(event.target) : null;
  if (!root) return;
  delete root.dataset.stale;
  if (!root.contains(document.activeElement)) return close(root);
  show(root);
  const first = active(root);
  if ('enter' in root.dataset && first) choose(root, first);
  delete root.dataset.enter;
});
document.addEventListener('keydown', (event) => {
  const root = event.target.matches?.('[data-typed]') ? rootOf(event.target) : null;
  if (!root || event.isComposing) return;
  const all = options(root);
  if (event.key === 'Escape' && foundOf(root).firstElementChild) {
    event.preventDefault();
    close(root);
  } else if (event.key === 'Enter' && event.target.value.trim()) {
    event.preventDefault();
    if ('stale' in root.dataset) root.dataset.enter = '';
    else if (active(root)) choose(root, active(root));
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && all.length) {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    activate(root, all[(all.indexOf(active(root)) + step + all.length) % all.length]);
  }
});
document.addEventListener('mousedown', (event) => {
  if (event.target.closest?.('[data-found] [role=option]')) event.preventDefault();
});
document.addEventListener('click', (event) => {
  const option = event.target.closest?.('[data-found] [role=option]');
  if (option) choose(rootOf(option), option);
});
