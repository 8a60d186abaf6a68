import { Empty, Frame } from '#web/parts/frame.tsx'

export const CockpitPage = () => (
  <Frame title="CockpitPage">
    <Empty title="CockpitPage" />
  </Frame>
)
