import { App } from 'antd'
import type { Receipt } from '#command/views.ts'
import type { Act } from '#record/shape.ts'
import type { Refusal } from '#web/api/client.ts'
import { queries } from '#web/api/hooks.ts'
import { useWords } from '#web/say/words.ts'
import { recordWords } from './words.ts'

const doneWord = (act: Exclude<Act, 'submit'>) => `done_${act}` as const

/** Says that it is done, or that somebody was faster: then the newest version comes. */
export const useOutcome = () => {
  const w = useWords(recordWords)
  const { message } = App.useApp()
  return {
    done: (act: Exclude<Act, 'submit'>) => (_receipt: Receipt) => void message.success(w(doneWord(act))),
    failed: (fault: Refusal) => {
      if (fault.code === '409.2') {
        void message.warning(w('newerVersion'))
        void queries.invalidateQueries()
      } else void message.error(fault.says)
    },
  }
}
