import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import { BrowserRouter } from 'react-router'
import { RequestFailed } from '../api/problem'
import { sessionQuery } from '../api/queries'
import { antdTheme } from '../theme/antd'
import { ThemeContext, useThemeChoice } from '../theme/useTheme'
import { useWords } from '../text/useWords'
import { Gate } from './Gate'
import { Shell } from './Shell'

const RETRIES = 2

/** A session that ends while the page is open brings back the sign-in form, over whatever address was open. */
function createClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const outside = error instanceof RequestFailed && (error.failure.kind === 'session' || error.failure.kind === 'password')
        if (outside && query.queryKey[0] !== sessionQuery.queryKey[0]) {
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
        }
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => error instanceof RequestFailed && error.passing && failures < RETRIES,
        refetchOnWindowFocus: true,
      },
    },
  })
  return client
}

export function App() {
  const client = useMemo(createClient, [])
  const theme = useThemeChoice()
  const { language } = useWords()
  return (
    <ThemeContext value={theme}>
      <ConfigProvider theme={antdTheme(theme.name)} locale={language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
        <QueryClientProvider client={client}>
          <Messages>
            <BrowserRouter>
              <Gate>
                <Shell />
              </Gate>
            </BrowserRouter>
          </Messages>
        </QueryClientProvider>
      </ConfigProvider>
    </ThemeContext>
  )
}
