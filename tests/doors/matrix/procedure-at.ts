/** The procedure of that path, called with whatever input; of a caller of the whole surface. */
export const procedureAt = (caller: object, path: string): ((input: unknown) => Promise<unknown>) =>
  path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller) as (
    input: unknown,
  ) => Promise<unknown>
