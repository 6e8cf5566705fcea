import type { ReactElement } from 'react';

const PATHS = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  'shield-check': 'M12 3l7 3v5.5c0 4.5-3 7.7-7 9.5-4-1.8-7-5-7-9.5V6zM8.7 12l2.4 2.4 4.4-4.6',
  warning: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.3',
  stop: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M19.1 4.9l-1.8 1.8M6.7 17.3l-1.8 1.8',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3L20.5 20.5',
  table: 'M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M9.5 10v9',
  pulse: 'M2.5 12h4l3-7.5 5 15 3-7.5h4',
  layers: 'M12 3.5l9 4.8-9 4.8-9-4.8zM3.5 12.5L12 17l8.5-4.5M3.5 16.5L12 21l8.5-4.5',
  chart: 'M4 20V4M4 20h16.5M8.5 16v-5M13 16V7.5M17.5 16v-3.5',
  play: 'M7 4.5v15l12-7.5z',
  list: 'M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.3M4 12h.3M4 18h.3',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  close: 'M6 6l12 12M18 6L6 18',
  globe:
    'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3.5 12h17M12 3c2.7 2.6 3.8 5.6 3.8 9s-1.1 6.4-3.8 9c-2.7-2.6-3.8-5.6-3.8-9S9.3 5.6 12 3z',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5.5M12 7.5v.3',
  upload: 'M12 16V4.5M7 9l5-4.5L17 9M4 16v4h16v-4',
  download: 'M12 4v11.5M7 11l5 4.5 5-4.5M4 16v4h16v-4',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5.3l3.5 2.2',
  key: 'M7.5 11.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.8 12.8L20 3.6M16 7.6l3 3',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.7-4 3.7-6 7.5-6s6.800 2 7.500 6',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words: screen readers skip it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
