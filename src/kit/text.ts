/** The languages of every printed word. Chinese is the default. */
export type Language = 'zh' | 'en'

/** A word in both languages; English may be missing where a user wrote only Chinese. */
export type Text = { readonly zh: string; readonly en?: string | undefined }

/** The text in the language asked for, falling back to the Chinese. */
export const say = (text: Text, language: Language): string => (language === 'en' ? (text.en ?? text.zh) : text.zh)

/**
 * Fills `{name}` places; a place without a value stays as it is, so that a mistake is seen. What stands in quotation marks has single ones
 * within: 照着“‘敲门’行动”. `{n|record|records}` is the first word when n is one, else the second.
 */
export const fill = (template: string, values: Readonly<Record<string, unknown>>): string =>
  counted(template, values).replace(/(“?)\{(\w+)\}(”?)/g, (whole, open: string, name: string, close: string) => {
    if (!(name in values)) return whole
    const value = String(values[name])
    return `${open}${open !== '' && close !== '' ? value.replaceAll('“', '‘').replaceAll('”', '’') : value}${close}`
  })

const counted = (template: string, values: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{(\w+)\|([^{}|]*)\|([^{}|]*)\}/g, (whole, name: string, one: string, many: string) =>
    name in values ? (String(values[name]) === '1' ? one : many) : whole,
  )

/** Full-width digits, letters and signs to their half-width form; ideographic space to a space; ends trimmed. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim()
