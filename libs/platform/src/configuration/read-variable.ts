/** How a variable's text becomes a value; what cannot be read stays as it is, and is refused with its name. */
type Given = { readonly value: unknown };

export const toBoolean = ({ value }: Given): unknown =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;
export const toInteger = ({ value }: Given): unknown =>
  typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
/** Kafka's own spelling is in capitals. */
export const toLowerCase = ({ value }: Given): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;
export const toList = ({ value }: Given): unknown =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : value;

export const toNumber = ({ value }: Given): unknown =>
  typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;

export const toIntegers = (given: Given): unknown => {
  const list = toList(given);
  return Array.isArray(list) ? list.map((value) => toInteger({ value })) : list;
};
