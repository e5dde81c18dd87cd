// Starts the app. A file of its own: a strict host allows no script in the page.
const recovery = window.monosashi;
if (!recovery || recovery.mayStart()) {
  // What the page shows already is painted before anything else is asked for.
  const early = document.getElementById('early') && !document.documentElement.hasAttribute('data-elsewhere');
  if (early) await (await import('./early.js')).standAside();
  // Where the address is a plan's, what shows plans is asked for at once, not only when the app has come and asks.
  if (early || /^#\/(open|plan)/.test(location.hash)) {
    for (const file of PLAN) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
      link.href = new URL(file, import.meta.url).href;
      document.head.append(link);
    }
  }
  try {
    const { default: init } = await import('./app.js');
    await init({ module_or_path: new URL('./app_bg.wasm', import.meta.url) });
    recovery?.started();
    if (PUBLISHED) import('./offline.js');
  } catch (error) {
    if (!recovery) throw error;
    recovery.failed(error);
  }
}
