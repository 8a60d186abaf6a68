import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useHolds } from '#web/api/scope.ts'
import { Section } from '#web/parts/frame.tsx'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import { useDictionary } from './dictionary.ts'
import { Expression } from './expression.tsx'
import type { PartProps } from './part.ts'
import look from './scheme.module.css'
import { WidenDialog } from './widen.tsx'
import { schemeWords } from './words.ts'

/** Who takes part by the scheme, and how units have widened their own circles. */
export const People = ({ opened, compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const list = useListed()
  const { participants, ranks } = compiled.scheme
  const dictionary = useDictionary(compiled.scheme)
  return (
    <>
      <Section title={w('people')}>
        <p className={look.about}>
          {participants.where === undefined ? w('everybody') : <Expression source={participants.where} dictionary={dictionary} />}
        </p>
        <p className="soft">{w(`outside_${participants.outside}`)}</p>
        {ranks.length > 0 && (
          <p className={look.ranks}>
            <strong>{w('ranks')}</strong> {list(ranks.map((r) => say(r.title)))}
          </p>
        )}
      </Section>
      <Circles opened={opened} compiled={compiled} />
    </>
  )
}

const Circles = ({ opened, compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const may = useHolds('office', 'liaison')
  const [asking, setAsking] = useState(false)
  const dictionary = useDictionary(compiled.scheme)
  const { widen } = compiled.scheme.participants
  const add = widen && may && (
    <Button icon={<PlusOutlined />} onClick={() => setAsking(true)}>
      {w('widen')}
    </Button>
  )
  return (
    <Section title={w('circles')} about={w(widen ? 'circlesAbout' : 'circlesNot')} side={add}>
      {opened.view.circles.length === 0 && <p className="soft">{w('circlesNone')}</p>}
      <ul className={look.lines}>
        {opened.view.circles.map((c) => (
          <li key={c.org} className={look.line}>
            <strong>{c.orgName}</strong>
            <span>
              {c.says} <Expression lead="· " source={c.where} dictionary={dictionary} />
            </span>
          </li>
        ))}
      </ul>
      {asking && <WidenDialog campaign={opened.view.id} compiled={compiled} close={() => setAsking(false)} />}
    </Section>
  )
}
