import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function BatchView(): ReactElement {
  return (
    <>
      <PageTitle title="Batch" />
      <Empty title="Nothing here yet" />
    </>
  );
}
