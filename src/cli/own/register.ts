import { statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { holdsRoot } from '#command/root.ts'
import type { ImportView } from '#command/import-view.ts'
import { Fault } from '#kit/fault.ts'
import { say } from '#kit/text.ts'
import { type Sheet, sheets } from '#register/shape.ts'
import { opOf } from '#store/carry.ts'
import { importFile } from '#store/register/import.ts'
import type { House } from '../house.ts'
import type { Out } from '../out.ts'
import { progressBar } from '../progress.ts'
import { print } from '../print.ts'

/** `register import FILE`: watched to its end; refused rows come back beside the file, and the run then ends with 1. */
export const importRegister = async (path: string, wanted: string | undefined, house: House, out: Out): Promise<void> => {
  const { store, world } = house
  const sheet = sheets.find((s) => s === wanted)
  if (wanted !== undefined && sheet === undefined)
    throw new Fault('400.2', { what: '--sheet', expected: { zh: sheets.join('、'), en: sheets.join(', ') } })
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Fault('404.1', { what: { zh: `文件 ${path}`, en: `file ${path}` } })
  if (!(await store.read(world.actor.tenant, (db) => holdsRoot(db, world.actor, world.today, 'administrator'))))
    throw new Fault('403.1', { what: { zh: '导入名册', en: 'import into the register' } })
  const { id, done } = await importFile(store, world.actor, {
    path,
    name: basename(path),
    sheet: sheet satisfies Sheet | undefined,
    language: out.language,
  })
  await note(house, id, basename(path))
  const end = await watched(house, id, done, out)
  print(
    out,
    out.json
      ? end
      : {
          [say({ zh: '读入', en: 'read' }, out.language)]: end.read,
          [say({ zh: '新增', en: 'added' }, out.language)]: end.added,
          [say({ zh: '更新', en: 'changed' }, out.language)]: end.changed,
          [say({ zh: '相同', en: 'same' }, out.language)]: end.same,
          [say({ zh: '拒绝', en: 'refused' }, out.language)]: end.refused,
        },
  )
  if (end.fault) {
    out.aside(`${end.fault.code} ${say(end.fault.says, out.language)}`)
    return out.fail(2)
  }
  if (end.refused > 0) await giveBack(house, id, path, end, out)
}

const note = ({ store, world }: House, id: string, file: string): Promise<void> =>
  store.write(world.actor, async (db) => {
    const op = opOf({ name: 'register.import' }, { id, file }, world.newId())
    await db.op.begin(op)
    await db.op.answered(op.id, { id })
  })

const watched = async ({ store, world }: House, id: string, done: Promise<void>, out: Out): Promise<ImportView> => {
  const bar = progressBar(out)
  const look = async (): Promise<ImportView> => {
    const view = await store.read(world.actor.tenant, (db) => db.register.import(id))
    if (view === undefined) throw new Error(`import ${id} is gone`)
    bar.at(view.read, view.total ?? 0)
    return view
  }
  let over = false
  const ended = done.finally(() => (over = true))
  ended.catch(() => undefined)
  while (!over) {
    await Promise.race([ended, new Promise((next) => setTimeout(next, 250))])
    await look()
  }
  await ended
  bar.end()
  return look()
}

const giveBack = async ({ store, world }: House, id: string, path: string, end: ImportView, out: Out): Promise<void> => {
  for (const e of end.errors.slice(0, 20)) out.aside(`  ${e.sheet}:${e.row} ${say(e.says, out.language)}`)
  const file = await store.read(world.actor.tenant, (db) => db.register.importErrors(id))
  if (file !== undefined) {
    const to = path.replace(/(\.\w+)?$/, (ending) => `.errors${ending || '.csv'}`)
    writeFileSync(to, file.bytes)
    out.aside(say({ zh: `被拒的行及原因已写入 ${to}`, en: `Refused rows with their reasons: ${to}` }, out.language))
  }
  out.fail(1)
}
