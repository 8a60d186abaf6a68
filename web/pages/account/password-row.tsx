import { Button, Input, Space } from 'antd'
import { Row } from '#web/form/row.tsx'
import { useWords } from '#web/say/words.ts'
import { accountWords } from './words.ts'

/** No letters or digits that are mistaken for one another when told in person. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters in groups of four: about 79 bits. */
const made = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((b, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${letters[b % letters.length]}`).join('')
}

export const passwordFits = (password: string): boolean => [...password].length >= 8

/** A password that somebody else will change: shown, because it has to be told. */
export const PasswordRow = ({ label, value, onChange, tried }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly tried: boolean }) => {
  const w = useWords(accountWords)
  return (
    <Row path="password" label={label} required hint={w('passwordHint')} wrong={tried && !passwordFits(value) ? w('short') : undefined}>
      {(marks) => (
        <Space.Compact style={{ width: '100%' }}>
          <Input id={marks.id} value={value} autoComplete="new-password" spellCheck={false} onChange={(e) => onChange(e.target.value)} />
          <Button onClick={() => onChange(made())}>{w('suggest')}</Button>
        </Space.Compact>
      )}
    </Row>
  )
}
