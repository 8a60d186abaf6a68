import { z } from 'zod'
import type { Text } from '#kit/text.ts'

/** The two ways in, before there is an actor; the door carries them out itself and answers with `Me` and a cookie. */
export type Entrance<I extends z.ZodType = z.ZodType> = { readonly name: string; readonly says: Text; readonly input: I }

export const start = {
  name: 'session.start',
  says: { zh: '用账号和密码登录。', en: 'Sign in with an account and its password.' },
  input: z.strictObject({
    login: z.string().min(1).max(100),
    password: z.string().min(1).max(200),
    /** Whose account; an installation for one office has only 'main'. */
    tenant: z.string().max(64).default('main'),
  }),
} as const satisfies Entrance

export const link = {
  name: 'session.link',
  says: { zh: '用一次性链接登录。', en: 'Sign in with a one-time link.' },
  input: z.strictObject({ token: z.string().min(1).max(200) }),
} as const satisfies Entrance

export const entrances: readonly Entrance[] = [start, link]
