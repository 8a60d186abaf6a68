import { Empty, Frame } from '#web/parts/frame.tsx'

export const SignIn = () => (
  <Frame title="SignIn">
    <Empty title="SignIn" />
  </Frame>
)
