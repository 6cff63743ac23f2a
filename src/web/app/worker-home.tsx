import { ContactForm } from '#web/contact/contact-form.tsx';
import { MyDayPage } from '#web/my-day/my-day-page.tsx';

/** A working day: what is owed, and a contact written on the way. */
export const WorkerHome = () => <MyDayPage ContactForm={ContactForm} />;
