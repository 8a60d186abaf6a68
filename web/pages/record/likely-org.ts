import type { OrgId } from '#kit/id.ts'
import { useMe, useScope } from '#web/api/scope.ts'

/** Where this person enters records: the org looked at, their own, or the top. */
export const useLikelyOrg = (): OrgId | undefined => {
  const { org, orgs } = useScope()
  const me = useMe()
  const own = me?.grants.find((g) => orgs.some((o) => o.id === g.org))?.org
  return org?.id ?? own ?? orgs[0]?.id
}
