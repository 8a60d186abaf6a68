import type { Command as Verb } from 'commander'
import { check } from '#command/figure/check.ts'
import type { FigureCheck, OddRow } from '#command/figure/views.ts'
import { say } from '#kit/text.ts'
import type { House } from '../house.ts'
import { type Out, tableOf } from '../out.ts'
import { type Run, inputOf } from '../verb.ts'

const kinds: Readonly<Record<OddRow['kind'], { readonly zh: string; readonly en: string }>> = {
  over: { zh: '其中大于总数', en: 'part over whole' },
  parts: { zh: '分项不合', en: 'parts miss' },
  hundred: { zh: '超过100%', en: 'over 100%' },
  stated: { zh: '百分比不符', en: 'rate does not derive' },
  underived: { zh: '无法推算', en: 'cannot be derived' },
  blank: { zh: '空白', en: 'blank' },
  units: { zh: '单位混用', en: 'mixed units' },
  unsaid: { zh: '未言明', en: 'left unsaid' },
}

/** The verb with what it takes. */
export const withOdd = (verb: Verb, out: Out, run: Run): Verb =>
  verb
    .argument('<campaign>')
    .option('--org <code>')
    .option('--from <day>')
    .option('--to <day>')
    .option('--blanks <true|false>')
    .action((campaign: string) => {
      // `figures` has flags of the same names, and hears them first.
      const { org, from, to, blanks } = verb.optsWithGlobals<Record<string, string | undefined>>()
      const given = Object.entries({ org, from, to, blanks }).filter(([, value]) => value !== undefined)
      return run(verb, (house) => showOdd({ campaign, ...Object.fromEntries(given) }, house, out))
    })

/** `figures check CAMPAIGN`: what does not add up, one line each; ends with 0, for nothing of it is necessarily wrong. */
const showOdd = async (flags: Readonly<Record<string, unknown>>, house: House, out: Out): Promise<void> => {
  const found = (await house.does(check, await inputOf(check, flags, house))) as FigureCheck
  if (out.json) return out.line(JSON.stringify(found))
  const head = out.language === 'zh' ? ['种类', '单位', '说明'] : ['kind', 'unit', 'what']
  const rows = found.rows.map((r) => [say(kinds[r.kind], out.language), r.org?.name ?? '–', say(r.says, out.language)])
  if (rows.length > 0) for (const line of tableOf(head, rows)) out.line(line)
  const sum = {
    zh: `查了 ${found.units} 个单位，${found.found} 处对不上`,
    en: `${found.units} units looked at, ${found.found} things that do not add up`,
  }
  out.line(say(sum, out.language))
}
