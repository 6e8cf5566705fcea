// Before the views: theirs must be able to differ.
import './theme/tokens.css';
import './theme/base.css';
import './components/components.css';
import './layout/layout.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { reloadAfterUpgrade } from './routing/reload-after-upgrade.js';

reloadAfterUpgrade();
const place = document.getElementById('page');
if (place === null) throw new Error('index.html has no place for the page');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
