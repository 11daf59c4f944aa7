// Keeps one page for when there is no network. It is the page without anyone's notes, and nothing else is kept.
const page = new URL(self.registration.scope).pathname;

async function keep() {
  const answer = await fetch(page + '/offline', { cache: 'no-store' });
  // Who is signed out is sent to another page, which is not kept in its place.
  if (!answer.ok || answer.redirected) return;
  const text = await answer.clone().text();
  const files = [...text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((each) => each[1]);
  const cache = await caches.open(page);
  for (const known of await cache.keys()) {
    const path = new URL(known.url).pathname;
    if (path !== page && !files.includes(path)) await cache.delete(known);
  }
  await cache.addAll(files);
  await cache.put(page, answer);
}

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => event.waitUntil(keep().catch(() => {})));

async function kept(path) {
  return (await caches.open(page)).match(path, { ignoreSearch: true });
}

async function answer(request) {
  const slow = new Promise((resolve) => setTimeout(() => resolve(kept(page)), 8000));
  const fresh = fetch(request).catch(() => kept(page));
  return (await Promise.race([fresh, slow])) || fresh;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && path === page) event.respondWith(answer(request));
  else if (path.startsWith('/static/')) event.respondWith(kept(path).then((known) => known || fetch(request)));
});
