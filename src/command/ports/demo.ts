import type { DemoRow } from '../views.ts'

export type DemoRead = {
  /** In the order in which the campaigns folder offers them. */
  list(): Promise<readonly DemoRow[]>
}

export type DemoWrite = DemoRead & {
  /** Whoever loads demos takes it up. */
  want(key: string): Promise<void>
}
