import type { Command as Verb } from 'commander'
import type { Language } from '#kit/text.ts'

/** Commander speaks English; these are its words in Chinese. */
const headings: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
}

const errors: readonly (readonly [RegExp, string])[] = [
  [/unknown option '([^']+)'/, '没有选项 $1'],
  [/unknown command '([^']+)'/, '没有命令 $1'],
  [/missing required argument '([^']+)'/, '缺少参数 $1'],
  [/option '([^']+)' argument missing/, '选项 $1 缺少值'],
  [/required option '([^']+)' not specified/, '必须给出选项 $1'],
  [/too many arguments.*/, '参数过多'],
]

const chinese = (text: string): string => {
  const known = errors.find(([pattern]) => pattern.test(text))
  return known ? (known[0].exec(text)?.[0].replace(...known) ?? text) : text
}

/** Help and errors in the language; every error is one line with its code. */
export const speak = (verb: Verb, language: Language): Verb =>
  verb
    .showSuggestionAfterError(false)
    .helpCommand('help [command]', language === 'zh' ? '显示某个命令的帮助' : 'show help for a command')
    .helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show help')
    .configureHelp({ styleTitle: (title) => (language === 'zh' ? (headings[title] ?? title) : title), showGlobalOptions: false })
    .configureOutput({
      outputError: (text, write) =>
        write(`400.1 ${language === 'zh' ? chinese(text.replace(/^error: /, '').trim()) : text.replace(/^error: /, '').trim()}\n`),
    })
