import { Command as Verb } from 'commander'
import type { Command } from '#command/command.ts'
import { check as checkFigures } from '#command/figure/check.ts'
import { verify as verifyFigures } from '#command/figure/verify.ts'
import { commands } from '#command/list.ts'
import { Fault } from '#kit/fault.ts'
import type { OrgId } from '#kit/id.ts'
import { sheets } from '#register/shape.ts'
import { type Text, say } from '#kit/text.ts'
import { languageSchema } from '#scheme/schema.ts'
import { areas } from './areas.ts'
import type { Out } from './out.ts'
import { loadCampaign } from './own/campaign.ts'
import { showFigures } from './own/figures.ts'
import { lintSchemes } from './own/lint.ts'
import { withOdd } from './own/odd.ts'
import { checkSchemes } from './own/scheme.ts'
import type { Flags } from './own/simulate.ts'
import { speak } from './speech.ts'
import { tryingVerbs } from './trying.ts'
import { type Run, verbOf } from './verb.ts'

type Env = Readonly<Record<string, string | undefined>>
/** What the terminal does in its own way, by area; everything else is made from the list of commands. */
export type Own = { readonly area: string; readonly verb: (make: (name: string, says: Text) => Verb) => Verb }

/** Sessions belong to browsers. */
const browserOnly = new Set(['session'])

/** The whole of `zoufang …` for one run. What only some verbs need is loaded when they run. */
export const programOf = (out: Out, env: Env): Verb => {
  const program = fresh(
    'zoufang',
    {
      zh: '走访：一个活动是一份文件，一次走访是一条记录，每个数字都能说明自己',
      en: 'Zoufang: a campaign is a file, a visit is a record, every figure answers for itself',
    },
    out,
  )
  program
    .option('--json', say({ zh: '以 JSON 输出', en: 'print JSON' }, out.language))
    .option('--lang <zh|en>', say({ zh: '语言', en: 'language' }, out.language))
    .option('--tenant <code>', say({ zh: '租户（默认 main）', en: 'tenant (main unless told)' }, out.language))
    .option(
      '--as <login>',
      say({ zh: '以此账号执行（默认系统管理员）', en: 'act as this account (the first administrator unless told)' }, out.language),
    )
  const run: Run = async (_verb, work) => {
    const wish: { tenant?: string; as?: string } = program.opts()
    const { openHouse } = await import('./house.ts')
    const house = await openHouse(wish, env)
    try {
      await work(house, out)
    } finally {
      await house.close()
    }
  }
  const own = ownVerbs(out, run)
  const taken = new Set(own.map(({ area, verb }) => `${area}.${verb((name, says) => fresh(name, says, out)).name()}`))
  for (const area of areaNames(own)) program.addCommand(areaVerb(area, own, taken, out, run))
  withLinks(program.commands.find((c) => c.name() === 'link') ?? program.command('link'), out, run, env)
  withDemos(program.commands.find((c) => c.name() === 'demo') ?? program.command('demo'), out, run)
  for (const verb of topVerbs(out, run)) program.addCommand(verb)
  return program
}

const fresh = (name: string, says: Text, out: Out): Verb =>
  speak(new Verb(name).exitOverride().description(say(says, out.language)), out.language)

const areaOf = (command: Command): string => command.name.split('.')[0] ?? ''

const areaNames = (own: readonly Own[]): readonly string[] =>
  [...new Set([...commands.map(areaOf), ...own.map((o) => o.area)])].filter((a) => !browserOnly.has(a))

const areaVerb = (area: string, own: readonly Own[], taken: ReadonlySet<string>, out: Out, run: Run): Verb => {
  const verb = fresh(area, areas[area] ?? { zh: area }, out)
  for (const one of own.filter((o) => o.area === area)) verb.addCommand(one.verb((name, says) => fresh(name, says, out)))
  for (const command of commands.filter((c) => areaOf(c) === area && !taken.has(c.name)))
    verb.addCommand(speak(verbOf(command, () => out, run).exitOverride(), out.language))
  return verb
}

const ownVerbs = (out: Out, run: Run): readonly Own[] => [
  ...schemeVerbs(out, run),
  ...tryingVerbs(out, run),
  ...registerVerbs(out, run),
  ...recordVerbs(out, run),
]

