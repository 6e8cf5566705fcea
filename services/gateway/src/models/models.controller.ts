import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListQuery, PageQuery, pageOptions } from '../http/paging.js';
import { ApiList, ApiProblems } from '../openapi/decorators.js';
import { ModelListResponse, ModelResponse, ModelVersionResponse } from '../openapi/model-responses.js';
import { Needs } from '../security/access.js';
import type { ModelSummary, VersionSummary, VersionView } from './model-views.js';
import { ModelsService } from './models.service.js';

@ApiTags('models')
@Controller('v1/models')
export class ModelsController {
  constructor(private readonly models: ModelsService) {}

  @Get()
  @Needs('read')
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

  @Get(':name/:version')
  @Needs('read')
  @ApiOperation({
    summary: 'A version, by number or alias: metrics, parameters, importance, candidates, lineage',
  })
  @ApiOkResponse({ type: ModelVersionResponse })
  @ApiProblems(404, 503)
  version(@Param('name') name: string, @Param('version') version: string): Promise<VersionView> {
    return this.models.version(name, version);
  }
}
