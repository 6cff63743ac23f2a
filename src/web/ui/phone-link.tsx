import './phone-link.css';

interface PhoneLinkProps {
  phone: string;
  /** Read aloud instead of the number alone. */
  label?: string;
}

export const PhoneLink = ({ phone, label }: PhoneLinkProps) => (
  <a className="mv-phone" href={`tel:${phone.replaceAll(' ', '')}`} aria-label={label}>
    {phone}
  </a>
);
