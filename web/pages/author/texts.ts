/** The scheme's text and the texts beside it, by name. */
export type Texts = { readonly source: string; readonly files: Readonly<Record<string, string>> }
