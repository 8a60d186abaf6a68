import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { urlOf } from '#web/api/client.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

type Props = { readonly asked: Readonly<Record<string, string | boolean | undefined>> }

/** The list as it is narrowed, as a workbook or a CSV file; with one kind chosen its fields stand in columns of their own. */
export const Download = ({ asked }: Props) => {
  const w = useWords(recordWords)
  const { language } = usePreferences()
  const to = (format: 'xlsx' | 'csv') => urlOf('record.export', { ...asked, format, lang: language })
  return (
    <p className={look.download}>
      <Button type="link" icon={<DownloadOutlined aria-hidden />} href={to('xlsx')} download>
        {w('downloadXlsx')}
      </Button>
      <Button type="link" href={to('csv')} download>
        CSV
      </Button>
      <span className="soft">{w(asked['kind'] === undefined ? 'downloadHint' : 'downloadKind')}</span>
    </p>
  )
}