const schemeVerbs = (out: Out, run: Run): readonly Own[] => [
  {
    area: 'scheme',
    verb: (make) =>
      make('check', {
        zh: '检查方案，一次报告全部错误；有错误时以 1 结束',
        en: 'check schemes and report every mistake; ends with 1 if there is any',
      })
        .argument('<file...>')
        .action((files: string[]) => checkSchemes(files, out)),
  },
  lintVerb(out),
  {
    area: 'scheme',
    verb: (make) =>
      make('schema', { zh: '输出方案语言的 JSON Schema', en: 'print the scheme language as a JSON Schema' }).action(() =>
        out.line(JSON.stringify(languageSchema(), null, 2)),
      ),
  },
  {
    area: 'campaign',
    verb: (make) => {
      const verb = make('load', { zh: '装载活动方案（文件夹或文件）', en: 'load a campaign’s scheme (folder or file)' })
        .argument('<dir|file>')
        .option('--revise', say({ zh: '作为已有活动的新版本', en: 'as the next version of a campaign that is there' }, out.language))
        .option('--why <text>')
      return verb.action((path: string, flags: { revise?: boolean; why?: string }) =>
        run(verb, (house) => loadCampaign(path, flags, house, out)),
      )
    },
  },
]

const lintVerb = (out: Out): Own => ({
  area: 'scheme',
  verb: (make) =>
    make('lint', {
      zh: '看方案有没有形式主义和加重负担的要求，逐条说明理由；--strict 时有提醒即以 1 结束',
      en: 'say what schemes demand that is discouraged or costs people time, with the reasons; with --strict any warning ends with 1',
    })
      .argument('<file...>')
      .option('--strict')
      .action((files: string[], flags: { strict?: boolean }) => lintSchemes(files, flags, out)),
})

const registerVerbs = (out: Out, run: Run): readonly Own[] => [
  {
    area: 'register',
    verb: (make) =>
      make('template', { zh: '输出空白的名册模板', en: 'write an empty sheet of the register to fill in' })
        .requiredOption('-o, --output <file|->')
        .option(`--sheet <${sheets.join('|')}|all>`, undefined, 'all')
        .option('--format <xlsx|csv>')
        .action(async (flags: { output: string; sheet: string; format?: string }) =>
          (await import('./own/template.ts')).writeTemplate(flags.output, flags.sheet, flags.format, out),
        ),
  },
  {
    area: 'register',
    verb: (make) => {
      const verb = make('import', {
        zh: '导入 Excel 工作簿或 CSV；有被拒的行时以 1 结束',
        en: 'import a workbook or CSV file; ends with 1 if rows are refused',
      })
        .argument('<file>')
        .option(`--sheet <${sheets.join('|')}>`)
      return verb.action((path: string, flags: { sheet?: string }) =>
        run(verb, async (house) => (await import('./own/register.ts')).importRegister(path, flags.sheet, house, out)),
      )
    },
  },
]

const recordVerbs = (out: Out, run: Run): readonly Own[] => [
  {
    area: 'record',
    verb: (make) => {
      const verb = make('submit', {
        zh: '提交记录：每行一个 JSON，每行一个答复；- 为标准输入',
        en: 'submit records: JSON lines in, an answer line for each; - is standard input',
      }).argument('<file|->')
      return verb.action((path: string) => run(verb, async (house) => (await import('./own/record.ts')).submitLines(path, house, out)))
    },
  },
  {
    area: 'bulletin',
    verb: (make) => {
      const verb = make('export', { zh: '导出通报（docx、html、json）', en: 'export a bulletin (docx, html, json)' })
        .argument('<bulletin>')
        .requiredOption('-o, --output <file|->')
        .option('--format <docx|html|json>')
      return verb.action((id: string, flags: { output: string; format?: string }) =>
        run(verb, async (house) => (await import('./own/bulletin.ts')).exportBulletin(id, flags.output, flags.format, house, out)),
      )
    },
  },
]

const topVerbs = (out: Out, run: Run): readonly Verb[] => [figuresVerb(out, run), simulateVerb(out, run)]

