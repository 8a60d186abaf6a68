import { createAccount } from './account/create.ts'
import { disableAccount } from './account/disable.ts'
import { grantRole } from './account/grant.ts'
import { listAccounts } from './account/list.ts'
import { resetPassword } from './account/reset.ts'
import { revokeRole } from './account/revoke.ts'
import { discardBulletin, editBulletin, sealBulletin } from './bulletin/desk.ts'
import { draftBulletin } from './bulletin/draft.ts'
import { bulletinChanges, listBulletins, showBulletin, verifyBulletin } from './bulletin/look.ts'
import type { Command } from './command.ts'
import { list as listCampaigns, show as showCampaign } from './campaign/look.ts'
import { announce } from './campaign/announce.ts'
import { load as loadCampaign, widen } from './campaign/load.ts'
import { show as showBurden } from './burden/show.ts'
import { brief as briefCoverage, show as showCoverage } from './coverage/show.ts'
import { unreached, waiting } from './coverage/waiting.ts'
import { notStarted, show as showCockpit } from './cockpit/show.ts'
import { listDemos, loadDemo } from './demo/demo.ts'
import { removeDemo, weighDemo } from './demo/remove.ts'
import { dropDraft, listDrafts, renameDraft, restoreDraft, saveDraft, showDraft } from './draft/desk.ts'
import { judgeFlag, listFlags } from './flag/acts.ts'
import { list as listFigures, records as figureRecords } from './figure/list.ts'
import { check as checkFigures } from './figure/check.ts'
import { matrix, rank } from './figure/rank.ts'
import { verify as verifyFigures } from './figure/verify.ts'
import { endLink, saveLink } from './link/save.ts'
import { listLinks } from './link/list.ts'
import { summariseLinks, surveyLinks } from './link/survey.ts'
import {
  answerNotice,
  askForTime,
  closeNotice,
  escalateNotice,
  extendNotice,
  receiveNotice,
  refuseTime,
  returnNotice,
  withdrawNotice,
} from './notice/acts.ts'
import { issueNotice } from './notice/issue.ts'
import { listNotices, showNotice } from './notice/look.ts'
import { listOrgs, showOrg } from './org/list.ts'
import { saveOrg } from './org/save.ts'
import { listPeople, showPerson } from './person/list.ts'
import { savePerson } from './person/save.ts'
import { listPlaces } from './place/list.ts'
import { savePlace } from './place/save.ts'
import { list as listQuotas, mine as myQuotas, show as showQuota } from './quota/look.ts'
import { accept, close, correct, giveBack, reopen, withdraw } from './record/acts.ts'
import { forewarn } from './record/forewarn.ts'
import { list as listRecords, show as showRecord } from './record/look.ts'
import { submit } from './record/submit.ts'
import { listImports, showImport } from './register/imports.ts'
import { check as checkScheme, language } from './scheme/check.ts'
import { schemeImpact } from './scheme/impact.ts'
import { lintScheme } from './scheme/lint.ts'
import { endSession } from './session/end.ts'
import { listSessions } from './session/list.ts'
import { me } from './session/me.ts'
import { setPassword } from './session/password.ts'
import { listSubjects, showSubject } from './subject/list.ts'
import { showDigest } from './supervision/digest.ts'
import { showSupervision } from './supervision/show.ts'
import { saveSubject } from './subject/save.ts'
import { listTeams } from './team/list.ts'
import { rankTeams } from './team/rank.ts'
import { endTeam, saveTeam } from './team/save.ts'

/** Every command there is. Routes, OpenAPI, CLI verbs, audit lines and the access matrix are made from this list. */
export const commands: readonly Command[] = [
  me,
  setPassword,
  listSessions,
  endSession,
  listAccounts,
  createAccount,
  grantRole,
  revokeRole,
  disableAccount,
  resetPassword,
  listOrgs,
  showOrg,
  saveOrg,
  listPlaces,
  savePlace,
  listPeople,
  showPerson,
  savePerson,
  listSubjects,
  showSubject,
  saveSubject,
  listLinks,
  summariseLinks,
  surveyLinks,
  saveLink,
  endLink,
  listTeams,
  saveTeam,
  endTeam,
  rankTeams,
  listImports,
  showImport,
  checkScheme,
  schemeImpact,
  lintScheme,
  language,
  listDrafts,
  showDraft,
  saveDraft,
  renameDraft,
  dropDraft,
  restoreDraft,
  listCampaigns,
  showCampaign,
  loadCampaign,
  listDemos,
  loadDemo,
  weighDemo,
  removeDemo,
  widen,
  announce,
  submit,
  correct,
  accept,
  giveBack,
  withdraw,
  close,
  reopen,
  listRecords,
  showRecord,
  forewarn,
  listFigures,
  figureRecords,
  rank,
  matrix,
  verifyFigures,
  checkFigures,
  listQuotas,
  showQuota,
  myQuotas,
  showCoverage,
  briefCoverage,
  unreached,
  waiting,
  showBurden,
  showCockpit,
  notStarted,
  showSupervision,
  showDigest,
  listFlags,
  judgeFlag,
  listNotices,
  showNotice,
  issueNotice,
  receiveNotice,
  answerNotice,
  askForTime,
  extendNotice,
  refuseTime,
  returnNotice,
  closeNotice,
  withdrawNotice,
  escalateNotice,
  draftBulletin,
  editBulletin,
  discardBulletin,
  sealBulletin,
  listBulletins,
  showBulletin,
  bulletinChanges,
  verifyBulletin,
]
