import { Empty, Frame } from '#web/parts/frame.tsx'

export const SchemePage = () => (
  <Frame title="Scheme">
    <Empty title="Scheme" />
  </Frame>
)
