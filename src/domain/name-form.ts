/** The words by which forms of a name are compared: no accents, one kind of hyphen and apostrophe, no article. Case counts. */
export function formKey(form: string): string {
  const plain = /^[\x20-\x7e]*$/.test(form)
    ? form
    : form.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'");
  return plain.replace(/^the /i, '').replace(/[-‐–]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Every form that names an actor without more: name, aliases, seats and adjectives. */
export const actorForms = (actor: {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly metonyms?: readonly string[];
  readonly demonyms?: readonly string[];
}): readonly string[] => [actor.name, ...actor.aliases, ...(actor.metonyms ?? []), ...(actor.demonyms ?? [])];
