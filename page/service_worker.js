// Holds the app as one set, so that it opens without a network and is never a mixture of two versions. The build writes
// the set's name and files into this one.
'use strict';

const BUILD = 'BUILD_NAME';
const FILES = FILE_NAMES;

// Several apps may lie below one host name, and share its caches.
const OURS = `monosashi-app-${new URL(self.registration.scope).pathname}-`;
const SET = OURS + BUILD;
// Plan files beside the app change without it: the newest that could be had.
const PLANS = 'monosashi-plans';
// The app as one file, of which few have need: held once somebody had it, so that nobody loads it for nothing.
const ONE_FILE = 'monosashi.html';

const address = (path) => new URL(path, self.registration.scope).href;
// A page is the whole app's, whatever follows its address.
const pathOf = (request) => {
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const path = url.href.startsWith(self.registration.scope) ? url.href.slice(self.registration.scope.length) : null;
  return path === 'index.html' ? '' : path;
};

// All of it or nothing: where one file does not come, the set before stays.
const install = async () => {
  const set = await caches.open(SET);
  await set.addAll(['', ...FILES].map((path) => new Request(address(path), { cache: 'no-cache' })));
};

const isWhole = async () => {
  if (!(await caches.has(SET))) return false;
  const set = await caches.open(SET);
  const held = new Set((await set.keys()).map((request) => request.url));
  return ['', ...FILES].every((path) => held.has(address(path)));
};

// The sets before are let go only when nobody works with them any more.
const activate = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== SET) await caches.delete(name);
  }
  await self.clients.claim();
};

const fromSet = async (path) => {
  const set = await caches.open(SET);
  return (await set.match(address(path))) ?? fetch(address(path));
};

const newest = async (request) => {
  const plans = await caches.open(PLANS);
  try {
    const answer = await fetch(request);
    if (answer.ok) await plans.put(request.url, answer.clone());
    return answer;
  } catch (error) {
    const held = (await plans.match(request.url)) ?? (await (await caches.open(SET)).match(request.url));
    if (held) return held;
    throw error;
  }
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (event.request.method !== 'GET' || path === null) return;
  if (path.endsWith('.json') || path === ONE_FILE) event.respondWith(newest(event.request));
  else if (path === '' || FILES.includes(path)) event.respondWith(fromSet(path));
});
self.addEventListener('message', (event) => {
  if (event.data === 'is it whole?') event.waitUntil(isWhole().then((whole) => event.ports[0].postMessage(whole)));
  if (event.data === 'take over') self.skipWaiting();
});
