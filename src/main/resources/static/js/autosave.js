// A form with data-autosave is saved while its person types. Its hidden fields follow what is stored, so that saving goes on;
// where something is to be decided, nothing more is saved without the button, and no version overwrites another.
import {forget, text} from './typed.js';

const PAUSE = 1500;
const timers = new Map();
const running = new Map();

const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
const same = (page, form) => [...page.querySelectorAll('form[data-autosave]')]
    .find((other) => other.getAttribute('action') === form.getAttribute('action'));
const stored = (form) => [...form.querySelectorAll('input[type=hidden]')].filter((field) => !field.name.startsWith('_'));

// Whether a form shows the words that were sent: another person may have saved since, and is not to be overwritten.
function holds(form, sent, hidden) {
  const kept = new URLSearchParams(new FormData(form));
  const words = (fields, name) => fields.getAll(name).join(' ').replace(/\s+/g, ' ').trim();
  return [...sent.keys()].every((name) => name.startsWith('_') || hidden.includes(name) || words(kept, name) === words(sent, name));
}

function say(form, words) {
  let line = form.querySelector('[data-saved]');
  if (!line) {
    line = document.createElement('p');
    line.className = 'muted';
    line.setAttribute('role', 'status');
    line.dataset.saved = '';
    form.append(line);
  }
  line.textContent = words;
}

async function send(form) {
  const sent = text(form);
  const answer = await fetch(form.getAttribute('action'), {method: 'POST', body: new URLSearchParams(sent)});
  let now = answer.ok ? same(parse(await answer.text()), form) : null;
  if (answer.ok && !now) now = same(parse(await (await fetch(location.href)).text()), form);
  if (!now) throw new Error('not saved');
  if (!holds(now, new URLSearchParams(sent), stored(form).map((field) => field.name))) throw new Error('another version');
  const isUnchanged = text(form) === sent;
  if (!isUnchanged) later(form);
  for (const field of stored(form)) {
    const value = stored(now).find((other) => other.name === field.name)?.value;
    if (value !== undefined) field.value = value;
  }
  if (isUnchanged) forget(form);
  const time = new Date().toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit'});
  say(form, form.dataset.autosave.replace('#', time));
}

function later(form) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), PAUSE));
}

function save(form) {
  timers.delete(form);
  if (running.has(form)) return later(form);
  running.set(form, send(form)
    .catch(() => {
      say(form, form.dataset.unsaved);
      form.removeAttribute('data-autosave');
    })
    .finally(() => running.delete(form)));
}

document.addEventListener('input', (event) => {
  const form = event.target.closest?.('form[data-autosave]');
  if (form) later(form);
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  clearTimeout(timers.get(form));
  if (!running.has(form)) return;
  // The button waits for what is on its way: otherwise it would meet its own words as another version.
  event.preventDefault();
  event.stopImmediatePropagation();
  running.get(form).then(() => form.requestSubmit(event.submitter));
}, true);
