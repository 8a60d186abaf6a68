import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { openDatabase } from '#store/managed/open.ts'
import { migrate } from '#store/migrate.ts'
import { poolOf } from '#store/sql.ts'
import { importFile } from '#store/register/import.ts'
import { buildCity } from './world.ts'

const rows = 200_000

/** A workbook of households taken into the register, every hundredth row wrong, with the memory it takes at the most. */
export const importRate = async (): Promise<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const path = join(folder, 'households.xlsx')
  const columns = ['编码', '名称', '类型', '区域编码', '地址', '标签'].map((header) => ({ header }))
  await pipeline(Readable.fromWeb(writeXlsxStream(households(), { name: '走访对象', columns }) as never), createWriteStream(path))
  const managed = await openDatabase({ dataDir: join(folder, 'data'), as: 'server' })
  const pool = poolOf(managed.url, 4)
  await migrate(pool)
  const { store, actor } = await buildCity(pool)
  const rest = process.memoryUsage.rss()
  let most = 0
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
  const begin = performance.now()
  const running = await importFile(store, actor, { path, name: 'households.xlsx' })
  await running.done
  const seconds = (performance.now() - begin) / 1000
  clearInterval(watching)
  const progress = await store.read(actor.tenant, (db) => db.register.import(running.id))
  const result = {
    rows,
    rowsPerSecond: Math.round(rows / seconds),
    fileMb: Math.round(statSync(path).size / 1e6),
    extraMb: Math.round((most - rest) / 1e6),
    added: progress?.added,
    refused: progress?.refused,
    budget: 10_000,
  }
  process.stdout.write(
    `  ${result.rowsPerSecond} rows a second (budget 10,000), ${result.added} added, ${result.refused} refused, ${result.extraMb} MB more than at rest\n`,
  )
  await pool.end()
  await managed.close()
  rmSync(folder, { recursive: true, force: true })
  return result
}

function* households(): Generator<string[]> {
  for (let n = 0; n < rows; n++) {
    const place = n % 100 === 99 ? '没有此村' : `V${String(n % 500).padStart(5, '0')}`
    yield [`HX${String(n).padStart(7, '0')}`, `第${n}户`, '家庭', place, `第${n % 500}村${n % 12}组${n % 90}号`, n % 9 ? '' : '困难户']
  }
}
