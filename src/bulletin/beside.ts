/**
 * Of the texts beside a scheme those that are its templates: what it names, and what asks for a figure. A notice, a log or a
 * README in the same folder is neither loaded nor offered.
 */
export const templatesBeside = (source: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([name, text]) => names(source, name) || /\{\{[^}]*\}\}/.test(text)))

/** Also while the scheme is too broken to be read: the file's name stands in it as a word of its own. */
const names = (source: string, name: string): boolean =>
  source.split(name).some((before, i, all) => i < all.length - 1 && !/[\w.-]$/.test(before) && !/^[\w.-]/.test(all[i + 1] ?? ''))
