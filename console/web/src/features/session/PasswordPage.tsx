import { Button, Form, Input } from 'antd'
import { useChangePassword, useSignOut } from '../../api/session'
import { useWords, type Words } from '../../text/useWords'
import { FormError } from '../../ui/FormError'
import { LEAST_CHARACTERS, MOST_BYTES, passwordFault, type PasswordFault } from './password'

interface Values {
  current: string
  next: string
  again: string
}

function faultText(fault: PasswordFault, t: Words['t']): string {
  switch (fault) {
    case 'short':
      return t('password.rule', { least: LEAST_CHARACTERS })
    case 'long':
      return t('password.long', { most: MOST_BYTES })
    case 'same':
      return t('password.same')
  }
}

/** The one-time password has to be replaced before anything else. */
export function PasswordPage() {
  const { t } = useWords()
  const change = useChangePassword()
  const signOut = useSignOut()
  const [form] = Form.useForm<Values>()
  return (
    <main className="alone">
      <section className="card sign-in">
        <h1>{t('password.title')}</h1>
        <p className="secondary">{t('password.why')}</p>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ current, next }) => change.mutate({ current, next })}
        >
          <Form.Item label={t('password.current')} name="current" rules={[{ required: true, message: t('session.passwordMissing') }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item
            label={t('password.next')}
            name="next"
            dependencies={['current']}
            extra={t('password.rule', { least: LEAST_CHARACTERS })}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) => {
                  const fault = passwordFault(String(value ?? ''), String(getFieldValue('current') ?? ''))
                  return fault === undefined ? Promise.resolve() : Promise.reject(new Error(faultText(fault, t)))
                },
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            label={t('password.again')}
            name="again"
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('password.differs'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {change.error !== null && (
            <FormError
              error={change.error}
              words={{ sign_in_failed: t('password.wrong'), value_invalid: t('password.refused', { least: LEAST_CHARACTERS, most: MOST_BYTES }) }}
            />
          )}
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {t('password.save')}
          </Button>
        </Form>
        <Button type="link" size="small" onClick={() => signOut.mutate()}>
          {t('session.signOut')}
        </Button>
      </section>
    </main>
  )
}
