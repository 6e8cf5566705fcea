import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function DataAndDriftView(): ReactElement {
  return (
    <>
      <PageTitle title="Data" />
      <Empty title="Nothing here yet" />
    </>
  );
}
