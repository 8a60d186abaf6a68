import type { FigureCheck } from '#command/figure/views.ts'
import type { FigureRecord, FigureRow, Page, RankRow, Verification } from '#command/views.ts'
import type { CampaignId, OrgId, PlaceId, TeamId } from '#kit/id.ts'

/* The commands that ask for figures, as this door calls them. */

type Call<I, O> = { readonly in: I; readonly out: O }
type More = { readonly after?: string | undefined; readonly limit?: number | undefined }
type Span = { readonly from?: string | undefined; readonly to?: string | undefined; readonly asOf?: string | undefined }
type Where = { readonly org?: OrgId | undefined; readonly place?: PlaceId | undefined }

export type FigureReads = {
  'figure.list': Call<
    { readonly campaign: CampaignId; readonly team?: TeamId | undefined; readonly orgs?: string | undefined } & Where & Span,
    readonly FigureRow[]
  >
  'figure.rank': Call<
    { readonly campaign: CampaignId; readonly indicator: string; readonly class: string; readonly org?: OrgId | undefined } & Span,
    readonly RankRow[]
  >
  'figure.records': Call<
    {
      readonly campaign: CampaignId
      readonly team?: TeamId | undefined
      readonly orgs?: string | undefined
      readonly indicator: string
      readonly pending?: boolean | undefined
    } & Where &
      Span &
      More,
    Page<FigureRecord>
  >
  'figure.check': Call<
    {
      readonly campaign: CampaignId
      readonly org?: OrgId | undefined
      readonly from?: string | undefined
      readonly to?: string | undefined
      readonly blanks?: boolean | undefined
    },
    FigureCheck
  >
  'figure.verify': Call<{ readonly campaign?: CampaignId | undefined }, Verification>
}
