// Where a published plan's first screen stands in the page already (src/app/early.rs), the app is put together beside it and
// takes its place only when it shows the same: nothing moves, and nothing is empty in between.

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** Makes the place where the app is put together, and waits until what stands in the page is painted. */
export const standAside = async () => {
  const aside = document.createElement('div');
  aside.id = 'aside';
  aside.hidden = true;
  document.body.append(aside);
  if (!document.hidden) await frame();
  takeOver(aside);
};

const takeOver = async (aside) => {
  // The recovery page has put the page aside when the app cannot go on.
  while (aside.isConnected && !aside.querySelector('main h1')) await frame();
  // The first pictures come with the next frame, the others with the one after.
  for (let more = 3; more > 0; more -= 1) await frame();
  if (!aside.isConnected) return;
  const { scrollX, scrollY } = window;
  const focused = document.activeElement?.getAttribute('href');
  document.body.replaceChildren(...aside.childNodes);
  scrollTo(scrollX, scrollY);
  if (focused) document.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  // Pictures whose place had no width while the app stood aside have one now.
  dispatchEvent(new Event('resize'));
  performance.mark('app:taken-over');
};
