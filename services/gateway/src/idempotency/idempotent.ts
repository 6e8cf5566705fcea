import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { AddRouteConfig } from '../http/route-config.js';

/** A change that a client may send again with the same `Idempotency-Key`, and that is then made once. */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    AddRouteConfig({ idempotent: true }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Any text of up to 255 characters, new for each request. Sent again within 24 hours, the request is not carried out again: the first answer comes, with `Idempotency-Replayed: true`; 409 while the first is under way, 422 for another request.',
      example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
    }),
  );
}

export function isIdempotent(config: unknown): boolean {
  return (config as { readonly idempotent?: boolean } | undefined)?.idempotent === true;
}
