import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  DriftCatalog,
  type DriftDetails,
  type DriftEntry,
  driftDetailsKey,
  isWeirError,
  OBJECTS,
  type Objects,
  WeirError,
} from '@weir/platform';
import { pageOptions } from '../http/paging.js';
import { ApiList, ApiProblems } from '../openapi/decorators.js';
import { DriftListResponse, DriftReportResponse } from '../openapi/drift-responses.js';
import { Needs } from '../security/access.js';
import { DriftQuery } from './drift-query.js';

/** A report of 121 features is 60 kB. */
const MAX_BYTES = 8_388_608;

export type DriftReportView = DriftEntry & Pick<DriftDetails, 'features'>;

/** How the stream differs from what each model version was taught. */
@ApiTags('drift')
@Controller('v1/drift')
export class DriftController {
  constructor(
    private readonly catalog: DriftCatalog,
    @Inject(OBJECTS) private readonly objects: Objects,
  ) {}

  @Get()
  @Needs('read')
  @ApiOperation({ summary: 'Drift of the stream by window, newest first' })
  @ApiList({ schema: false })
  @ApiQuery({
    name: 'name',
    required: false,
    description: 'Of this model only',
    schema: { type: 'string', minLength: 1, maxLength: 100, examples: ['url'] },
  })
  @ApiOkResponse({ type: DriftListResponse })
  @ApiProblems(400, 503)
  async list(@Query() query: DriftQuery): Promise<{ reports: DriftEntry[]; next: string | null }> {
    const { limit, after } = pageOptions(query);
    const { items, next } = await this.catalog.list({
      limit,
      ...(after === undefined ? {} : { after }),
      ...(query.name === undefined ? {} : { name: query.name }),
    });
    return { reports: items, next };
  }

  @Get(':id')
  @Needs('read')
  @ApiOperation({
    summary: 'A window of the stream beside the reference, feature by feature',
    description:
      'Histograms of both over the same bins, the largest effect first. Reports made before details were kept have none.',
  })
  @ApiOkResponse({ type: DriftReportResponse })
  @ApiProblems(404, 503)
  async get(@Param('id') id: string): Promise<DriftReportView> {
    const report = await this.catalog.get(id);
    if (report === null)
      throw new WeirError('WEIR_NOT_FOUND', `There is no drift report ${id.slice(0, 100)}`);
    return { ...report, features: await this.#features(report.id) };
  }

  async #features(id: string): Promise<DriftDetails['features']> {
    try {
      const bytes = await this.objects.read(driftDetailsKey(id), { maxBytes: MAX_BYTES });
      return (JSON.parse(bytes.toString()) as DriftDetails).features;
    } catch (error) {
      if (isWeirError(error, 'WEIR_OBJECT_MISSING')) return [];
      throw error;
    }
  }
}
