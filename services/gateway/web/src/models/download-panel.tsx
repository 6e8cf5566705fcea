import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { client, unwrapResponse, WeirApiError } from '../api/index.js';
import { Button, ErrorBox, Icon, Note } from '../components/index.js';
import { formatsBrief } from './briefs.js';
import { FoldingPanel } from './folding-panel.js';
import { FORMAT_WORDS, type Format, filenameOf, formatsOf } from './formats.js';
import type { ModelVersion } from './model-types.js';
import { saveFile } from './save-file.js';
import { versionPath } from './use-models.js';

interface Wanted {
  readonly format: Format;
  /** Column means in the place of missing values, where ONNX has no nearest rows. */
  readonly withMeans?: boolean;
}

export function DownloadPanel({ version }: { readonly version: ModelVersion }): ReactElement {
  const download = useMutation({ mutationFn: (wanted: Wanted) => save(version, wanted) });
  const { error, variables } = download;
  const isFormat = error instanceof WeirApiError && error.code === 'WEIR_MODEL_FORMAT';
  return (
    <FoldingPanel title="Take it elsewhere" brief={formatsBrief(version)}>
      <div className="stack">
        <ul className="list-plain stack-small">
          {formatsOf(version.algorithm).map((format) => (
            <li key={format} className="row">
              <Button
                busy={download.isPending && variables?.format === format}
                onClick={() => download.mutate({ format })}
              >
                <Icon name="download" />
                Download {format}
              </Button>
              <span className="quiet">{FORMAT_WORDS[format]}</span>
            </li>
          ))}
        </ul>
        {error === null ? null : isFormat && variables?.format === 'onnx' ? (
          <Note tone="suspicious" icon="warning">
            <p role="alert">{error.detail}</p>
            <Button onClick={() => download.mutate({ format: 'onnx', withMeans: true })}>
              Download with column means
            </Button>
          </Note>
        ) : (
          <ErrorBox error={error} />
        )}
      </div>
    </FoldingPanel>
  );
}

async function save({ name, version }: ModelVersion, { format, withMeans = false }: Wanted): Promise<void> {
  const query = new URLSearchParams({ format, ...(withMeans ? { missingValues: 'mean' } : {}) });
  const response = await unwrapResponse(client.fetch(`${versionPath(name, version)}/download?${query}`));
  const filename = filenameOf(response.headers.get('content-disposition'), `${name}-${version}.${format}`);
  saveFile(await response.blob(), filename);
}
