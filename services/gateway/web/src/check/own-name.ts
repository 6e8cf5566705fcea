import { useState } from 'react';

const KEY = 'weir.name';

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The reader's name, where no key names them; kept in this browser. */
export function useOwnName(): [string, (name: string) => void] {
  const [name, setName] = useState(remembered);
  const keep = (next: string): void => {
    setName(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Forbidden storage: the name is asked for again.
    }
  };
  return [name, keep];
}
