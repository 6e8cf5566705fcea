import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function ListsView(): ReactElement {
  return (
    <>
      <PageTitle title="Lists" />
      <Empty title="Nothing here yet" />
    </>
  );
}
