import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as Messages, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'
import { useEffect, useMemo } from 'react'
import { queries } from './api/hooks.ts'
import { themeFor } from './look/theme.ts'
import { router } from './router.ts'
import { usePreferences } from './say/preferences.ts'

/** The whole web door: language and type size reach every part from here. */
export const App = () => {
  const { language, larger } = usePreferences()
  const theme = useMemo(() => themeFor(larger), [larger])
  dayjs.locale(language === 'en' ? 'en-gb' : 'zh-cn')
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
    document.documentElement.dataset['type'] = larger ? 'larger' : 'normal'
    void queries.invalidateQueries()
  }, [language, larger])
  return (
    <ConfigProvider theme={theme} locale={language === 'en' ? enGB : zhCN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <Messages>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}
