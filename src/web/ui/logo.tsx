export function Logo() {
  return (
    <svg width="30" height="24" viewBox="0 0 30 24" aria-hidden="true">
      <circle cx="9" cy="8" r="5" fill="#1F6F5F" />
      <circle cx="20" cy="8" r="5" fill="#D98E2B" />
      <path
        d="M2 21c3-5 11-5 14 0M13 21c3-5 11-5 14 0"
        stroke="#1F6F5F"
        strokeWidth="2.4"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}
