import { prefer, usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './shell.module.css'
import { shellWords } from './words.ts'

/** The other language, in its own words. */
export const LanguageSwitch = () => {
  const { language } = usePreferences()
  return (
    <button
      type="button"
      className={`bare ${look.switch}`}
      lang={language === 'en' ? 'zh-CN' : 'en'}
      onClick={() => prefer({ language: language === 'en' ? 'zh' : 'en' })}
    >
      {language === 'en' ? '中文' : 'English'}
    </button>
  )
}

export const TypeSwitch = () => {
  const w = useWords(shellWords)
  const { larger } = usePreferences()
  return (
    <button
      type="button"
      className={`bare ${look.switch}`}
      aria-pressed={larger}
      title={larger ? w('smaller') : w('larger')}
      aria-label={w('larger')}
      onClick={() => prefer({ larger: !larger })}
    >
      <span aria-hidden>
        <span style={{ fontSize: '1.2em', fontWeight: 600 }}>{w('typeBig')}</span>
        {w('typeSmall')}
      </span>
    </button>
  )
}
