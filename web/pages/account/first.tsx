import { Empty, Frame } from '#web/parts/frame.tsx'

export const AccountPage = () => (
  <Frame title="Account">
    <Empty title="Account" />
  </Frame>
)