const figuresVerb = (out: Out, run: Run): Verb => {
  const verb = fresh('figures', { zh: '一个活动的全部数字', en: 'all figures of a campaign' }, out)
    .argument('[campaign]')
    .option('--org <code>')
    .option('--team <code>', say({ zh: '协作区等小组的合计，代替 --org', en: 'a team together, instead of --org' }, out.language))
    .option('--place <code>')
    .option('--from <day>')
    .option('--to <day>')
    .option('--period <2012-05|2012-Q2|last week|…>')
    .option(
      '--as-of <instant>',
      say({ zh: '截至某一时刻，如 2012-05-18T08:00:00Z', en: 'as of a moment such as 2012-05-18T08:00:00Z' }, out.language),
    )
  verb.action((campaign: string | undefined, flags: Record<string, unknown>) => {
    if (campaign === undefined) throw new Fault('400.2', { what: 'figures', expected: { zh: '活动的代号', en: 'a campaign’s key' } })
    return run(verb, (house) => showFigures({ campaign, ...flags }, house, out))
  })
  // The same verb as `figure verify`, under the name that people look for it.
  const verify = verbOf(verifyFigures, () => out, run)
  const check = withOdd(fresh('check', checkFigures.says, out), out, run)
  return verb.addCommand(speak(verify.exitOverride(), out.language)).addCommand(check)
}

const simulateVerb = (out: Out, run: Run): Verb => {
  const t = (zh: string, en: string): string => say({ zh, en }, out.language)
  const verb = fresh('simulate', { zh: '为任何方案模拟可重现的走访工作', en: 'make reproducible field work for any scheme' }, out)
    .argument('<scheme>')
    .option('--seed <text>', t('种子：同样的种子得到同样的工作', 'the same seed gives the same work'), '1')
    .option('--scale <number>', t('规模：1 为一个县级市', '1 is a county-level city'), '0.2')
    .option('--city <name>', t('虚构的城市', 'the invented city'), '清河')
    .option('--root <code>', t('虚构的单位挂在哪个单位下', 'the org that the invented ones hang under'), 'ROOT')
    .option('--totals <file>', t('须恰好合计成的数（指标: 数值）', 'what it must add up to (indicator: value)'))
    .option('--until <day>', t('到哪一天，默认活动结束', 'until which day, the campaign’s last unless told'))
    .option('--beyond <day>', t('其后继续到哪一天', 'and on until which day, on top of the totals'))
    .option('--out <file|->', t('写成 JSON 行，可交给 record submit', 'write JSON lines for record submit'))
    .option('--register <dir>', t('虚构的名册写成 CSV，可交给 register import', 'write the invented register as CSV for register import'))
    .option('--load', t('直接装入数据库', 'load it into the database'))
  return verb.action(async (path: string, flags: Flags) => {
    const { invent, loadSimulation, writeSimulation } = await import('./own/simulate.ts')
    const nowhere = { id: '00000000-0000-7000-8000-000000000000' as OrgId, code: flags.root, name: `${flags.city}市` }
    if (flags.load !== true) {
      const made = invent(path, flags, nowhere, out)
      if (made && flags.out === undefined && flags.register === undefined)
        throw new Fault('400.2', { what: 'simulate', expected: { zh: '--out、--register 或 --load', en: '--out, --register or --load' } })
      return made && writeSimulation(made, flags, out)
    }
    await run(verb, async (house) => {
      const orgs = await house.store.read(house.who.actor.tenant, (db) =>
        db.register.orgs({ on: house.world.today, within: house.who.actor.grants.map((g) => g.org) }),
      )
      const root = orgs.find((o) => o.parent === null)
      if (root === undefined) throw new Fault('404.1', { what: { zh: '根单位', en: 'root org' } })
      const made = invent(path, flags, root, out)
      if (made) await loadSimulation(made, flags.seed, house, out)
    })
  })
}

/** `demo [KEY…]` beside the verbs made from commands. */
const withDemos = (area: Verb, out: Out, run: Run): void => {
  area
    .argument('[key...]')
    .option('--all', say({ zh: '全部演示', en: 'all of them' }, out.language))
    .action((keys: string[], flags: { all?: boolean }) =>
      run(area, async (house) => (await import('./own/demo.ts')).loadDemos(keys, flags.all === true, house, out)),
    )
}

/** `link [LOGIN]` beside the verbs on links of the register: a word that is none of those is a login. */
const withLinks = (area: Verb, out: Out, run: Run, env: Env): Verb => {
  area
    .description(
      say(
        {
          zh: '给账号一个一次性登录链接（默认系统管理员）；名册中的结对',
          en: 'a one-time sign-in link for an account (the first administrator unless told); links of the register',
        },
        out.language,
      ),
    )
    .argument('[login]')
  return area.action((login: string | undefined) =>
    run(area, async (house) => (await import('./own/link.ts')).newSignInLink(login, house, out, env)),
  )
}
