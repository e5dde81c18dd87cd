// Runs before the app's own scripts on every page that the harness serves.
(() => {
  const here = new URL('.', document.currentScript.src || location.href);
  // On a disk there is nobody to tell: errors wait for the journey to ask, whatever page stands then.
  const onDisk = location.protocol === 'file:';
  const UNTOLD = 'harness-errors';
  const untold = onDisk ? JSON.parse(sessionStorage.getItem(UNTOLD) ?? '[]') : [];
  // A program that stopped lets nothing more be written, which does not mean this.
  const { setItem, removeItem } = Storage.prototype;
  const takeErrors = () => {
    if (onDisk) removeItem.call(sessionStorage, UNTOLD);
    return harness.errors.splice(0);
  };
  const harness = { errors: untold, downloads: [], copied: [], takeErrors };
  Object.defineProperty(window, '__harness', { value: harness });

  let leaving = false;
  addEventListener('beforeunload', () => { leaving = true; });

  // What a page does not get any more because it is being left is no error.
  const NOT_HAD = /^could not load|NetworkError|Load failed|Failed to fetch|operation was aborted|Importing a module/;
  // Reported at once and synchronously: the page may be gone in a moment.
  const report = (text) => {
    if (leaving && NOT_HAD.test(text)) return;
    harness.errors.push(text);
    try {
      if (onDisk) {
        setItem.call(sessionStorage, UNTOLD, JSON.stringify(harness.errors));
        return;
      }
      const request = new XMLHttpRequest();
      request.open('POST', new URL('harness-error', here), false);
      request.send(text);
    } catch { /* The journey has ended the site; the list above still has it. */ }
  };
  const words = (value) => (value instanceof Error ? `${value.message}\n${value.stack ?? ''}` : String(value));
  addEventListener('error', (event) => {
    const source = event.target?.src ?? event.target?.href;
    report(source ? `could not load ${source}` : words(event.error ?? event.message));
  }, true);
  addEventListener('unhandledrejection', (event) => report(`unhandled: ${words(event.reason)}`));
  const original = console.error;
  console.error = (...values) => {
    report(values.map(words).join(' '));
    original.apply(console, values);
  };

  // A download is caught instead of saved: its name and its bytes.
  const blobs = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = create.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const bytesOf = async (url) => new Uint8Array(
    await (blobs.has(url) ? blobs.get(url).arrayBuffer() : (await fetch(url)).arrayBuffer()));
  const keep = async (anchor) => {
    const entry = { name: anchor.download, done: false };
    harness.downloads.push(entry);
    const bytes = await bytesOf(anchor.href);
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    entry.base64 = btoa(text);
    entry.done = true;
  };
  addEventListener('click', (event) => {
    const anchor = event.target instanceof Element && event.target.closest('a[download]');
    if (anchor && !event.defaultPrevented) {
      event.preventDefault();
      keep(anchor);
    }
  });
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function () {
    if (this instanceof HTMLAnchorElement && this.hasAttribute('download') && !this.isConnected) keep(this);
    else click.call(this);
  };
})();
