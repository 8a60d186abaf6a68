import { useCallback, useContext, useState } from 'react'
import type { Attachment } from '#record/shape.ts'
import { Refusal } from '#web/api/client.ts'
import { useWords } from '#web/say/words.ts'
import { Trying } from './trying.ts'
import { smaller, upload } from './upload.ts'
import { isPhoto } from './value.ts'
import { formWords } from './words.ts'

export type Going = {
  readonly key: number
  readonly name: string
  readonly photo: boolean
  readonly percent: number
  readonly failed: string | null
  readonly file: File
}

export type AttachProps = {
  readonly attachments: readonly Attachment[]
  readonly onChange: (change: (old: readonly Attachment[]) => readonly Attachment[]) => void
  /** Told while something is on its way: the record should wait for it. */
  readonly onBusy: (busy: boolean) => void
}

let last = 0

/** Sends files one by one and keeps how far each is. */
export const useUploads = ({ onChange, onBusy }: Pick<AttachProps, 'onChange' | 'onBusy'>) => {
  const w = useWords(formWords)
  const trying = useContext(Trying)
  const [going, setGoing] = useState<readonly Going[]>([])
  const send = useCallback(
    async (files: readonly File[]) => {
      const queue = files.map((file): Going => ({ key: ++last, name: file.name, photo: isPhoto(file), percent: 0, failed: null, file }))
      setGoing((old) => [...old.filter((g) => !queue.some((q) => q.file === g.file)), ...queue])
      if (trying) return setGoing((old) => [...old, ...queue.map((g) => ({ ...g, failed: w('onlyTried') }))])
      onBusy(true)
      for (const one of queue) {
        const set = (change: Partial<Going>) => setGoing((old) => old.map((g) => (g.key === one.key ? { ...g, ...change } : g)))
        try {
          const stored = await upload(await smaller(one.file), (percent) => set({ percent }))
          onChange((old) => (old.some((a) => a.sha256 === stored.sha256) ? old : [...old, stored]))
          setGoing((old) => old.filter((g) => g.key !== one.key))
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault
          set({ failed: fault.says })
        }
      }
      onBusy(false)
    },
    [onChange, onBusy, trying, w],
  )
  const drop = (key: number) => setGoing((old) => old.filter((g) => g.key !== key))
  return { going, send, drop }
}
