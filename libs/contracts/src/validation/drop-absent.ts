/**
 * Removes members that are `undefined` or `null` from an instance of a class and from the instances below it.
 * A class's declared members stand as `undefined` on its instances: spread, they would wipe out what is known.
 */
export function dropAbsent(instance: object): void {
  for (const [member, value] of Object.entries(instance) as [string, unknown][]) {
    if (value === undefined || value === null) Reflect.deleteProperty(instance, member);
    else if (isInstance(value)) dropAbsent(value);
    else if (Array.isArray(value)) value.filter(isInstance).forEach(dropAbsent);
  }
}

/** An object of one of our classes; plain objects are the sender's own. */
function isInstance(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.getPrototypeOf(value) !== Object.prototype;
}
