/** Assertions for bugs: states that the types allow and the program does not. */

/** Throws when reached at run time; a compile error when a case of a union is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

/** Returns `value` or throws when it is null or undefined: for what the code around it guarantees. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`Missing ${what}`);
  return value;
}
