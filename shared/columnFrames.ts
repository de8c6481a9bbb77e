// Answers with typed columns on their way to a window. Over a message port they are messages whose columns are
// transferred. Where only frames pass, the frame names a parcel: the columns' bytes, fetched apart from it.

const KINDS = { Float64Array, Float32Array, Int32Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;
/** A typed column that is nobody else's: whoever sends it gives it away. */
export type Column = InstanceType<(typeof KINDS)[Kind]>;

/** Each column begins on such a place of its parcel, or no array could lie over it. */
const ALIGNED = 8;
/** No frame of an ordinary answer begins so. */
const MARK = 'columns:';
const PLACE = 'column at';

interface Place {
  readonly [PLACE]: number;
  readonly kind: Kind;
  readonly length: number;
}

const kindOf = (value: unknown): Kind | null =>
  ArrayBuffer.isView(value) && value.constructor.name in KINDS ? (value.constructor.name as Kind) : null;

/** The typed columns in a message; none in most. Lists are passed over: no answer has columns in one. */
export function columnsOf(message: unknown): readonly Column[] {
  if (typeof message !== 'object' || message === null) return [];
  if (kindOf(message) !== null) return [message as Column];
  return Object.getPrototypeOf(message) === Object.prototype ? Object.values(message).flatMap(columnsOf) : [];
}

/**
 * A message with columns as one frame without them.
 * @param parcel what their bytes are asked for with
 * @returns the frame; `bytes` lie one after another, each filled up to eight
 */
export function packColumns(
  message: unknown,
  parcel: number,
): { readonly frame: string; readonly bytes: readonly Uint8Array[] } {
  const bytes: Uint8Array[] = [];
  let at = 0;
  const frame = JSON.stringify({ parcel, message }, (_key, value: unknown) => {
    const kind = kindOf(value);
    if (kind === null) return value;
    const column = value as Column;
    const place: Place = { [PLACE]: at, kind, length: column.length };
    const rest = -column.byteLength & (ALIGNED - 1);
    bytes.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), new Uint8Array(rest));
    at += column.byteLength + rest;
    return place;
  });
  return { frame: MARK + frame, bytes };
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, PLACE);

/** Whether a frame is one of `packColumns`. */
export function namesColumns(frame: unknown): frame is string {
  return typeof frame === 'string' && frame.startsWith(MARK);
}

/** The message of a frame of `packColumns`, its columns lying over the parcel's bytes. */
export async function unpackColumns(
  frame: string,
  fetchParcel: (parcel: number) => Promise<ArrayBuffer>,
): Promise<unknown> {
  const { parcel, message } = JSON.parse(frame.slice(MARK.length)) as {
    readonly parcel: number;
    readonly message: unknown;
  };
  const bytes = await fetchParcel(parcel);
  const filled = (value: unknown): unknown => {
    if (isPlace(value)) return new KINDS[value.kind](bytes, value[PLACE], value.length);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one)]));
  };
  return filled(message);
}
