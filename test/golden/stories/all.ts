import { concentratedResearch } from './concentrated-research.ts'
import { greatVisiting } from './great-visiting.ts'
import { partyDay } from './party-day.ts'
import type { Stories } from './shape.ts'

/** By the demo they are told of. */
export const stories: Readonly<Record<string, Stories>> = {
  'zhu-ti-dang-ri': partyDay,
  'da-diao-yan-da-zou-fang': greatVisiting,
  'ji-zhong-diao-yan': concentratedResearch,
}
