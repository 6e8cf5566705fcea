import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function ModelsView(): ReactElement {
  return (
    <>
      <PageTitle title="Models" />
      <Empty title="Nothing here yet" />
    </>
  );
}
