import { QueryClient, keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Page } from '#command/views.ts'
import type { PagedName, ReadIn, ReadName, ReadOut, RowOf, WriteIn, WriteName, WriteOut } from './calls.ts'
import { Refusal, get, newId, post } from './client.ts'

/** Only what may pass by itself is asked again: no answer, or a database that is away. */
const mayPass = (fault: unknown) => fault instanceof Refusal && (fault.code === '0.1' || fault.status === 503)

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 20_000, retry: (count, fault) => count < 2 && mayPass(fault), refetchOnWindowFocus: true } },
})

type Options = {
  readonly enabled?: boolean
  /** Keeps showing the last answer while the next one comes. */
  readonly keep?: boolean
  readonly every?: number | false
}

/** Asks a read command; typed by its name. */
export const useRead = <N extends ReadName>(name: N, input: ReadIn<N>, options: Options = {}) =>
  useQuery<ReadOut<N>, Refusal>({
    queryKey: [name, input],
    queryFn: ({ signal }) => get(name, input, signal),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })

/** Asks a paged read; `rows` is everything fetched so far. */
export const usePages = <N extends PagedName>(name: N, input: Omit<ReadIn<N>, 'after'>, options: Options = {}) => {
  const query = useInfiniteQuery({
    queryKey: [name, 'pages', input],
    queryFn: ({ pageParam, signal }) => get(name, { ...input, after: pageParam } as ReadIn<N>, signal) as Promise<Page<RowOf<N>>>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  return { ...query, error: query.error as Refusal | null, rows: query.data?.pages.flatMap((page) => [...page.rows]) ?? [] }
}

/** One key per input object: a retry of the same thing counts once. */
const keys = new WeakMap<object, string>()
const keyOf = (input: object): string => {
  const key = keys.get(input) ?? newId()
  keys.set(input, key)
  return key
}

/** Does a write command. Everything shown is asked again afterwards: any record may move any figure. */
export const useWrite = <N extends WriteName>(name: N, done?: (answer: WriteOut<N>) => void) => {
  const client = useQueryClient()
  return useMutation<WriteOut<N>, Refusal, WriteIn<N>>({
    mutationFn: (input) => post(name, input, keyOf(input)),
    retry: (count, fault) => count < 2 && mayPass(fault),
    onSuccess: async (answer) => {
      done?.(answer)
      await client.invalidateQueries()
    },
  })
}
