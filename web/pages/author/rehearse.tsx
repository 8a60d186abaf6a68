import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { Text } from '#kit/text.ts'
import type { Rehearsal } from '#simulate/rehearse.ts'
import { Empty, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import type { Reader } from './asked.ts'
import look from './author.module.css'
import { Rehearsed } from './rehearsed.tsx'
import type { Good } from './reading.ts'
import { authorWords } from './words.ts'

type Props = { readonly reader: Reader; readonly good: Good | null; readonly current: boolean }
type Outcome = { readonly rehearsal: Rehearsal } | { readonly fault: Text }

const useRehearsal = (reader: Reader, good: Good | null) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (seed: string, scale: number) => {
    if (good === null) return
    setBusy(true)
    try {
      const answer = await reader.ask({ what: 'rehearse', ...good.texts, seed, scale })
      if ('rehearsal' in answer || 'fault' in answer) setOutcome(answer)
    } finally {
      setBusy(false)
    }
  }
  return { outcome, busy, run }
}

/** The campaign run on invented field work, in this browser; nothing is stored. */
export const Rehearse = ({ reader, good, current }: Props) => {
  const w = useWords(authorWords)
  const say = useSay()
  const [seed, setSeed] = useState(1)
  const [scale, setScale] = useState(0.2)
  const { outcome, busy, run } = useRehearsal(reader, good)
  if (good === null) return <Empty title={w('noPreview')} />
  const scales = [
    { value: 0.05, label: w('scaleSmall') },
    { value: 0.2, label: w('scaleMiddle') },
    { value: 1, label: w('scaleLarge') },
  ]
  return (
    <>
      <Section>
        <p className="soft">{w('rehearseAbout')}</p>
        {!current && <p className={look.stale}>{w('stale')}</p>}
        <div className={look.runBar}>
          <label className={look.knob}>
            {w('scale')}
            <Select aria-label={w('scale')} value={scale} options={scales} onChange={setScale} popupMatchSelectWidth={false} />
          </label>
          <label className={look.knob}>
            {w('seed')}
            <InputNumber aria-label={w('seed')} min={1} max={999_999} value={seed} onChange={(n) => setSeed(n ?? 1)} />
          </label>
          <Button type="primary" loading={busy} onClick={() => void run(String(seed), scale)}>
            {w(busy ? 'running' : 'run')}
          </Button>
        </div>
        {outcome !== null && 'fault' in outcome && (
          <p role="alert" className={look.stale}>
            {say(outcome.fault)}
          </p>
        )}
      </Section>
      {outcome !== null && 'rehearsal' in outcome && <Rehearsed of={outcome.rehearsal} />}
    </>
  )
}
