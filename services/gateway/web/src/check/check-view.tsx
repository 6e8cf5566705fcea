import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export function CheckView(): ReactElement {
  return (
    <>
      <PageTitle title="Is this URL phishing?" />
      <Empty title="Nothing here yet" />
    </>
  );
}
