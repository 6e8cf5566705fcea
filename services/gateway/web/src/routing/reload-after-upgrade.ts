const KEY = 'weir.reloadedAt';
const ONCE_IN_MS = 30_000;

/** After an upgrade of the gateway, an open page asks for views that are no longer there: the new page has them. */
export function reloadAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', (event) => {
    // A view that is missing from the new page as well must not reload for ever.
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < ONCE_IN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
