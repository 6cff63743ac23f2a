import './told.css';

/** A text as it is told: one line, one thing. */
export const ToldText = ({ text }: { text: string }) => (
  <div className="mv-told">
    {text.split('\n').map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
);
