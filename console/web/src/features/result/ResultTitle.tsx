import { App, Button } from 'antd'
import type { Experiment, Report } from '../../api/models'
import { useWords } from '../../text/useWords'
import { StateTag } from '../../ui/StateTag'
import { conditionText } from '../../ui/condition'
import { dayIn } from '../../ui/days'
import { designOf } from '../../ui/headline/design'
import { PhasePicker } from './PhasePicker'

interface Props {
  experiment: Experiment
  report: Report | undefined
}

/** What, where and whom: quieter than the reading on purpose. */
export function ResultTitle({ experiment, report }: Props) {
  const { t, format } = useWords()
  const { message } = App.useApp()
  const exposed = report?.srm.observed.reduce((sum, one) => sum + one, 0)
  const start = report === undefined ? undefined : (report.firstDay ?? dayIn(report.zone, report.startsAt))
  const { audience } = designOf(experiment, report?.phase ?? experiment.phase)
  const copy = () => {
    void navigator.clipboard.writeText(window.location.href).then(
      () => message.success(t('title.copied')),
      () => message.error(t('title.notCopied')),
    )
  }
  return (
    <div className="title">
      <div>
        <h1>
          <bdi>{experiment.name}</bdi> <StateTag state={experiment.state} />
        </h1>
        <ul className="facts">
          {start !== undefined && report !== undefined && (
            <li>
              {t('title.from', { day: format.day(start, report.asOf) })}
              {report.endedAt !== undefined && ` ${t('title.until', { day: format.day(dayIn(report.zone, report.endedAt), report.asOf) })}`}
            </li>
          )}
          <li>
            {t('title.audience')} {audience === undefined ? t('title.everybody') : <bdi>{conditionText(audience, { all: t('condition.all'), any: t('condition.any'), none: t('condition.none') })}</bdi>}
          </li>
          <li>
            {t('title.flag')} <code>{experiment.flag}</code>
          </li>
          {exposed !== undefined && <li>{t('title.exposed', { count: exposed, units: format.count(exposed) })}</li>}
          {experiment.imported && <li>{t('title.imported')}</li>}
        </ul>
      </div>
      <div className="title-actions">
        {experiment.phases.length > 1 && report !== undefined && <PhasePicker experiment={experiment} report={report} />}
        <Button onClick={copy}>{t('title.copy')}</Button>
      </div>
    </div>
  )
}
