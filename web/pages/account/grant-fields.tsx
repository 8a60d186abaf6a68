import { Radio } from 'antd'
import { type Role, roles } from '#access/actor.ts'
import type { OrgId } from '#kit/id.ts'
import { UnitPicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { roleWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import look from './account.module.css'
import { accountWords } from './words.ts'

type Props = {
  readonly role: Role
  readonly org: OrgId | null
  readonly onRole: (role: Role) => void
  readonly onOrg: (org: OrgId | null) => void
  readonly tried: boolean
}

/** A role and the unit it is held on. */
export const GrantFields = ({ role, org, onRole, onOrg, tried }: Props) => {
  const w = useWords(accountWords)
  const r = useWords(roleWords)
  const options = [...roles].reverse().map((one) => ({
    value: one,
    label: (
      <>
        {r(one)} <span className="soft">{w(`role_${one}`)}</span>
      </>
    ),
  }))
  return (
    <>
      <Row path="role" group label={w('role')} required>
        {() => (
          <Radio.Group
            className={look.roles ?? ''}
            value={role}
            options={options}
            onChange={(e) => onRole(roles.find((one) => one === e.target.value) ?? role)}
          />
        )}
      </Row>
      <Row path="org" label={w('org')} required wrong={tried && org === null ? w('needed') : undefined}>
        {(marks) => <UnitPicker value={org} onChange={onOrg} marks={marks} />}
      </Row>
    </>
  )
}
