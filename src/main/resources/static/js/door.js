// The door of one evening: the list of names, groups and codes is on the phone until the link ends; each gesture shows at
// once, waits in the outbox, and is acknowledged one by one.
import { fill, isSupported, keepInTouch, newId, Outbox } from './offline.js';

const root = document.querySelector('[data-door]');
const texts = root.dataset;
const part = (name) => document.querySelector('[data-' + name + ']');
const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().trim();
const hour = (millis) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: texts.zone }).format(millis);
const MOST = 40;
const NEXT = { EXPECTED: 'ENTER', IN: 'LEAVE', OUT: 'RETURN' };
const STATE = { ENTER: 'IN', ADD: 'IN', LEAVE: 'OUT', RETURN: 'IN', SUBSTITUTE: 'IN', UNDO: 'EXPECTED' };
const REVERSE = { ENTER: 'UNDO', ADD: 'UNDO', LEAVE: 'RETURN', RETURN: 'LEAVE' };

// The list as last read, what this phone did lately, and what the server said of it.
let list = null;
let latest = [];
let waiting = [];
let acknowledged = 0;
let isClosed = false;

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function button(text, label, act, main) {
  const made = element('button', text, { type: 'button', class: main ? 'main' : 'small' });
  if (label) made.append(element('span', ' ' + label, { class: 'hidden-word' }));
  made.addEventListener('click', act);
  return made;
}

// The guests, with what waits on this phone on top of what the server said.
function guests() {
  const all = new Map((list?.guests ?? []).map((each) => [each.id, { ...each }]));
  for (const mark of waiting) {
    if (mark.move === 'ADD') {
      const group = list?.groups.find((each) => each.id === mark.group);
      all.set(mark.alias, { id: mark.alias, name: mark.name, groupId: mark.group, group: group?.name ?? '', code: '', state: 'IN' });
    }
    for (const id of mark.move === 'ADD' ? [] : mark.guests) {
      const known = all.get(id);
      if (!known) continue;
      if (mark.move === 'UNDO' && mark.undoes === 'ADD') all.delete(id);
      else known.state = STATE[mark.move];
      if (mark.move === 'SUBSTITUTE') known.name = mark.name;
    }
  }
  return [...all.values()];
}

function groups(words) {
  const found = new Map();
  const fits = (name, code) => fold(code) === words || words.split(/\s+/).every((word) => fold(name).includes(word));
  for (const group of list?.groups ?? []) {
    if (fits(group.name, '')) found.set(group.id, { id: group.id, name: group.name, free: group.free, guests: [] });
  }
  const all = guests();
  const whole = new Set(all.filter((each) => words && fits(each.group, each.code)).map((each) => each.groupId));
  for (const guest of all) {
    if (!whole.has(guest.groupId) && !fits(guest.name + ' ' + guest.group, guest.code)) continue;
    if (!found.has(guest.groupId)) {
      const free = list.groups.find((each) => each.id === guest.groupId)?.free ?? 0;
      found.set(guest.groupId, { id: guest.groupId, name: guest.group, code: guest.code, free, guests: [] });
    }
    found.get(guest.groupId).guests.push(guest);
  }
  return [...found.values()];
}

function row(guest) {
  const item = element('li');
  const what = element('div', guest.name, { class: 'what' });
  const end = element('div', '', { class: 'acts' });
  if (guest.state !== 'EXPECTED') end.append(part('state-' + guest.state.toLowerCase()).content.cloneNode(true));
  const move = NEXT[guest.state];
  end.append(button(texts[move.toLowerCase()], guest.name, () => note(move, [guest.id], guest.name), move === 'ENTER'));
  if (guest.state !== 'EXPECTED' && list.groups.some((each) => each.id === guest.groupId)) {
    what.append(namer('substitute-' + guest.id, texts.substitute, guest.name, texts.substituteSave, (name, letterSeen) => note('SUBSTITUTE', [guest.id], name, letterSeen)));
  }
  item.append(what, end);
  return item;
}

// A person is named, with a tick for the mandate letter.
function namer(id, title, hidden, save, act) {
  const form = element('form', '', { class: 'form' });
  const field = element('div', '', { class: 'field' });
  field.append(element('label', texts.addName, { for: id }), element('input', '', { id, name: 'name', maxlength: 200, required: '', autocomplete: 'off' }));
  const label = element('label', '', { class: 'tick' });
  label.append(element('input', '', { type: 'checkbox', name: 'letter' }), element('span', texts.letter));
  form.append(field, label, element('button', save, { class: 'main' }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = form.elements.name.value.trim();
    if (name) act(name, form.elements.letter.checked);
  });
  const details = element('details', '', { class: 'more' });
  const summary = element('summary', title);
  if (hidden) summary.append(element('span', ' ' + hidden, { class: 'hidden-word' }));
  details.append(summary, form);
  return details;
}

