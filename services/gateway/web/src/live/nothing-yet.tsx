import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { client, unwrap, useCan } from '../api/index.js';
import { Button, Empty, ErrorBox } from '../components/index.js';

const EXAMPLES = [
  'http://paypal.com.secure-login.example.tk/verify',
  'https://www.wikipedia.org/wiki/Weir',
  'http://203.0.113.7/webscr/login.php?cmd=update',
];
const EXAMPLE = 'http://secure-login.example.tk/verify';

/** How to make something come. */
export function NothingYet(): ReactElement {
  const mayPublish = useCan('publish');
  const publish = useMutation({
    mutationFn: () => unwrap(client.POST('/v1/events', { body: { urls: EXAMPLES, source: 'page' } })),
  });
  const origin = window.location.origin;
  return (
    <Empty title="Nothing is coming yet">
      <div className="stack nothing-yet">
        <p>URLs that are published to Weir show here as soon as they are classified. Publish one:</p>
        <pre>
          <code>
            curl -s {origin}/v1/events -H 'content-type: application/json' -d '{`{"url": "${EXAMPLE}"}`}'
          </code>
        </pre>
        <p>or, where Weir runs on Kafka, straight to it (with Docker Compose at this address):</p>
        <pre>
          <code>echo '{EXAMPLE}' | kcat -P -b 127.0.0.1:9094 -t urls.submitted</code>
        </pre>
        {mayPublish ? (
          <Button busy={publish.isPending} onClick={() => publish.mutate()}>
            Publish three examples
          </Button>
        ) : null}
        {publish.isSuccess ? <p role="status">Published. Their verdicts come in a moment.</p> : null}
        {publish.isError ? <ErrorBox error={publish.error} /> : null}
      </div>
    </Empty>
  );
}
