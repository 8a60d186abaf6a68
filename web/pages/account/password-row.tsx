import { Button, Input, Space } from 'antd'
import { weakness } from '#access/password.ts'
import { Row } from '#web/form/row.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { accountWords } from './words.ts'

/** No letters or digits that are mistaken for one another when told in person. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters in groups of four: about 79 bits. */
const made = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((b, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${letters[b % letters.length]}`).join('')
}

type Whose = { readonly login: string; readonly name: string }
export const passwordFits = (password: string, whose: Whose): boolean => weakness(password, whose) === undefined

/** A password that somebody else will change: shown, because it has to be told. */
export const PasswordRow = ({
  label,
  value,
  onChange,
  tried,
  whose,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tried: boolean
  readonly whose: Whose
}) => {
  const w = useWords(accountWords)
  const say = useSay()
  const why = tried ? weakness(value, whose) : undefined
  return (
    <Row path="password" label={label} required hint={w('passwordHint')} wrong={why && say(why)}>
      {(marks) => (
        <Space.Compact style={{ width: '100%' }}>
          <Input id={marks.id} value={value} autoComplete="new-password" spellCheck={false} onChange={(e) => onChange(e.target.value)} />
          <Button style={{ height: 'auto' }} onClick={() => onChange(made())}>
            {w('suggest')}
          </Button>
        </Space.Compact>
      )}
    </Row>
  )
}
