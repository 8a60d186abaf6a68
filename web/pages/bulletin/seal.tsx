import { useNavigate } from '@tanstack/react-router'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { BulletinView } from '#command/views.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

const Consequences = ({ view }: { readonly view: BulletinView }) => {
  const w = useWords(bulletinWords)
  const cockpit = useRead('cockpit.show', { campaign: view.campaign })
  return (
    <ul className={look.consequences}>
      <li>{w('seal1', { n: view.figures })}</li>
      <li>{w('seal2')}</li>
      <li>{w('seal3')}</li>
      {(cockpit.data?.pendingReview ?? 0) > 0 && <li className={look.warn}>{w('sealPending')}</li>}
    </ul>
  )
}

/** Asks once more, saying what sealing means. */
export const SealButton = ({ view, disabled }: { readonly view: BulletinView; readonly disabled: boolean }) => {
  const w = useWords(bulletinWords)
  const c = useWords(commonWords)
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const seal = useWrite('bulletin.seal', () => {
    setAsking(false)
    void message.success(w('sealDone'))
  })
  return (
    <>
      <Button type="primary" danger disabled={disabled} onClick={() => setAsking(true)}>
        {w('seal')}
      </Button>
      <Modal
        open={asking}
        title={w('sealTitle')}
        onCancel={() => setAsking(false)}
        onOk={() => seal.mutate({ bulletin: view.id })}
        okText={w('sealNow')}
        okButtonProps={{ danger: true }}
        cancelText={c('cancel')}
        confirmLoading={seal.isPending}
      >
        {asking && <Consequences view={view} />}
        {seal.error !== null && <FaultNotice fault={seal.error} />}
      </Modal>
    </>
  )
}

/** Takes a draft away for good; `gone` before the page is left. */
export const Discard = ({ view, gone }: { readonly view: BulletinView; readonly gone: () => void }) => {
  const w = useWords(bulletinWords)
  const c = useWords(commonWords)
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const discard = useWrite('bulletin.discard', () => {
    gone()
    void navigate({ to: '/bulletins' })
  })
  const ask = () =>
    modal.confirm({
      title: w('discardAsk'),
      okText: w('discard'),
      okButtonProps: { danger: true },
      cancelText: c('cancel'),
      onOk: () => discard.mutateAsync({ bulletin: view.id }),
    })
  return (
    <Button type="text" onClick={ask}>
      {w('discard')}
    </Button>
  )
}
