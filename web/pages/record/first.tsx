import { Empty, Frame } from '#web/parts/frame.tsx'

export const RecordPage = () => (
  <Frame title="Record">
    <Empty title="Record" />
  </Frame>
)
