import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { compressWeb } from '#server/compress.ts'
import { type Fresh, clusters, freshDatabase } from '../cluster.ts'
import { type TestHouse, openHouse } from './house.ts'

const script = 'export const words = "走访"\n'.repeat(200)

describe('the web app', () => {
  let db: Fresh
  let house: TestHouse
  const folder = mkdtempSync(join(tmpdir(), 'zoufang-web-'))

  before(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><title>走访</title><script type="module" src="/assets/app-1a2b3c.js"></script>',
    )
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), script)
    writeFileSync(join(folder, 'assets', 'small-1a2b3c.js'), '1')
    writeFileSync(join(folder, '.secret'), 'not for you')
    await compressWeb(folder)
    const [cluster] = clusters()
    assert.ok(cluster)
    db = await freshDatabase(cluster)
    house = await openHouse(db, { web: folder })
  })
  after(async () => {
    await house.close()
    await db.drop()
    rmSync(folder, { recursive: true })
  })
  const open = (path: string, accept = 'text/html') => fetch(`${house.url}${path}`, { headers: { accept } })

  test('its page is served at every address that is not a file and not the API', async () => {
    for (const path of ['/', '/index.html', '/records/123', '/bulletin', '/sign-in']) {
      const answer = await open(path)
      assert.equal(answer.status, 200, path)
      assert.match(await answer.text(), /走访/, path)
      assert.equal(answer.headers.get('cache-control'), 'no-cache', path)
      assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self';/, path)
      assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path)
    }
    assert.equal((await open('/api/nothing')).status, 404)
    assert.equal((await open('/assets/gone.js', '*/*')).status, 404)
    assert.equal((await open('/.secret', '*/*')).status, 404)
  })

  test('files with a hash in their name are kept for good, and sent small', async () => {
    const answer = await open('/assets/app-1a2b3c.js', '*/*')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.match(answer.headers.get('content-type') ?? '', /javascript; charset=utf-8/)
    assert.equal(await answer.text(), script)
    const sent = await bytesOf(house.url, '/assets/app-1a2b3c.js', 'br')
    assert.equal(sent.encoding, 'br')
    assert.ok(sent.bytes < script.length / 10)
    assert.equal((await bytesOf(house.url, '/assets/app-1a2b3c.js', 'identity')).encoding, undefined)
    assert.equal(await (await open('/assets/small-1a2b3c.js', '*/*')).text(), '1')
  })
})

/** fetch would unpack it. */
const bytesOf = (url: string, path: string, encoding: string): Promise<{ bytes: number; encoding: string | undefined }> =>
  new Promise((resolve, reject) => {
    request(`${url}${path}`, { headers: { 'accept-encoding': encoding } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('end', () => resolve({ bytes, encoding: answer.headers['content-encoding'] }))
    })
      .on('error', reject)
      .end()
  })
