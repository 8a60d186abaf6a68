import { Empty, Frame } from '#web/parts/frame.tsx'

export const RegisterPage = () => (
  <Frame title="Register">
    <Empty title="Register" />
  </Frame>
)
