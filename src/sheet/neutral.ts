/*
 * A cell that begins like a formula is written with an apostrophe before it, so that no spreadsheet ever runs what somebody
 * entered as a name; read back, the apostrophe goes.
 */

export const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export const restored = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)
