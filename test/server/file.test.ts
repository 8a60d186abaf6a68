import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import type { ImportView } from '#command/import-view.ts'
import type { Attachment } from '#record/shape.ts'
import { type Fresh, forEachDatabase } from '../cluster.ts'
import { type Client, type TestHouse, openHouse } from './house.ts'

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Copyright: 'where-it-was-taken', Software: 'phone' } })
    .jpeg()
    .toBuffer()

const put = async (
  who: Client,
  bytes: Uint8Array<ArrayBuffer>,
  name = 'photo.jpg',
): Promise<{ status: number; body: Attachment & { code: string } }> => {
  const answer = await who.fetch('/api/blob/put', {
    method: 'PUT',
    body: bytes,
    headers: { 'x-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
  })
  return { status: answer.status, body: (await answer.json()) as Attachment & { code: string } }
}
const plain = (bytes: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

const bring = async (
  who: Client,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  query = '',
): Promise<{ status: number; body: ImportView & { code: string } }> => {
  const form = new FormData()
  form.set('file', new Blob([bytes]), name)
  const answer = await who.fetch(`/api/register/import${query}`, { method: 'POST', body: form })
  return { status: answer.status, body: (await answer.json()) as ImportView & { code: string } }
}

/** The import as it is when it has ended. */
const settled = async (house: TestHouse, id: string): Promise<ImportView | undefined> => {
  for (let i = 0; i < 400; i++) {
    const view = await house.admin.sees<ImportView>('register.import-show', { id })
    if (view.state !== 'running') return view
    await sleep(50)
  }
  return undefined
}

forEachDatabase((fresh) => {
  const story = (title: string, tell: (house: TestHouse, db: Fresh) => Promise<void>) =>
    test(title, async () => {
      const db = await fresh()
      const house = await openHouse(db)
      await tell(house, db).finally(() => house.close())
    })

  story('a photo is kept small, without where it was taken, and comes back by its hash', async (house, { pool }) => {
    const visitor = await house.as('visitor')
    const { status, body } = await put(visitor, plain(await photo(4000, 3000)), '柳湾村/入户 走访.JPG')
    assert.equal(status, 200)
    assert.deepEqual([body.name, body.type], ['入户 走访.jpg', 'image/jpeg'])
    const answer = await visitor.fetch(`/api/blob/get?sha256=${body.sha256}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.equal(bytes.byteLength, body.size)
    const { width, height, exif } = await sharp(bytes).metadata()
    assert.deepEqual([width, height, exif], [1600, 1200, undefined])
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.deepEqual((await put(visitor, plain(await photo(4000, 3000)))).body.sha256, body.sha256)
    assert.equal((await pool.query('select 1 from blob')).rowCount, 1)
    assert.equal((await pool.query("select 1 from op where command = 'blob.put'")).rowCount, 2)
  })

  story('a file is what its bytes say, whatever it is called', async (house) => {
    const visitor = await house.as('visitor')
    const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF')
    const { body } = await put(visitor, pdf, 'report.jpg')
    assert.deepEqual([body.type, body.name], ['application/pdf', 'report.pdf'])
    const answer = await visitor.fetch(`/api/blob/get?sha256=${body.sha256}&name=${encodeURIComponent('总结.pdf')}`)
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''%E6%80%BB/)
    const text = (t: string) => new TextEncoder().encode(t)
    for (const [bytes, name] of [
      [text('<html><script>alert(1)</script>'), 'a.jpg'],
      [text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'a.svg'],
      [text('MZ\x90\x00'), 'a.pdf'],
      [text('plain words'), 'a.docx'],
      [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), 'a.xlsx'],
    ] as const) {
      assert.deepEqual((await put(visitor, bytes, name)).body.code, '415.1', name)
    }
    const broken = plain((await photo(200, 200)).subarray(0, 400))
    assert.equal((await put(visitor, broken)).body.code, '400.6')
    assert.equal((await put(visitor, new Uint8Array())).body.code, '400.6')
    assert.equal((await put(visitor, new Uint8Array(21 * 1024 * 1024))).body.code, '413.1')
  })

  story('a picture of a hundred thousand by a hundred thousand points is refused by its header', async (house) => {
    const small = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const huge = Buffer.from(small)
    huge.writeUInt32BE(100_000, 16)
    huge.writeUInt32BE(100_000, 20)
    assert.equal((await put(await house.as('visitor'), plain(huge))).body.code, '400.6')
  })

  story('another tenant’s file is not there', async (house, db) => {
    const { body } = await put(await house.as('visitor'), plain(await photo(20, 20)))
    const other = await openHouse(db, { tenant: 'other' })
    const answer = await other.admin.fetch(`/api/blob/get?sha256=${body.sha256}`)
    assert.equal(answer.status, 404)
    await other.close()
  })

  story('a list of orgs comes in by a CSV file and is there afterwards', async (house, { pool }) => {
    const csv = '\ufeff单位代码,单位名称,上级代码\nEAST,东川县,ROOT\nEAST-1,柳湾镇,EAST\nLOST,无主镇,NOWHERE\n'
    const { status, body } = await bring(house.admin, new TextEncoder().encode(csv), '单位.csv', '?sheet=org')
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual([body.state, body.file], ['running', '单位.csv'])
    const view = await settled(house, body.id)
    assert.deepEqual([view?.state, view?.added, view?.refused], ['done', 2, 1])
    assert.ok(await house.org('EAST-1'))
    const errors = await house.admin.fetch(`/api/register/import-errors?id=${body.id}`)
    assert.equal(errors.status, 200)
    assert.match(await errors.text(), /无主镇/)
    assert.equal((await pool.query("select 1 from op where command = 'register.import' and about = $1", [body.id])).rowCount, 1)
  })

  story('what is downloaded as a sheet of the register comes in again and changes nothing', async (house) => {
    await house.register({ orgs: [{ code: 'EAST', name: '东川县', parent: 'ROOT' }] })
    for (const format of ['csv', 'xlsx']) {
      const answer = await house.admin.fetch(`/api/register/export?sheet=org&format=${format}`)
      assert.equal(answer.status, 200)
      const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '')
      const { body } = await bring(house.admin, new Uint8Array(await answer.arrayBuffer()), name, '?sheet=org')
      const view = await settled(house, body.id)
      assert.deepEqual([view?.state, view?.same, view?.added, view?.changed, view?.refused], ['done', 2, 0, 0, 0], format)
    }
    const template = await house.admin.fetch('/api/register/template?lang=en')
    assert.equal(template.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    assert.deepEqual([...new Uint8Array(await template.arrayBuffer()).subarray(0, 2)], [0x50, 0x4b])
  })

  story('only an administrator imports; a form without a file and a file that is no table are refused', async (house, { pool }) => {
    const visitor = await house.as('visitor')
    const csv = new TextEncoder().encode('单位代码,单位名称\nX,某\n')
    assert.equal((await bring(visitor, csv, 'a.csv')).body.code, '403.1')
    assert.match((await bring(house.admin, new Uint8Array(2000), 'a.csv')).body.code, /^4/)
    assert.match((await bring(house.admin, plain(await photo(20, 20)), 'a.xlsx')).body.code, /^4/)
    const empty = await house.admin.fetch('/api/register/import', { method: 'POST', body: new FormData() })
    assert.equal(empty.status, 400)
    const json = await house.admin.fetch('/api/register/import', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    assert.equal(json.status, 415)
    assert.equal((await pool.query('select 1 from import')).rowCount, 0)
  })

  story('a file of more than a hundred megabytes is refused, whether it says so or not', async (house) => {
    const head =
      '------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\nContent-Type: text/csv\r\n\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW' }
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(head))
        for (let i = 0; i < 105; i++) controller.enqueue(new Uint8Array(1024 * 1024).fill(0x61))
        controller.enqueue(new TextEncoder().encode('\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n'))
        controller.close()
      },
    })
    const answer = await house.admin.fetch('/api/register/import', { method: 'POST', body: stream, headers, duplex: 'half' })
    const body = (await answer.json()) as { code: string; details: { limit: number } }
    assert.deepEqual([answer.status, body.code, body.details.limit], [413, '413.1', 100])
  })
})
