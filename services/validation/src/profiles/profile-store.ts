import { type ColumnProfile, profileFromJson, profileToJson } from '@weir/drift';
import { isWeirError, type Objects } from '@weir/platform';

/** The profiles of snapshots, kept so that a later one can be compared without reading this one again. */
export class ProfileStore {
  constructor(private readonly objects: Objects) {}

  async save(snapshotId: string, profiles: readonly ColumnProfile[]): Promise<void> {
    const lines = profiles.map((profile) => profileToJson(profile)).join('\n');
    await this.objects.put(keyOf(snapshotId), Buffer.from(lines));
  }

  /** Null where the snapshot has not been validated. */
  async load(snapshotId: string): Promise<ColumnProfile[] | null> {
    try {
      const text = (await this.objects.read(keyOf(snapshotId))).toString('utf8');
      return text.split('\n').map((line) => profileFromJson(JSON.parse(line)));
    } catch (error) {
      if (isWeirError(error, 'WEIR_OBJECT_MISSING')) return null;
      throw error;
    }
  }
}

function keyOf(snapshotId: string): string {
  return `snapshots/${snapshotId}/profiles.ndjson`;
}
