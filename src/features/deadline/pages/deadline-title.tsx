/** A deadline in a list: what it is, and below it the norm that it rests on. */
type Props = { title: string; norm: string | undefined };

export const DeadlineTitle = ({ title, norm }: Props) => (
  <>
    {title}
    {norm ? (
      <>
        <br />
        <span class="aw-norm">{norm}</span>
      </>
    ) : null}
  </>
);
