import type { Actor } from '#access/actor.ts'
import type { RegisterRead, RegisterWrite } from '#command/ports/register.ts'
import { contextsOf, orgPathOf } from './register/context.ts'
import { beginImport, endImport, importErrorsOf, importOf, listImports, noteImport } from './register/import-log.ts'
import { listLinks, listOrgs, listPeople, listPlaces, listSubjects, namesOf, subjectOf } from './register/list.ts'
import { codedAs, endLink, linkOf, orgOf, personOf, placeOf } from './register/one.ts'
import { saveAll } from './register/save.ts'
import { sheetOf } from './register/sheet.ts'
import { summariseLinks, surveyLinks } from './register/survey.ts'
import { endTeam, listTeams } from './register/team.ts'
import type { Sql } from './sql.ts'

export const registerRead = (sql: Sql): RegisterRead => ({
  orgs: listOrgs(sql),
  orgPath: (org, on) => orgPathOf(sql, org, on),
  people: listPeople(sql),
  places: listPlaces(sql),
  subjects: listSubjects(sql),
  subject: subjectOf(sql),
  org: orgOf(sql),
  person: personOf(sql),
  place: placeOf(sql),
  link: linkOf(sql),
  coded: codedAs(sql),
  links: listLinks(sql),
  linkSummary: summariseLinks(sql),
  linkSurvey: surveyLinks(sql),
  teams: listTeams(sql),
  contexts: (needs) => contextsOf(sql, needs),
  imports: listImports(sql),
  import: importOf(sql),
  importErrors: importErrorsOf(sql),
  sheet: sheetOf(sql),
  names: namesOf(sql),
})

export const registerWrite = (sql: Sql, by: Actor): RegisterWrite => ({
  ...registerRead(sql),
  by,
  saveAll: saveAll(sql, by),
  endLink: endLink(sql),
  endTeam: endTeam(sql),
  beginImport: beginImport(sql, by),
  noteImport: noteImport(sql),
  endImport: endImport(sql),
})
