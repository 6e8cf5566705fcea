import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { createQueries } from './api/queries.js';
import { Layout } from './layout/layout.js';
import { Views } from './routing/views.js';

export function App(): ReactElement {
  const [queries] = useState(createQueries);
  return (
    <QueryClientProvider client={queries}>
      <Layout>
        <Views />
      </Layout>
    </QueryClientProvider>
  );
}
