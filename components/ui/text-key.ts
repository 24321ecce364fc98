/** Turns the hyphens of our kinds into what a text key may hold: browsers allow only A–Z, 0–9 and _. */

export type TextKey<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${TextKey<Tail>}`
  : S;

export function textKey<S extends string>(kind: S): TextKey<S> {
  return kind.replaceAll('-', '_') as TextKey<S>;
}
