import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function LiveView(): ReactElement {
  return (
    <>
      <PageTitle title="Live" />
      <Empty title="Nothing here yet" />
    </>
  );
}
