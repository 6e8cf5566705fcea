import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parseUrl } from '@weir/url-features';
import { Needs } from '../security/access.js';
import { refuseUrl } from './canonical-entry.js';

/** A URL pasted behind a list's name has slashes, and no route: it is told what is wrong with it. */
@ApiExcludeController()
@Controller('v1/lists/:list/:start')
export class PastedUrlsController {
  @Get('*')
  @Needs('read')
  get(@Param() path: Record<string, string>): never {
    return refuse(path);
  }

  @Put('*')
  @Needs('admin')
  put(@Param() path: Record<string, string>): never {
    return refuse(path);
  }

  @Delete('*')
  @Needs('admin')
  remove(@Param() path: Record<string, string>): never {
    return refuse(path);
  }
}

function refuse({ start = '', ...others }: Record<string, string>): never {
  const rest = others['*'] ?? '';
  throw refuseUrl(parseUrl(`${start}/${rest}`));
}
