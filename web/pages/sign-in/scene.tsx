import { commonWords } from '#web/say/everyday.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './sign-in.module.css'
import { signInWords } from './words.ts'

/** Contour lines of fields and water, drawn by the same curve again and again; the sun stands where no words do. */
const Hills = ({ sun }: { readonly sun: number }) => {
  const lines = Array.from({ length: 15 }, (_, i) => {
    const y = 70 + i * 24 + i * i * 0.9
    const sway = 46 - i * 2.4
    return `M-20 ${y} C 160 ${y - sway}, 300 ${y + sway * 0.9}, 470 ${y - sway * 0.35} S 760 ${y + sway * 0.7}, 1020 ${y - sway * 0.6} V 680 H -20 Z`
  })
  return (
    <svg className={look.hills} viewBox="0 0 1000 620" preserveAspectRatio="xMidYMax slice" fill="none" stroke="currentColor" aria-hidden>
      <circle cx={sun} cy="62" r="40" fill="#b0392a" stroke="none" />
      {lines.map((d, i) => (
        <path key={d} d={d} fill="#173f44" strokeWidth={1.1} strokeOpacity={0.16 + i * 0.03} />
      ))}
      <g strokeOpacity="0.62" strokeWidth="1.4" fill="#173f44">
        <path d="M196 232v-26l24-17 24 17v26z M214 232v-15h11v15 M188 209l32-23 32 23" />
        <path d="M262 234v-20l18-13 18 13v20z M256 216l24-18 24 18" />
        <path d="M646 292v-24l22-16 22 16v24z M639 271l29-21 29 21 M663 292v-13h10v13" />
      </g>
    </svg>
  )
}

export const Scene = () => {
  const w = useWords(signInWords)
  const c = useWords(commonWords)
  const { language } = usePreferences()
  return (
    <div className={look.scene}>
      <Hills sun={language === 'en' ? 742 : 292} />
      <div className={look.brand}>
        <img src="/seal.svg" alt="" />
        {c('product')}
      </div>
      <div className={look.verses} data-language={language} aria-hidden>
        <p>{w('verse1')}</p>
        <p>{w('verse2')}</p>
        <p>{w('verse3')}</p>
        <p>{w('verse4')}</p>
      </div>
      <p className={look.motto}>{c('motto')}</p>
    </div>
  )
}
