import { Fragment } from 'react'
import { useTheme } from '../../../theme/useTheme'
import { ArmName, armLook } from '../../../ui/arms'
import type { Figures } from './figures'

interface Props {
  figures: Figures
  /** The title of the chart that it stands for. */
  title: string
  /** No higher than that, so that the page does not jump: the rest scrolls below heads that stay. */
  height: number
}

/** The numbers of a chart, each of them. */
export function FigureTable({ figures: { head, groups, rows }, title, height }: Props) {
  const { tokens } = useTheme()
  return (
    <div className="figure-table" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={title}>
      <table className="small">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {head}
            </th>
            {groups.map(({ name, index, columns }, place) => (
              <th key={place} scope="colgroup" colSpan={columns.length} className="number">
                {index === undefined ? name : <ArmName look={armLook(tokens, index)} name={name} />}
              </th>
            ))}
          </tr>
          <tr>
            {groups.map(({ columns }, place) => (
              <Fragment key={place}>
                {columns.map((column) => (
                  <th key={column} scope="col" className="number">
                    {column}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row" className="nowrap">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td key={place} className="number nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
