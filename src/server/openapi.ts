import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Command } from '#command/command.ts'
import { commands } from '#command/list.ts'
import { type Entrance, entrances } from '#command/session/entrance.ts'
import { catalogue } from '#kit/fault.ts'
import { type Language, type Text, say } from '#kit/text.ts'
import type { FileRoute } from './files.ts'
import { fileRoutes } from './route-files.ts'
import { methodOf, pathOf } from './route.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of every route, made from the commands; sentences in both languages, the asked one first. */
export const openApi = (language: Language): Json => documentOf(language, answersOf())

const documentOf = (language: Language, known: Answers): Json => ({
  openapi: '3.1.0',
  info: {
    title: say({ zh: '走访 API', en: 'Zoufang API' }, language),
    version: '1',
    description: both(
      {
        zh: '读用 GET，写用 POST;写可带 Idempotency-Key,重发得到同一答复。',
        en: 'Reads are GET, writes are POST; a write may carry an Idempotency-Key, and sending it again gets the same answer.',
      },
      language,
    ),
  },
  servers: [{ url: '/' }],
  security: [{ cookie: [] }, { bearer: [] }],
  tags: [...new Set([...entrances, ...commands, ...fileRoutes].map(areaOf))].map((name) => ({ name })),
  paths: paths(language, known.answers),
  components: {
    securitySchemes: {
      cookie: { type: 'apiKey', in: 'cookie', name: 'zoufang', description: 'session.start, session.link' },
      bearer: { type: 'http', scheme: 'bearer', description: 'The same token as in the cookie' },
    },
    schemas: { Fault: fault, ...known.schemas },
    responses: Object.fromEntries(statuses.map((s) => [s, responseOf(s, language)])),
  },
})

const paths = (language: Language, answers: Answers['answers']): Json =>
  Object.fromEntries([
    ...entrances.map((e) => [pathOf(e), { post: entranceOperation(e, language, answers[e.name]) }]),
    ...commands.map((c) => [pathOf(c), { [methodOf(c).toLowerCase()]: operation(c, language, answers[c.name]) }]),
    ...fileRoutes.map((r) => [pathOf(r), { [r.method.toLowerCase()]: fileOperation(r, language) }]),
  ])

const areaOf = (named: { readonly name: string }): string => named.name.split('.')[0] ?? named.name

const both = (text: Text, language: Language): string =>
  (language === 'zh' ? [text.zh, text.en] : [text.en, text.zh]).filter((t) => t !== undefined).join('\n\n')

const heading = (named: { readonly name: string; readonly says: Text }, language: Language): Json => ({
  operationId: named.name,
  tags: [areaOf(named)],
  summary: say(named.says, language),
  description: both(named.says, language),
})

const operation = (command: Command, language: Language, answer: Json | undefined): Json =>
  command.does === 'read'
    ? { ...heading(command, language), parameters: queryOf(command.input), responses: responses('application/json', readFaults, answer) }
    : {
        ...heading(command, language),
        parameters: [idempotencyKey],
        requestBody: bodyOf(command.input),
        responses: responses('application/json', writeFaults, answer),
      }

const entranceOperation = (entrance: Entrance, language: Language, answer: Json | undefined): Json => ({
  ...heading(entrance, language),
  security: [],
  requestBody: bodyOf(entrance.input),
  responses: responses('application/json', writeFaults, answer),
})

const fileOperation = (route: FileRoute, language: Language): Json => ({
  ...heading(route, language),
  parameters: queryOf(route.input),
  ...(route.takes === 'nothing' ? {} : { requestBody: { required: true, content: 'bytes' in route.takes ? anyBytes : oneFile } }),
  responses: responses(route.gives, route.takes === 'nothing' ? readFaults : writeFaults),
})

const anyBytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
const oneFile = {
  'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } },
}
const idempotencyKey = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' } }

const bodyOf = (schema: z.ZodType): Json => ({ required: true, content: { 'application/json': { schema: schemaOf(schema) } } })

const queryOf = (schema: z.ZodType): readonly Json[] => {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, of]) => ({ name, in: 'query', required: required.includes(name), schema: of }))
}

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    // A type checked by a function of our own: the only such are ids, which is asked of the function itself.
    unrepresentable: ({ zodSchema }) => (z.safeParse(zodSchema, someId).success ? { type: 'string', format: 'uuid' } : 'any'),
  })
  return json
}

type Answers = { readonly answers: Readonly<Record<string, Json>>; readonly schemas: Readonly<Record<string, Json>> }

/** What commands answer, made from their types by schema/answers.ts. It is read when the document is asked for, and then let go. */
const answersOf = (): Answers => JSON.parse(readFileSync(new URL('./answers.json', import.meta.url), 'utf8')) as Answers

const someId = '01900000-0000-7000-8000-000000000000'

const statuses = [...new Set(Object.keys(catalogue).map((code) => code.split('.')[0] ?? ''))]
const readFaults = ['400', '401', '403', '404', '422', '500', '503']
const writeFaults = [...readFaults, '409', '413', '415', '429', '507']

const responses = (gives: string | readonly string[], faults: readonly string[], answer?: Json): Json => ({
  200: {
    description: 'OK',
    content: Object.fromEntries([gives].flat().map((type) => [type, answer === undefined ? {} : { schema: answer }])),
  },
  ...Object.fromEntries(faults.map((status) => [status, { $ref: `#/components/responses/${status}` }])),
})

const responseOf = (status: string, language: Language): Json => ({
  description: Object.entries(catalogue)
    .filter(([code]) => code.startsWith(`${status}.`))
    .map(([code, text]) => `${code} ${say(text, language)}`)
    .join('\n\n'),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
})

const fault = {
  type: 'object',
  required: ['code', 'says', 'details', 'id'],
  properties: {
    code: { type: 'string', enum: Object.keys(catalogue) },
    says: { type: 'string', description: 'Accept-Language / ?lang=' },
    details: { type: 'object' },
    id: { type: 'string', description: 'Names this request in the log' },
  },
}
