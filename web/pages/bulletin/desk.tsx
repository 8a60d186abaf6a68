import { Empty, Frame } from '#web/parts/frame.tsx'

export const BulletinDesk = () => (
  <Frame title="BulletinDesk">
    <Empty title="BulletinDesk" />
  </Frame>
)
