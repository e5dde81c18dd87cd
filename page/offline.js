// The app without a network: the service worker is registered in peace once the first view stands, a new version waits
// until the person takes it, and what the page says of either is what the worker has.

// How long the first view has the connection and the processor to itself.
const FIRST = 6000;

const workers = location.protocol.startsWith('http') ? navigator.serviceWorker : undefined;

const say = (name) => dispatchEvent(new Event(`monosashi-${name}`));

/** Notes on the page's root whether every file of the app is here. */
const noteWhetherReady = async () => {
  const { active } = await workers.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: whole }) => {
    document.documentElement.toggleAttribute('data-offline', whole === true);
    say('offline');
  };
  active.postMessage('is it whole?', [port2]);
};

/** A new version is taken only when the person says so; the page is then loaded again by it. */
const offer = (waiting) => {
  addEventListener('monosashi-take-new-version', () => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  }, { once: true });
  say('new-version');
};

const watch = (worker) => worker?.addEventListener('statechange', () => {
  // Without a worker at work this is the first version, not a new one.
  if (worker.state === 'installed' && workers.controller) offer(worker);
});

/** Plan files that were opened before the worker was at work are held for later too. */
const holdWhatWasOpened = () => {
  for (const { name } of performance.getEntriesByType('resource')) {
    if (new URL(name).pathname.endsWith('.json')) fetch(name, { cache: 'no-cache' }).catch(() => {});
  }
};

const register = async () => {
  let registration;
  try {
    registration = await workers.register('./service-worker.js', { scope: './', updateViaCache: 'none' });
  } catch {
    // A host or a browser that does without: the app works all the same, with a network.
    return;
  }
  if (registration.waiting && workers.controller) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  // A page on a tablet stays open for weeks; without a network there is nothing new to be had.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
  noteWhetherReady();
};

if (workers) {
  if (!workers.controller) workers.addEventListener('controllerchange', holdWhatWasOpened, { once: true });
  setTimeout(register, FIRST);
}
