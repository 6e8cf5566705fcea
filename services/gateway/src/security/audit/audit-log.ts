import { Inject, Injectable } from '@nestjs/common';
import { type AuditAction, AuditCatalog, type AuditDetail, LOGGER, type Logger } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { principalOf } from '../principal.js';

/** Writes down who changed what. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly entries: AuditCatalog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * To be called once the action is done. Never rejects: an entry that cannot be kept undoes nothing, and stands in the
   * log as an error.
   */
  async record(
    request: FastifyRequest,
    action: AuditAction,
    subject: string,
    detail?: AuditDetail,
  ): Promise<void> {
    const { name, keyId } = principalOf(request);
    const entry = {
      by: name,
      ...(keyId === undefined ? {} : { keyId }),
      action,
      subject,
      ...(detail === undefined ? {} : { detail }),
      requestId: request.id,
    };
    try {
      await this.entries.add(entry);
      this.logger.info({ audit: entry }, 'audit');
    } catch (error) {
      this.logger.error({ audit: entry, err: error }, 'an audit entry could not be kept');
    }
  }
}
