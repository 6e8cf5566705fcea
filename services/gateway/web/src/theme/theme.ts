import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const KEY = 'weir.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** What is shown: chosen by hand, or else the system's. */
function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}

/** The theme shown; charts that draw on a canvas must be drawn again when it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current);
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Forbidden storage: the choice lasts as long as the page does.
  }
  for (const listener of listeners) listener();
}

/** A design token's value as it is now, for canvases: `tokenValue('--accent')`. */
export function tokenValue(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
