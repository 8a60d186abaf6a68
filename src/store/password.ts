import { hash, verify } from '@node-rs/argon2'

// argon2id is this library's default algorithm; 19 MiB and two passes are OWASP's first choice.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashOf = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** What an account without a password, or no account at all, is compared with: as slow as a real one, never right. */
const nobody = hashOf(crypto.randomUUID())

/** Takes the same time whether there is a hash or not. */
export const isPasswordOf = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  const right = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return right && typeof stored === 'string'
}
