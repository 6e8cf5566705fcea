import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEnvironment, VARIABLES } from '@weir/platform';
import { describe, expect, it } from 'vitest';
import { configuration, deployments } from './kubernetes.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What the overlay's Secret holds. */
const SECRET = {
  MONGODB_URI: 'mongodb://mongo/weir',
  S3_ACCESS_KEY_ID: 'an-id',
  S3_SECRET_ACCESS_KEY: 'a-key',
};
/** After which a service has cut off what was under way, and left. */
const SHUTDOWN_SECONDS = 20;

const all = deployments().map((each) => {
  const { containers, ...pod } = each.spec.template.spec;
  return { name: each.metadata.name, pod, container: containers[0]! };
});

describe('infra/k8s', () => {
  it('has the five services', () => {
    const names = all.map(({ name }) => name);
    expect(names).toEqual(['gateway', 'inference', 'ingestion', 'training', 'validation']);
  });

  it.each(all)('gives $name variables that are read, with values that are valid', ({ container }) => {
    const own = Object.fromEntries(container.env?.map(({ name, value }) => [name, value]) ?? []);
    const given = { ...configuration(), ...SECRET, ...own };
    expect(Object.keys(VARIABLES)).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(readEnvironment(given)).toMatchObject({ bus: 'kafka', documents: 'mongodb', cache: 'redis' });
  });

  it.each(all)('starts the service $name by a file that there is', ({ name, container }) => {
    const file = container.command.at(-1) ?? '';
    expect(file).toBe(`services/${name}/dist/main.js`);
    expect(existsSync(`${ROOT}services/${name}/src/main.ts`)).toBe(true);
  });

  it.each(all)('lets $name write to a bounded /tmp only', ({ pod, container }) => {
    expect(pod.securityContext.runAsNonRoot).toBe(true);
    expect(container.securityContext.readOnlyRootFilesystem).toBe(true);
    const volume = container.volumeMounts.find(({ mountPath }) => mountPath === '/tmp')?.name;
    expect(pod.volumes.find(({ name }) => name === volume)?.emptyDir.sizeLimit).toMatch(/^\dGi$/);
  });

  it.each(all)('lets $name finish before it is killed', ({ pod, container }) => {
    const before = Number(container.lifecycle?.preStop.exec.command.at(-1) ?? 0);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(before + SHUTDOWN_SECONDS);
  });

  it.each(all)('restarts $name for itself alone, and routes to it by what it stands on', ({ container }) => {
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
    expect(container.resources).toMatchObject({
      requests: { cpu: expect.any(String), memory: expect.any(String) },
      limits: { memory: expect.any(String) },
    });
  });
});
