import type { RecordId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScheme } from '#web/form/scheme.ts'

/** A record with the version of the scheme that it, or the version asked for, was made under. */
export const useRecord = (id: RecordId, wanted?: number) => {
  const record = useRead('record.show', { record: id })
  const version = (record.data?.history.find((v) => v.version === wanted) ?? record.data?.history[0])?.schemeVersion
  const opened = useScheme(record.data?.campaign ?? null, version)
  const data = record.data !== undefined && opened.data !== undefined ? { record: record.data, opened: opened.data } : undefined
  return { data, error: record.error ?? opened.error, refetch: () => void (record.error === null ? opened.refetch() : record.refetch()) }
}
