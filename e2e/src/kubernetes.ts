import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const BASE = fileURLToPath(new URL('../../infra/k8s/base/', import.meta.url));

/** The members of a manifest that are looked at. */
export interface Deployment {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}

interface PodSpec {
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext: { readonly runAsNonRoot: boolean };
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly emptyDir: { readonly sizeLimit: string } }[];
}

interface Container {
  readonly command: readonly string[];
  readonly env?: readonly Variable[];
  readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly resources: { readonly requests: Amounts; readonly limits: Amounts };
  readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

interface Probe {
  readonly httpGet: { readonly path: string };
}

type Amounts = Readonly<Record<'cpu' | 'memory', string | undefined>>;

/** Every document of the base, as it is written. */
function manifests(): { readonly kind: string }[] {
  return readdirSync(BASE)
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(`${BASE}${file}`, 'utf8')))
    .map((document) => document.toJS());
}

export function deployments(): Deployment[] {
  return manifests().filter((each) => each.kind === 'Deployment') as unknown as Deployment[];
}

/** What the base's ConfigMap gives every service. */
export function configuration(): Record<string, string> {
  const [kustomization] = manifests().filter((each) => each.kind === 'Kustomization') as unknown as {
    readonly configMapGenerator: readonly { readonly literals: readonly string[] }[];
  }[];
  const literals = kustomization?.configMapGenerator.flatMap((each) => each.literals) ?? [];
  return Object.fromEntries(
    literals.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
