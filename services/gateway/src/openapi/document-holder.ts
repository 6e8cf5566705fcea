import { Injectable } from '@nestjs/common';
import { WeirError } from '@weir/platform';

/** The OpenAPI document: it can only be made once the application is. */
@Injectable()
export class DocumentHolder {
  #make: (() => object) | undefined;
  #document: object | undefined;

  /** How to make the document, when it is first asked for. */
  provide(make: () => object): void {
    this.#make = make;
  }

  get document(): object {
    this.#document ??= this.#make?.();
    if (this.#document === undefined) throw new WeirError('WEIR_INTERNAL', 'the routes are not made yet');
    return this.#document;
  }
}
