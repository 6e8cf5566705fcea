import type { ReactElement } from 'react';
import { Button, Icon } from '../components/index.js';
import { chooseTheme, useTheme } from '../theme/theme.js';

export function ThemeToggle(): ReactElement {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  const label = `Use the ${other} theme`;
  return (
    <Button variant="quiet" aria-label={label} title={label} onClick={() => chooseTheme(other)}>
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </Button>
  );
}
