import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Tagged } from '../http/conditional/tagged.js';
import { ListQuery, PageQuery, pageOptions } from '../http/paging.js';
import { ModelComparisonResponse } from '../openapi/comparison-responses.js';
import { ApiList, ApiProblems, ApiVersionQuery } from '../openapi/decorators.js';
import { ModelListResponse, ModelResponse, ModelVersionResponse } from '../openapi/model-responses.js';
import { Needs } from '../security/access.js';
import { CompareQuery } from './compare-query.js';
import { type ModelComparison, ModelComparisons } from './model-comparison.js';
import type { ModelSummary, VersionSummary, VersionView } from './model-views.js';
import { ModelsService } from './models.service.js';

@ApiTags('models')
@Controller('v1/models')
export class ModelsController {
  constructor(
    private readonly models: ModelsService,
    private readonly comparisons: ModelComparisons,
  ) {}

  @Get()
  @Needs('read')
  @Tagged()
  @ApiOperation({ summary: 'Models with their champions, newest first' })
  @ApiList()
  @ApiOkResponse({ type: ModelListResponse })
  @ApiProblems(400, 503)
  async list(@Query() query: ListQuery): Promise<{ models: readonly ModelSummary[]; next: string | null }> {
    const { items, next } = await this.models.list(pageOptions(query));
    return { models: items, next };
  }

  @Get(':name')
  @Needs('read')
  @Tagged()
  @ApiOperation({ summary: "A model's versions, newest first" })
  @ApiList({ schema: false })
  @ApiOkResponse({ type: ModelResponse })
  @ApiProblems(400, 404, 503)
  async get(
    @Param('name') name: string,
    @Query() query: PageQuery,
  ): Promise<ModelSummary & { versions: readonly VersionSummary[]; next: string | null }> {
    const { model, items, next } = await this.models.versions(name, pageOptions(query));
    return { ...model, versions: items, next };
  }

  @Get(':name/compare')
  @Needs('read')
  @ApiOperation({
    summary: 'Two versions of a model side by side',
    description:
      'Each by number or alias. Differences are b less a; of figures of either test those of `grouped` are the honest ones. Curves come from the cards: null for a version whose card has none, empty where it has some only.',
  })
  @ApiVersionQuery('a', 'champion')
  @ApiVersionQuery('b', '2')
  @ApiOkResponse({ type: ModelComparisonResponse })
  @ApiProblems(400, 404, 503)
  compare(@Param('name') name: string, @Query() { a, b }: CompareQuery): Promise<ModelComparison> {
    return this.comparisons.compare(name, a, b);
  }

  @Get(':name/:version')
  @Needs('read')
  @Tagged()
  @ApiOperation({
    summary: 'A version, by number or alias: metrics, parameters, importance, candidates, lineage',
  })
  @ApiOkResponse({ type: ModelVersionResponse })
  @ApiProblems(404, 503)
  version(@Param('name') name: string, @Param('version') version: string): Promise<VersionView> {
    return this.models.version(name, version);
  }
}
