// Starts the app that is all in one file. A page on a disk may fetch nothing, so what the published app fetches from
// beside it, this file answers from itself; the app is the same, to the byte.
import init from './app.js';

// The file's own text without a plan in it, as the published app has it beside it; see src/app/parts/one_file.rs.
const PRISTINE = 'monosashi.html';
// The plan that was put into the file.
const PLAN = 'carried-plan.json';
const SHELL = 'one_file.html';

// All is taken out of the page at once: the app puts its own into the page's body.
const carried = document.getElementById('carried-plan');
const plan = carried.textContent;
const files = document.getElementById('carried-files').textContent;
const packed = new Map(files.trim().split('\n').map((line) => line.split(' ')));

/** The bytes of a file, which lie here compressed. */
const bytesOf = (name) => {
  const compressed = Uint8Array.from(atob(packed.get(name)), (letter) => letter.charCodeAt(0));
  const { body } = new Response(compressed);
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};
const textOf = async (name) => new TextDecoder().decode(await bytesOf(name));

// Put together from what it was made of, not from the page, which others may have written into.
const pristine = async () => (await textOf(SHELL)).replace('THE_FILES', () => files);

const KINDS = { wasm: 'application/wasm', json: 'application/json', html: 'text/html; charset=utf-8' };

/** What a file beside the app would be answered with. */
const answer = async (name) => {
  let body;
  if (name === PRISTINE) body = await pristine();
  else if (name === PLAN && plan) body = plan;
  else if (packed.has(name)) body = await bytesOf(name);
  else throw new TypeError(`${name} is not in this file`);
  return new Response(body, { headers: { 'Content-Type': KINDS[name.split('.').pop()] ?? 'text/plain' } });
};

const here = new URL('.', location.href).href;
const nameOf = (asked) => {
  const { href } = new URL(asked instanceof Request ? asked.url : asked, location.href);
  return href.startsWith(here) ? decodeURI(href.slice(here.length)) : href;
};

/** Starts the reader's worker from what the file holds: its script, and then its WebAssembly, which it waits for. */
const workersFrom = (script) => {
  const first = 'onmessage = ({ data }) => { onmessage = null; wasm_bindgen({ module_or_path: data }); };';
  const address = URL.createObjectURL(new Blob([script, first], { type: 'text/javascript' }));
  const Original = window.Worker;
  return function Worker(asked) {
    if (nameOf(asked) !== 'reader_loader.js') return new Original(asked);
    const worker = new Original(address);
    bytesOf('reader_bg.wasm').then(
      (bytes) => worker.postMessage(bytes, [bytes]),
      () => worker.dispatchEvent(new Event('error')),
    );
    return worker;
  };
};

const start = async () => {
  window.fetch = async (asked) => answer(nameOf(asked));
  window.Worker = workersFrom(await textOf('reader.js'));
  if (plan) {
    for (const is of ['carries', carried.dataset.edition]) {
      document.documentElement.toggleAttribute(`data-${is}`, true);
    }
    if (location.hash.length < 2) location.replace(`#/open?plan=${PLAN}`);
  }
  await init({ module_or_path: answer('app_bg.wasm') });
};

const recovery = window.monosashi;
// Of an error nobody caught WebKit tells a page on a disk nothing. Here it can only be the program's.
addEventListener('error', (event) => {
  if (event.message === 'Script error.' && !event.error) recovery?.failed(new WebAssembly.RuntimeError(event.message));
});
if (!recovery || recovery.mayStart()) {
  if (typeof DecompressionStream === 'function') {
    try {
      await start();
      recovery?.started();
    } catch (error) {
      if (!recovery) throw error;
      recovery.failed(error);
    }
  } else {
    document.getElementById('too-old').hidden = false;
  }
}
