// What stands beside the app for when the app itself cannot go on. Plain JavaScript without a dependency: it must work
// when nothing else does. It reads what is kept in this browser and hands it over as a file; it never changes any of it.
(() => {
  'use strict';

  // Every key of the app's begins so; see src/keep/mod.rs.
  const PREFIX = 'monosashi/';
  // How many starts in a row have failed.
  const FAILED_STARTS = 'monosashi-failed-starts';
  // The files of the app were fetched anew in this tab.
  const REPAIRED = 'monosashi-repaired';
  // A start that brought the app this far has succeeded.
  const STANDS_AFTER = 10000;

  const WORDS = {
    stopped: {
      title: '動かなくなりました',
      what: 'プログラムが途中で止まりました。',
      data: '保存した計画はこの端末に残っています。止まる直前の変更だけは、保存されていないことがあります。',
    },
    safe: {
      title: '安全モード',
      what: '続けて2回、途中で止まりました。何も読み込まずにこの画面を開いています。',
      data: '保存した計画はこの端末に残っています。まず下のボタンでファイルに取り出しておくと安心です。',
    },
    missing: {
      title: '必要なファイルが届きませんでした',
      what: '通信が途切れたか、公開されている版が入れ替わったところです。',
      data: '保存した計画はこの端末に残っています。通信を確かめて、もう一度開いてください。',
    },
    noWebAssembly: {
      title: 'このブラウザでは動かせません',
      what: 'WebAssemblyが使えない設定になっています。iPhoneのロックダウンモードや、ブラウザの強化されたセキュリティ設定をお使いのときは、このサイトだけを対象から外すと開けます。',
      data: 'この端末に保存した計画があれば、下のボタンでファイルに取り出せます。',
    },
    again: 'もう一度開く',
    fromList: '計画一覧から開く',
    downloadAll: '保存データをすべて取り出す',
    download: '取り出す',
    kept: 'この端末に保存されている計画',
    nothingKept: 'この端末に保存されている計画は見つかりませんでした。',
    unreadable: 'このブラウザは保存データの読み出しを許していません。',
    untitled: '名前を読めない計画',
    technical: '技術的な情報（問い合わせのとき）',
    file: 'まちのものさし-保存データ',
  };

  // Where the page shows a plan already (src/app/early.rs), that is what an address that asks for nothing means.
  const early = () => document.getElementById('early');
  document.documentElement.toggleAttribute('data-elsewhere', !/^(#|#\/|#main)?$/.test(location.hash));

  let stopped = false;
  let standing = 0;

  const storage = () => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  };
  const write = Storage.prototype.setItem;
  const remove = Storage.prototype.removeItem;

  const failedStarts = () => {
    try {
      return Number(storage().getItem(FAILED_STARTS)) || 0;
    } catch {
      return 0;
    }
  };
  const noteFailedStarts = (count) => {
    // Where nothing can be noted every failed start is the first: the recovery page comes all the same.
    try {
      if (count > 0) write.call(storage(), FAILED_STARTS, String(count));
      else remove.call(storage(), FAILED_STARTS);
    } catch { /* see above */ }
  };

  /** Everything the app keeps, text by text under its key; none where the browser does not let it be read. */
  const texts = () => {
    const held = storage();
    if (!held) return null;
    try {
      const found = {};
      for (const key of Object.keys(held).sort()) {
        if (key.startsWith(PREFIX)) found[key] = held.getItem(key);
      }
      return found;
    } catch {
      return null;
    }
  };

  /** The kept plans: each one's texts, and its name as far as a manifest can be read. */
  const plans = (all) => {
    const found = new Map();
    for (const [key, text] of Object.entries(all)) {
      const [, plan, name] = key.slice(PREFIX.length).split('/');
      if (!name) continue;
      if (!found.has(plan)) found.set(plan, { key: plan, texts: {}, title: '', revision: -1 });
      const held = found.get(plan);
      held.texts[key] = text;
      if (name !== 'a' && name !== 'b') continue;
      try {
        const manifest = JSON.parse(text.slice(text.indexOf(' ') + 1));
        if (manifest.revision > held.revision) {
          held.revision = manifest.revision;
          held.title = [manifest.municipality, manifest.title].filter(Boolean).join(' ');
        }
      } catch { /* a damaged manifest has no name to show; its text is handed over all the same */ }
    }
    return [...found.values()];
  };

  /** What the mirror holds, text by text under its key (see src/keep/mirror.rs); nothing where there is none. */
  const mirrored = () => new Promise((resolve) => {
    try {
      const asked = indexedDB.open('monosashi');
      // There was none: none is made.
      asked.onupgradeneeded = () => asked.transaction.abort();
      asked.onerror = () => resolve({});
      asked.onsuccess = () => {
        const found = {};
        const transaction = asked.result.transaction(['manifests', 'records']);
        for (const store of ['manifests', 'records']) {
          const walk = transaction.objectStore(store).openCursor();
          walk.onsuccess = () => {
            if (!walk.result) return;
            found[walk.result.key] = walk.result.value;
            walk.result.continue();
          };
        }
        transaction.oncomplete = () => { asked.result.close(); resolve(found); };
        transaction.onabort = () => resolve({});
      };
    } catch {
      resolve({});
    }
  });

  /** The plans of which the mirror has a newer state than the storage. */
  const newerOf = (mirror, all) => {
    const held = new Map(plans(all).map((plan) => [plan.key, plan.revision]));
    return plans(mirror).filter((plan) => plan.revision > (held.get(plan.key) ?? -1));
  };

  const save = (name, held) => {
    const blob = new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const button = (text, kind, act) =>
    element('button', { type: 'button', className: kind, textContent: text, onclick: act });

  const listOf = (all) => {
    const found = plans(all);
    if (found.length === 0) return [element('p', { className: 'spaced', textContent: WORDS.nothingKept })];
    const row = (plan) => {
      const title = plan.title || `${WORDS.untitled} ${plan.key}`;
      const take = button(WORDS.download, 'button', () => save(title, plan.texts));
      take.setAttribute('aria-label', `${title} ${WORDS.download}`);
      return element('li', { className: 'card-head' }, element('span', { textContent: title }), take);
    };
    return [
      element('h2', { className: 'spaced', textContent: WORDS.kept }),
      element('ul', { className: 'rows' }, ...found.map(row)),
      element('div', { className: 'buttons spaced' },
        button(WORDS.downloadAll, 'button', () => save(WORDS.file, all))),
    ];
  };
  const keptPlans = () => {
    const all = texts();
    const unreadable = element('p', { className: 'spaced', textContent: WORDS.unreadable });
    const place = element('section', {}, ...(all ? listOf(all) : [unreadable]));
    mirrored().then((mirror) => {
      const newer = newerOf(mirror, all ?? {});
      if (newer.length > 0) place.replaceChildren(...listOf(Object.assign({}, all, ...newer.map((plan) => plan.texts))));
    });
    return [place];
  };

  const show = (kind, error) => {
    const words = WORDS[kind];
    const startAnew = (address) => {
      noteFailedStarts(0);
      if (address !== undefined) location.hash = address;
      location.reload();
    };
    const ways = [button(WORDS.again, 'button primary',
      () => (kind === 'safe' ? startAnew() : location.reload()))];
    if (kind === 'safe') ways.push(button(WORDS.fromList, 'button', () => startAnew('#/plans')));
    const technical = error === undefined ? [] : [
      element('details', {}, element('summary', { textContent: WORDS.technical }),
        element('pre', { textContent: `${error && error.message || error}\n${error && error.stack || ''}` })),
    ];
    const heading = element('h1', { textContent: words.title, tabIndex: -1 });
    // What the page shows without the program stays readable below.
    const stays = ['missing', 'noWebAssembly'].includes(kind) ? early() : null;
    const page = element(stays ? 'section' : 'main', { id: 'recovery' },
      heading,
      element('p', { className: 'headline', textContent: words.what }),
      element('p', { textContent: words.data }),
      element('div', { className: 'buttons spaced' }, ...ways),
      ...(kind === 'safe' ? safeTexts() : keptPlans()),
      ...technical);
    const stand = () => {
      if (stays) {
        if (!page.isConnected) stays.before(page);
        return;
      }
      if (document.body.children.length !== 1 || page.parentNode !== document.body) document.body.replaceChildren(page);
    };
    stand();
    // A program that was on its way when it was stopped may still put its own page here.
    new MutationObserver(stand).observe(document.body, { childList: true });
    heading.focus();
  };

  // Safe mode looks into nothing: not even a manifest is read for its title.
  const safeTexts = () => {
    const all = texts();
    if (!all) return [element('p', { className: 'spaced', textContent: WORDS.unreadable })];
    return [element('div', { className: 'buttons spaced' },
      button(WORDS.downloadAll, 'button', () => save(WORDS.file, all)))];
  };

  const whenBodyStands = (act) => {
    if (document.body) act();
    else addEventListener('DOMContentLoaded', act, { once: true });
  };

  /** Nothing the program does from now on reaches what is kept: what it believes may be wrong. */
  const fence = () => {
    const refuse = () => {
      throw new DOMException('the program has stopped; nothing more is written', 'InvalidStateError');
    };
    const fenced = [
      [window.Storage, ['setItem', 'removeItem', 'clear']],
      [window.IDBObjectStore, ['put', 'add', 'delete', 'clear']],
      [window.IDBCursor, ['update', 'delete']],
    ];
    for (const [kind, names] of fenced) {
      for (const name of kind ? names : []) kind.prototype[name] = refuse;
    }
  };

  // A program that trapped, or that ran out of stack in the middle of what it did.
  const isTrap = (error) =>
    (window.WebAssembly && error instanceof WebAssembly.RuntimeError)
    || (error instanceof Error && ['RangeError', 'InternalError'].includes(error.name)
      && /stack|recursion/i.test(error.message));

  const stop = (kind, error) => {
    if (stopped) return;
    stopped = true;
    clearTimeout(standing);
    fence();
    whenBodyStands(() => show(kind, error));
  };
  /** A set of files that is not whole is let go and fetched anew, once; what is kept stays untouched. */
  const missing = async (error) => {
    if (stopped) return;
    let repairs = false;
    try {
      const registration = await navigator.serviceWorker?.getRegistration('./');
      repairs = registration !== undefined && sessionStorage.getItem(REPAIRED) === null;
      if (repairs) {
        sessionStorage.setItem(REPAIRED, '1');
        await registration.unregister();
        const ours = `monosashi-app-${new URL(registration.scope).pathname}-`;
        const sets = (await caches.keys()).filter((name) => name.startsWith(ours));
        await Promise.all(sets.map((name) => caches.delete(name)));
      }
    } catch {
      repairs = false;
    }
    if (repairs) location.reload();
    else stop('missing', error);
  };
  const trapped = (error) => {
    if (stopped) return;
    const failed = failedStarts() + 1;
    noteFailedStarts(failed);
    stop(failed > 1 ? 'safe' : 'stopped', error);
  };

  addEventListener('error', (event) => {
    if (isTrap(event.error)) trapped(event.error);
    else if (event.target instanceof HTMLScriptElement) missing();
  }, true);
  addEventListener('unhandledrejection', (event) => {
    if (isTrap(event.reason)) trapped(event.reason);
  });

  window.monosashi = {
    /** Whether the app may start; where it may not, the page says why and what to do. */
    mayStart() {
      if (typeof WebAssembly !== 'object') stop('noWebAssembly');
      else if (failedStarts() > 1) stop('safe');
      return !stopped;
    },
    /** The app stands. Whether it goes on standing is seen a little later. */
    started() {
      const stands = () => {
        clearTimeout(standing);
        if (stopped) return;
        noteFailedStarts(0);
        try {
          sessionStorage.removeItem(REPAIRED);
        } catch { /* nothing was noted there either */ }
      };
      standing = setTimeout(stands, STANDS_AFTER);
    },
    /** The app did not start. */
    failed(error) {
      if (isTrap(error)) trapped(error);
      else missing(error);
    },
  };
})();