function card(group) {
  const section = element('section', '', { class: 'card' });
  section.append(element('h2', group.name + (group.code ? ' · ' + group.code : '')));
  const absent = group.guests.filter((each) => each.state === 'EXPECTED');
  if (absent.length > 1) section.append(button(fill(texts.all, absent.length), group.name, () => note('ENTER', absent.map((each) => each.id), group.name + ' (' + absent.length + ')'), true));
  const rows = element('ul', '', { class: 'rows' });
  rows.append(...group.guests.map(row));
  section.append(rows);
  const free = group.free - waiting.filter((each) => each.move === 'ADD' && each.group === group.id).length;
  if (free > 0) section.append(namer('add-' + group.id, fill(texts.add, free), '', texts.enter, (name, letterSeen) => note('ADD', [group.id], name, letterSeen)));
  return section;
}

function draw() {
  const words = fold(part('search').value);
  const found = list ? groups(words) : [];
  const typed = document.activeElement?.closest?.('details form');
  if (!typed) part('found').replaceChildren(...found.slice(0, MOST).map(card));
  part('none').hidden = !list || found.length > 0;
  part('many').hidden = found.length <= MOST;
  part('figures').replaceChildren(...(list?.figures ?? []).map((each) => element('li', each)));
  part('title').textContent = list?.subject.title ?? part('title').textContent;
  part('read').textContent = list ? fill(texts.readAt, hour(list.at)) : '';
  part('latest').replaceChildren(...latest.slice(0, 8).map((each) => {
    const item = element('li');
    const what = element('div', fill(texts['done' + each.move[0] + each.move.slice(1).toLowerCase()], each.name, hour(each.at)), { class: 'what' });
    if (each.said) what.append(element('small', each.said));
    item.append(what);
    if (!each.undone && REVERSE[each.move]) {
      const end = element('div', '', { class: 'acts' });
      end.append(button(texts.undo, each.name, () => undo(each)));
      item.append(end);
    }
    return item;
  }));
  part('latest-part').hidden = !latest.length;
}

function say(text, tone) {
  const status = part('status');
  status.hidden = !text;
  status.className = 'notice ' + tone;
  status.querySelector('p').textContent = text;
}

const outbox = new Outbox(texts.door, texts.key, {
  lanes: 1,
  onAnswer: async (mark, answer) => {
    acknowledged += 1;
    const said = answer.answers.filter((each) => each.text);
    const mine = latest.find((each) => each.at === mark.at);
    if (mine) {
      mine.said = [...new Set(said.map((each) => each.text))].join(' ');
      if (answer.answers.every((each) => each.outcome === 'REFUSED')) mine.undone = true;
      if (mark.move === 'ADD') mine.ids = answer.answers.map((each) => each.guest);
      await outbox.remember('latest', latest);
    }
    // What was acknowledged holds until the list is read again.
    for (const each of answer.answers) {
      const known = list?.guests.find((guest) => guest.id === each.guest);
      const holds = each.outcome === 'DONE' || (each.outcome === 'DOUBLE' && mark.move !== 'UNDO');
      if (known && holds) known.state = STATE[mark.move];
      if (known && holds && mark.move === 'SUBSTITUTE') known.name = mark.name;
      if (list && mark.undoes === 'ADD' && each.outcome === 'DONE') list.guests = list.guests.filter((guest) => guest !== known);
      if (mark.move === 'ADD' && each.outcome !== 'REFUSED') {
        const group = list?.groups.find((one) => one.id === mark.group);
        if (group && each.outcome === 'DONE') group.free -= 1;
        if (list && !list.guests.some((guest) => guest.id === each.guest)) {
          list.guests.push({ id: each.guest, name: mark.name, groupId: mark.group, group: group?.name ?? '', code: '', state: 'IN' });
        }
      }
    }
    if (list) {
      list.figures = answer.figures;
      await outbox.remember('list', list);
    }
  },
});

