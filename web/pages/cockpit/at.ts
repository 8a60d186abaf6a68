import type { Cockpit, FigureRow } from '#command/views.ts'
import type { FigureAt } from '#web/figure/at.ts'
import { roundedTo } from '#web/say/format.ts'

type Span = Pick<FigureAt, 'from' | 'to' | 'asOf'>

/** A figure of this screen, ready to be opened. */
export const figureAt = ({ campaign, org }: Cockpit, f: FigureRow, span: Span, showPending?: boolean): FigureAt => ({
  campaign: campaign.id,
  indicator: f.indicator,
  org: org.id,
  orgName: org.name,
  ...span,
  value: roundedTo(f.confirmed, f.decimals),
  unit: f.unit,
  facts: f.facts,
  approx: f.approx,
  pending: f.pending,
  pendingFacts: f.pendingFacts,
  showPending,
})
