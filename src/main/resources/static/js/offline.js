// What waits for network: messages encrypted with the server's public key, which this browser cannot read back. Each has
// a sequence number, so that it counts once however often it is sent; it is deleted after the server acknowledged it.
const PART = 60000;
const MESSAGES = 'messages';
const PARTS = 'parts';
const META = 'meta';

// The words of a message, with its values.
export const fill = (text, ...values) => values.reduce((made, value, i) => made.replace('{' + i + '}', value), text);

export const isSupported = () => Boolean(window.indexedDB && window.crypto && crypto.subtle);

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function base64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return btoa(text);
}

const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

// A UUID; crypto.randomUUID is missing on old telephones.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function encrypt(publicKey, bytes) {
  const key = await crypto.subtle.importKey('spki', fromBase64(publicKey), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']);
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt']);
  const parts = [
    await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, key, secret), nonce,
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, aes, bytes),
  ].map((each) => new Uint8Array(each));
  const all = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of parts) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

export class Outbox {
  // With one lane, what was noted first arrives first. What the server says of each message goes to onAnswer.
  constructor(address, publicKey, { lanes = 3, onAnswer = () => {} } = {}) {
    this.address = address;
    this.publicKey = publicKey;
    this.lanes = lanes;
    this.onAnswer = onAnswer;
    this.name = 'notes ' + address.slice(-12);
  }

  open() {
    this.opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(this.name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(MESSAGES, { keyPath: 'sequence', autoIncrement: true });
        request.result.createObjectStore(PARTS, { keyPath: ['photograph', 'number'] });
        request.result.createObjectStore(META);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return this.opened;
  }

  // What the page itself remembers, until it must forget.
  async recall(key) {
    return done((await this.open()).transaction(META).objectStore(META).get(key));
  }

  async remember(key, value) {
    return done((await this.open()).transaction(META, 'readwrite').objectStore(META).put(value, key));
  }

  async all(store) {
    return done((await this.open()).transaction(store).objectStore(store).getAll());
  }

  async remove(store, key) {
    return done((await this.open()).transaction(store, 'readwrite').objectStore(store).delete(key));
  }

  // The name of this browser, and of its numbering: storage purged by the browser begins both anew.
  async device() {
    const db = await this.open();
    const known = await done(db.transaction(META).objectStore(META).get('device'));
    if (known) return known;
    const made = newId();
    const store = db.transaction(META, 'readwrite').objectStore(META);
    const again = await done(store.get('device'));
    if (!again) await done(store.put(made, 'device'));
    return again || made;
  }

  // Keeps an entry, with its photograph or without, all or nothing; a mark stays readable for the page.
  async add(entry, photograph, mark) {
    const pieces = [];
    if (photograph) {
      entry.photograph = newId();
      const bytes = await encrypt(this.publicKey, new Uint8Array(await photograph.arrayBuffer()));
      const of = Math.ceil(bytes.length / PART);
      for (let number = 0; number < of; number++) {
        pieces.push({ photograph: entry.photograph, number, of, bytes: bytes.slice(number * PART, (number + 1) * PART) });
      }
    }
    const sealed = base64(await encrypt(this.publicKey, new TextEncoder().encode(JSON.stringify(entry))));
    const transaction = (await this.open()).transaction([MESSAGES, PARTS], 'readwrite');
    transaction.objectStore(MESSAGES).add({ at: Date.now(), sealed, mark });
    for (const piece of pieces) transaction.objectStore(PARTS).add(piece);
    return new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }

  // The marks of what waits, in order.
  async marks() {
    return (await this.all(MESSAGES)).map((each) => each.mark);
  }

  // How many messages and photographs wait, and since when.
  async waiting() {
    const messages = await this.all(MESSAGES);
    const photographs = new Set((await this.all(PARTS)).map((each) => each.photograph));
    return { count: messages.length || photographs.size, since: Math.min(Date.now(), ...messages.map((each) => each.at)) };
  }

  // Sends all that waits; two pages of one browser take turns. Gives 'sent', 'gone', 'forgotten' or 'later'. What the
  // server refuses stays, and does not hold up the rest.
  send() {
    return navigator.locks ? navigator.locks.request(this.name, () => this.sendAll()) : this.sendAll();
  }

  async sendAll() {
    const device = await this.device();
    const messages = await this.all(MESSAGES);
    const letters = messages.length ? messages : [{ sequence: 0 }];
    let outcome = 'sent';
    const sender = async () => {
      for (let letter = letters.shift(); letter && outcome === 'sent'; letter = letters.shift()) {
        const body = JSON.stringify({ device, sequence: letter.sequence, entries: letter.sealed ? [{ sealed: letter.sealed }] : [] });
        const answer = await this.post('/envelopes', body, 'application/json', letter.mark);
        if (answer === 'sent' && letter.sealed) await this.remove(MESSAGES, letter.sequence);
        else if (answer !== 'sent' && answer !== 'refused') outcome = answer;
      }
    };
    await Promise.all(Array.from({ length: this.lanes }, sender));
    for (const part of outcome === 'sent' ? await this.all(PARTS) : []) {
      const answer = await this.post('/photographs/' + part.photograph + '/' + part.number + '?of=' + part.of, part.bytes, 'application/octet-stream');
      if (answer === 'sent') await this.remove(PARTS, [part.photograph, part.number]);
      else if (answer !== 'refused') {
        outcome = answer;
        break;
      }
    }
    if (outcome === 'forgotten') await this.forget();
    return outcome;
  }

  async post(path, body, type, mark) {
    try {
      const answer = await fetch(this.address + path, { method: 'POST', body, headers: { 'Content-Type': type, Accept: 'application/json' }, cache: 'no-store' });
      if (answer.ok && mark) await this.onAnswer(mark, await answer.json());
      return answer.ok ? 'sent' : { 404: 'gone', 410: 'forgotten', 413: 'refused', 422: 'refused' }[answer.status] ?? 'later';
    } catch {
      return 'later';
    }
  }

  // Deletes everything that this browser holds of the page.
  async forget() {
    (await this.open()).close();
    this.opened = undefined;
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(this.name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
    const worker = await navigator.serviceWorker?.getRegistration(this.address);
    if (worker) await worker.unregister();
    if (window.caches) for (const name of await caches.keys()) if (name === this.address) await caches.delete(name);
  }

  // Everything that waits, still encrypted, as a file for when there is no network for long.
  async export() {
    const envelopes = (await this.all(MESSAGES)).map((each) => ({ sequence: each.sequence, entries: [{ sealed: each.sealed }] }));
    const parts = (await this.all(PARTS)).map((each) => ({ ...each, bytes: base64(each.bytes) }));
    return new Blob([JSON.stringify({ address: this.address, device: await this.device(), envelopes, parts })], { type: 'application/json' });
  }
}

// Sends what waits as soon as there is network: on load, when it returns, in the foreground, every half minute. A browser
// that must forget keeps no page either; nor does one that shows another page than the one to keep.
export function keepInTouch(outbox, send, { always = false, isKept = true } = {}) {
  const retry = () => send().catch(() => {});
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && retry());
  setInterval(async () => (always ? document.visibilityState === 'visible' : (await outbox.waiting().catch(() => ({}))).count) && retry(), 30000);
  retry().then((outcome) => isKept && outcome !== 'forgotten' && navigator.serviceWorker?.register(outbox.address + '/worker.js', { scope: outbox.address }))
    .then((worker) => worker?.active?.postMessage('keep')).catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
}