async function note(move, ids, name, letterSeen, undoes) {
  const at = Date.now();
  const alias = move === 'ADD' ? newId() : undefined;
  const mark = { move, guests: ids, at, alias, undoes, group: move === 'ADD' ? ids[0] : undefined, name: move === 'ADD' || move === 'SUBSTITUTE' ? name : undefined };
  try {
    await outbox.add({ move, guests: ids, at, offset: list?.offset ?? 0, alias, name: mark.name, letterSeen }, null, mark);
    if (move !== 'UNDO') latest = [{ move, ids: alias ? [alias] : ids, name, at }, ...latest].slice(0, 30);
    await outbox.remember('latest', latest);
  } catch {
    return say(texts.full, 'bad');
  }
  document.activeElement?.blur?.();
  await refresh();
  await send();
}

async function undo(done) {
  done.undone = true;
  await note(REVERSE[done.move], done.ids, done.name, undefined, done.move);
}

async function refresh() {
  waiting = await outbox.marks();
  draw();
}

async function over(unsent) {
  isClosed = true;
  list = null;
  latest = [];
  await outbox.forget();
  for (const each of ['body', 'figures']) part(each).hidden = true;
  say(unsent ? fill(texts.lost, unsent) : texts.over, 'warn');
  return 'forgotten';
}

// The evening is over: the names go at once; what was not sent stays, encrypted, until there is network.
async function end() {
  list = null;
  latest = [];
  await outbox.remember('list', null);
  await outbox.remember('latest', []);
  const db = await outbox.open();
  for (const each of (await outbox.all('messages')).filter((one) => one.mark?.name)) {
    delete each.mark.name;
    db.transaction('messages', 'readwrite').objectStore('messages').put(each);
  }
  part('body').hidden = true;
}

async function load() {
  const before = Date.now();
  const answer = await fetch(texts.door + '/list?device=' + (await outbox.device()), { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout?.(10000) });
  if (answer.status === 410) return false;
  if (!answer.ok) throw new Error(answer.status === 404 ? 'gone' : 'later');
  const read = await answer.json();
  const offset = Math.round(Date.parse(read.now) - (before + Date.now()) / 2);
  list = { ...read, offset, at: Date.now() };
  await outbox.remember('list', list);
  return true;
}

const isOver = () => list && Date.now() + list.offset >= Date.parse(list.until);

// A restored backup has no links: what this phone notes arrives nowhere, and its list is the one that is left.
async function show(isOffline, isUnknown) {
  const { count, since } = await outbox.waiting();
  const minutes = Math.round(Math.abs(list?.offset ?? 0) / 60000);
  const clock = minutes >= 2 ? fill(list.offset < 0 ? texts.fast : texts.slow, minutes) : '';
  const unsent = count ? fill(texts.unsent, count, hour(since)) : '';
  const known = list ? texts.offline : texts.empty;
  const offline = isUnknown ? fill(texts.gone, list ? hour(list.at) : '–') : isOffline ? known : '';
  say([unsent, offline, clock].filter(Boolean).join(' '), unsent || clock || isUnknown || (isOffline && !list) ? 'warn' : '');
  await refresh();
}

// One run at a time, and one that waits for it; none after the link ended.
let running = null;
let next = null;
function send() {
  if (isClosed) return Promise.resolve('forgotten');
  if (running) {
    next ??= running.catch(() => {}).then(() => {
      next = null;
      return send();
    });
    return next;
  }
  running = sendNow().finally(() => {
    running = null;
  });
  return running;
}

async function sendNow() {
  if (isOver()) await end();
  const { count } = await outbox.waiting();
  acknowledged = 0;
  const outcome = count ? await outbox.send() : 'sent';
  if (outcome === 'forgotten') return over(count - acknowledged);
  let isOffline = outcome !== 'sent';
  let isUnknown = outcome === 'gone';
  if (!isOffline && !(list && Date.now() - list.at < 5000)) {
    try {
      if (!(await load())) return over(0);
    } catch (problem) {
      isOffline = true;
      isUnknown = problem.message === 'gone';
    }
  }
  await show(isOffline, isUnknown);
  return outcome;
}

if (isSupported()) {
  if (texts.isOver === 'true' && !(await outbox.waiting()).count) await over(0);
  else {
    list = (await outbox.recall('list')) ?? null;
    latest = (await outbox.recall('latest')) ?? [];
    if (isOver()) await end();
    part('search').addEventListener('input', draw);
    await refresh();
    keepInTouch(outbox, send, { always: true });
  }
} else say(texts.unsupported, 'bad');
