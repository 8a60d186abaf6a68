import type { Submission } from '#command/record/submit.ts'
import type { Entries } from '#register/entry.ts'
import type pg from 'pg'
import { type City, buildCity, scheme } from './world.ts'

/*
 * The large city with everything that reads ask for: 40,000 households with tags, links and teams; quotas of people, units and teams,
 * coverage, bounds of burden; a stock and newest words; every fiftieth visit flagged, every sixth waiting for review.
 */

const pad = (n: number) => String(n).padStart(5, '0')
const range = (n: number) => Array.from({ length: n }, (_, i) => i)

const kinds = '[visit_a, visit_b, visit_c, visit_d, visit_e, visit_f]'

const wideScheme = `${scheme.replace('scheme: bench', 'scheme: reads').replace('title: 走访f', 'title: 走访f\n    review: true')}
  visits: { title: 走访, unit: 次, from: ${kinds}, headline: true }
  homes: { title: 走访户数, unit: 户, from: ${kinds}, per: subject, distinct: subject }
  open: { title: 在册, unit: 个, from: visit_b, value: n3, take: stock }
  said: { title: 各单位最近所报, unit: 万元, from: visit_a, value: funds, take: latest }
  told: { title: 各村最近所报, unit: 个, from: [visit_c, visit_d], value: n4, take: latest, each: place }
  state: { title: 各户最近所报, unit: 户, from: ${kinds}, per: subject, take: latest, each: subject, when: 'way == "home"' }
tags: [{ key: 困难户, title: 困难户 }, { key: 老党员, title: 老党员 }]
coverage: { must_reach: [困难户, 老党员], everyone: [household], every: quarter }
burden:
  - { of: household, at_most: 2, every: month }
  - { of: place, at_most: 40, every: month }
quotas:
  twenty: { title: 不少于20户, who: person, where: 'true', indicator: homes, at_least: 20 }
  third: { title: 所联系户三分之一, who: person, where: 'true', indicator: homes, share: 1/3, of: linked }
  weekly: { title: 每周一次, who: person, where: 'true', indicator: visits, every: week, at_least: 1 }
  unit_visits: { title: 各单位走访, who: org, indicator: visits, at_least: 1100 }
  unit_monthly: { title: 各单位每月, who: org, indicator: count_a, every: month, at_least: 14 }
  unit_homes: { title: 各单位走访户数, who: org, indicator: homes, at_least: 60 }
  unit_linked: { title: 不落一户, who: org, indicator: homes, share: 1, of: linked }
  unit_said: { title: 所报, who: org, indicator: said, at_least: 5 }
  zone_visits: { title: 协作区走访, who: team, indicator: visits, at_least: 2000 }
`

const more: Entries = {
  links: [
    ...range(1000).map((u) => ({ by: { org: `U${pad(u)}` }, to: { place: `V${pad(((u * 5) % 500) + (u % 4))}` } })),
    ...range(3000).flatMap((p) =>
      range(5).map((k) => ({
        by: { person: `P${pad(p)}` },
        to: { subject: `H${pad((((p * 5) % 500) + (k % 4) + 500 * (p + k)) % 40_000)}` },
      })),
    ),
  ],
  teams: range(40).map((t) => ({
    code: `Z${pad(t)}`,
    name: `第${t}协作区`,
    members: range(25).map((i) => ({ who: { org: `U${pad(t * 25 + i)}` }, duty: i === 0 ? ('lead' as const) : ('member' as const) })),
  })),
}

const tags = (home: number): readonly string[] => [...(home % 9 === 0 ? ['困难户'] : []), ...(home % 7 === 0 ? ['老党员'] : [])]

export const buildWideCity = async (pool: pg.Pool): Promise<City> => {
  const city = await buildCity(pool, { scheme: wideScheme, homes: 40_000, more, tags })
  const flagged = (input: Submission['input'], n: number): Submission['input'] => {
    const three = [1, 2, 3].flatMap((i) => city.visit(n + i).content.participants)
    return { ...input, content: { ...input.content, participants: [...new Set([...input.content.participants, ...three])] } }
  }
  return { ...city, visit: (n) => (n % 50 === 49 ? flagged(city.visit(n), n) : city.visit(n)) }
}
