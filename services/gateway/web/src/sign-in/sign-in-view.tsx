import type { ReactElement } from 'react';
import { Empty, PageTitle } from '../components/index.js';

export default function SignInView(): ReactElement {
  return (
    <>
      <PageTitle title="SignIn" />
      <Empty title="Nothing here yet" />
    </>
  );
}
