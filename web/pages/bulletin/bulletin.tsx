import { Empty, Frame } from '#web/parts/frame.tsx'

export const BulletinPage = () => (
  <Frame title="BulletinPage">
    <Empty title="BulletinPage" />
  </Frame>
)
