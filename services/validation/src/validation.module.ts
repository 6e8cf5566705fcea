import { Module } from '@nestjs/common';
import { BACKENDS, type Backends, ReportCatalog, SnapshotCatalog, SnapshotReader } from '@weir/platform';
import { ProfileStore } from './profiles/profile-store.js';
import { StreamDriftController, streamDriftProviders } from './stream-drift/index.js';
import { ValidationController } from './validation.controller.js';
import { ValidationStage } from './validation-stage.js';
import { Validator } from './validator.js';

@Module({
  controllers: [ValidationController, StreamDriftController],
  providers: [
    ValidationStage,
    ...streamDriftProviders,
    {
      provide: SnapshotCatalog,
      inject: [BACKENDS],
      useFactory: ({ documents }: Backends) => new SnapshotCatalog(documents),
    },
    {
      provide: Validator,
      inject: [BACKENDS],
      useFactory: ({ objects, documents }: Backends) =>
        new Validator(
          new SnapshotReader(objects),
          objects,
          new ReportCatalog(documents),
          new ProfileStore(objects),
        ),
    },
  ],
})
export class ValidationModule {}
