/** What no database and no JSON of it can hold, NUL and half characters, is left out of prose that people paste. */
export const storable = (words: string): string => words.replaceAll('\u0000', '').toWellFormed()
