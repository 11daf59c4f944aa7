// The page of a partner: numbers are said back as the country reads them, entries wait in the outbox.
import { fill, isSupported, keepInTouch, Outbox } from './offline.js';

const root = document.querySelector('[data-notes]');
const texts = root.dataset;
const decimal = texts.decimal;
const group = decimal === ',' ? '.' : ',';
const status = root.querySelector('[data-status]');

// The same rule as CountryNumbers.read on the server.
export function read(typed) {
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, '');
  const comma = text.lastIndexOf(','), point = text.lastIndexOf('.');
  const grouped = /^\d{1,3}([.,]\d{3})+$/;
  let mark = '';
  if (comma >= 0 && point >= 0) mark = comma > point ? ',' : '.';
  else if (comma >= 0 || point >= 0) {
    const only = comma >= 0 ? ',' : '.';
    if (text.indexOf(only) === text.lastIndexOf(only) && !(only === group && grouped.test(text))) mark = only;
  }
  const at = mark ? text.lastIndexOf(mark) : text.length;
  const whole = text.slice(0, at);
  if (/[.,]/.test(whole) && (!grouped.test(whole) || (mark && whole.includes(mark)))) return null;
  const plain = whole.replace(/[.,]/g, '') + text.slice(at).replace(',', '.');
  return /^\d{1,11}(\.\d{1,4})?$/.test(plain) ? plain : null;
}

function write(plain, decimals) {
  const [whole, rest = ''] = plain.split('.');
  const part = decimals === 2 ? rest.padEnd(2, '0') : rest;
  return whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, decimal === ',' ? '\u00a0' : ',') + (part ? decimal + part : '');
}

function check(input) {
  const typed = input.value.trim();
  const decimals = Number(input.dataset.decimals);
  const plain = read(typed);
  const rest = plain === null ? '' : (plain.split('.')[1] ?? '');
  const wrong = typed && (plain === null ? texts.unreadable : rest.length > decimals ? fill(root.getAttribute('data-decimals-' + decimals), write(plain, 4)) : '');
  const currency = input.form.elements.currency?.value;
  const said = typed && !wrong ? fill(texts.read, write(plain, decimals) + (currency ? '\u00a0' + currency : '')) : wrong;
  input.closest('.field').querySelector('[data-read]').textContent = said;
  input.setCustomValidity(wrong || '');
}

for (const input of root.querySelectorAll('[data-number]')) {
  input.addEventListener('input', () => check(input));
  input.form.elements.currency?.addEventListener('change', () => check(input));
  if (input.value) check(input);
}

const DAY = 86400000;
const dayOf = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60000).toISOString().slice(0, 10);

function say(text, tone) {
  status.hidden = false;
  status.className = 'notice ' + tone;
  status.querySelector('p').textContent = text;
}

// The picture as it is drawn; telephones without createImageBitmap read it from a data address, which the page allows.
async function picture(file) {
  if (window.createImageBitmap) return createImageBitmap(file);
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });
  const image = new Image();
  image.src = reader.result;
  await image.decode();
  return image;
}

// A smaller JPEG, drawn again, so that nothing of the camera stays in it.
async function shrink(file) {
  const drawn = await picture(file);
  const scale = Math.min(1, 1600 / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext('2d').drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.8));
}

if (isSupported()) {
  const outbox = new Outbox(texts.notes, texts.key);
  const exporter = root.querySelector('[data-export]');

  const show = async (outcome, before) => {
    if (outcome === 'forgotten') {
      for (const form of root.querySelectorAll('form')) form.hidden = true;
      exporter.hidden = true;
      return say(texts.forgotten, 'warn');
    }
    const { count, since } = await outbox.waiting();
    const days = Math.floor((Date.now() - since) / DAY);
    exporter.hidden = !count;
    if (count) say((outcome === 'gone' ? texts.gone + ' ' : '') + fill(days > 1 ? texts.days : days ? texts.yesterday : texts.today, count, days), days > 0 || outcome === 'gone' ? 'warn' : '');
    else if (outcome === 'gone') say(texts.gone, 'warn');
    else if (before) say(texts.sent, 'ok');
    else status.hidden = true;
  };

  // What was received stands in the list at once. Without the PIN, or without network, the answer has no list.
  const refresh = async () => {
    const answer = await fetch(texts.notes, { cache: 'no-store' });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-mine]');
    const shown = root.querySelector('[data-mine]');
    if (fresh && shown) shown.replaceWith(document.importNode(fresh, true));
    else if (fresh) root.append(document.importNode(fresh, true));
  };

  const send = async () => {
    const { count } = await outbox.waiting();
    const outcome = await outbox.send();
    await show(outcome, count);
    if (outcome !== 'forgotten' && (await outbox.waiting()).count < count) await refresh().catch(() => {});
    return outcome;
  };

  // The page may have been kept for days: its own day is not today's.
  const dates = (form) => {
    for (const day of form.querySelectorAll('[type=date]')) {
      day.removeAttribute('max');
      day.value = dayOf(Date.now() + skew * DAY);
    }
  };

  // The clock of a telephone may be a year off: the server's day is proposed, also later without network, and asked about.
  let skew = 0;
  const compareClock = async () => {
    const found = texts.serverDay ? Math.round((Date.parse(texts.serverDay) - Date.parse(dayOf(Date.now()))) / DAY) : await outbox.recall('skew');
    skew = Math.abs(found || 0) > 1 ? found : 0;
    if (texts.serverDay) await outbox.remember('skew', skew);
  };
  compareClock().catch(() => {}).then(() => {
    root.querySelector('[data-clock]').hidden = !skew;
    if (skew) for (const form of root.querySelectorAll('[data-entry]')) dates(form);
  });

  for (const field of root.querySelectorAll('[data-script]')) field.hidden = false;
  for (const form of root.querySelectorAll('[data-entry]')) {
    dates(form);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = form.querySelector('button');
      button.disabled = true;
      const file = form.querySelector('[data-photo]')?.files[0];
      try {
        const entry = Object.fromEntries([...new FormData(form)].filter(([name, value]) => name !== 'name' && value !== ''));
        const photograph = file && (await shrink(file).catch(() => null));
        if (photograph === null) return say(texts.picture, 'bad');
        await outbox.add(entry, photograph);
        form.reset();
        dates(form);
        for (const read of form.querySelectorAll('[data-read]')) read.textContent = '';
        form.closest('details').open = false;
        say(texts.saved, 'ok');
        status.scrollIntoView({ block: 'center' });
        await send().catch(() => {});
      } catch {
        // Private windows of some browsers keep nothing: the form is sent as it is, which a photograph cannot be.
        if (navigator.onLine && !file) form.submit();
        else say(texts.full, 'bad');
      } finally {
        button.disabled = false;
      }
    });
  }
  exporter.addEventListener('click', async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await outbox.export());
    link.download = 'notes.json';
    link.click();
  });

  // Without the PIN, a browser that never kept anything stays as it is: it sends nothing, and keeps no page.
  if (root.querySelector('[data-entry]')) keepInTouch(outbox, send);
  else outbox.recall('device').then((known) => known && keepInTouch(outbox, send, { isKept: false })).catch(() => {});
}
