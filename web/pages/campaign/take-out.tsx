import { App, Button, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import type { DemoRow } from '#command/views.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './campaign.module.css'
import { campaignWords } from './words.ts'

/** Only for whoever administers; what else is refused is said in the dialog. */
export const TakeOut = ({ row }: { readonly row: DemoRow }) => {
  const w = useWords(campaignWords)
  const say = useSay()
  const administers = useHolds('administrator')
  const [open, setOpen] = useState(false)
  if (!administers) return null
  return (
    <>
      <Button type="text" danger aria-label={w('takeOutNamed', { title: say(row.title) })} onClick={() => setOpen(true)}>
        {w('takeOut')}
      </Button>
      {open && <Sure row={row} close={() => setOpen(false)} />}
    </>
  )
}

const Sure = ({ row, close }: { readonly row: DemoRow; readonly close: () => void }) => {
  const w = useWords(campaignWords)
  const say = useSay()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const weighed = useRead('demo.weigh', { key: row.key })
  const does = useWrite('demo.remove', () => {
    void message.success(w('removed'))
    close()
  })
  const sure = typed.trim() === row.key && weighed.data !== undefined
  const go = () => sure && does.mutate({ key: row.key, confirm: typed.trim() })
  return (
    <Modal
      open
      title={w('takeOutSure', { title: say(row.title) })}
      okText={w('takeOut')}
      okButtonProps={{ danger: true, disabled: !sure }}
      confirmLoading={does.isPending}
      onCancel={close}
      onOk={go}
    >
      {weighed.error !== null ? <FaultNotice fault={weighed.error} /> : <Goes key={row.key} weighed={weighed.data} />}
      {weighed.data !== undefined && (
        <label className={look.confirm}>
          <span>{w('typeKey', { key: row.key })}</span>
          <Input value={typed} autoComplete="off" spellCheck={false} onChange={(e) => setTyped(e.target.value)} onPressEnter={go} />
        </label>
      )}
      {does.error !== null && <FaultNotice fault={does.error} />}
    </Modal>
  )
}

const Goes = ({ weighed }: { readonly weighed: ReturnType<typeof useRead<'demo.weigh'>>['data'] }) => {
  const w = useWords(campaignWords)
  const c = useWords(commonWords)
  const say = useSay()
  if (weighed === undefined) return <Skeleton active paragraph={{ rows: 3 }} />
  const { campaigns, records, bulletins, notices, register, known } = weighed
  return (
    <>
      <p>{w('goes')}</p>
      <ul className={look.goes}>
        <li>{w('goesCampaigns', { names: campaigns.map((one) => say(one.title)).join(c('listMark')) })}</li>
        <li>{w('goesRecords', { records, bulletins, notices })}</li>
        {known && <li>{w('goesRegister', register)}</li>}
      </ul>
      <p className="soft">{w(known ? 'staysOthers' : 'staysRegister')}</p>
    </>
  )
}
