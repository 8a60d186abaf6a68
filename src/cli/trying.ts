import { say } from '#kit/text.ts'
import type { Out } from './out.ts'
import type { Own } from './program.ts'
import type { Run } from './verb.ts'

/** A scheme tried out before it is loaded. */
export const tryingVerbs = (out: Out, run: Run): readonly Own[] => [
  {
    area: 'scheme',
    verb: (make) => {
      const verb = make('impact', {
        zh: '修订之前看会改变什么：类型、指标，以及已有记录若按新版重算的数字',
        en: 'before a revision: what it changes, and the figures if existing records were derived anew',
      })
        .argument('<file>')
        .requiredOption('--campaign <key>')
      return verb.action((path: string, flags: { campaign?: string }) =>
        run(verb, async (house) => (await import('./own/impact.ts')).showImpact(path, flags.campaign, house, out)),
      )
    },
  },
  {
    area: 'scheme',
    verb: (make) =>
      make('rehearse', { zh: '用虚构的走访演练一遍，不保存任何东西', en: 'run it on invented field work; nothing is stored' })
        .argument('<file>')
        .option(
          '--seed <text>',
          say({ zh: '种子：同样的种子得到同样的结果', en: 'the same seed gives the same result' }, out.language),
          '1',
        )
        .option('--scale <number>', say({ zh: '规模：1 为一个县级市', en: '1 is a county-level city' }, out.language), '0.2')
        .action(async (path: string, flags: { seed: string; scale: string }) =>
          (await import('./own/rehearse.ts')).showRehearsal(path, flags, out),
        ),
  },
]
