// Stands before the page's styles, so that a theme chosen by hand is there before anything is drawn.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('weir.theme');
  } catch {
    // Storage may be forbidden; the system's theme is as good.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
