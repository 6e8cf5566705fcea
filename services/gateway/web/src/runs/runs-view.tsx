import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function RunsView(): ReactElement {
  return (
    <>
      <PageTitle title="Runs" />
      <Empty title="Nothing here yet" />
    </>
  );
}
