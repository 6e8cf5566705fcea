import { type ArgumentsHost, Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';

/**
 * Hands a handler's exception on to the transport as it is. Nest's own filter logs it and puts `Internal server error`
 * in its place, which is right for an answer to a stranger and wrong for a bus that must know what failed.
 */
@Catch()
export class HandlerFailureFilter implements RpcExceptionFilter<unknown> {
  catch(exception: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => exception);
  }
}
