/** Names of other campaigns that a template's figures use: `plan` in {{ plan.goal_plans }} or figure("plan.visits"). */
export const aliasesIn = (template: string): readonly string[] => {
  const found = new Set<string>()
  for (const [, slot = ''] of template.matchAll(/\{\{(.*?)\}\}/g)) collect(slot, found)
  for (const [line] of template.matchAll(/^\s{0,3}:::.*$/gm)) collect(line, found)
  return [...found].sort()
}

const collect = (expression: string, into: Set<string>): void => {
  for (const [, name = ''] of expression.matchAll(/(?:^|[^\w.])([a-z][a-z0-9_]*)\.[a-z]/g)) into.add(name)
  for (const [, name = ''] of expression.matchAll(/(?:\bcampaign=|"campaign"\s*:\s*")([a-z][a-z0-9_]*)/g)) into.add(name)
}
