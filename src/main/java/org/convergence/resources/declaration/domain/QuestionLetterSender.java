package org.convergence.resources.declaration.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.springframework.stereotype.Component;

/**
 * Letters to organisations about their own membership (R-CASL-14), each in its language. The link is created when the
 * letter leaves.
 */
@Component
record QuestionLetterSender(
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        PublicLanguages words,
        OrganisationSettings settings) {

    /** The matter of the first letter of a question. */
    private static final String QUESTION = "declaration_question";

    /** The matter of reminders; the record of both is the question. */
    private static final String REMINDER = "declaration_reminder";

    void sendQuestion(Round round, UUID question, BillingContact contact) {
        post(question, contact, write(round, contact, QUESTION), QUESTION);
    }

    void sendReminder(Round round, UUID question, BillingContact contact) {
        post(question, contact, write(round, contact, REMINDER), REMINDER);
    }

    private void post(UUID question, BillingContact contact, LetterText text, String matter) {
        var letter = new Letter(
                Objects.requireNonNull(contact.mail()),
                text,
                QUESTION,
                new Letter.Completion(QuestionLinkService.COMPLETER, question));
        outbox.post(letter.regarding(matter, question));
    }

    private LetterText write(Round round, BillingContact contact, String matter) {
        Words t = words.wordsFor(contact.language());
        String key = matter.equals(REMINDER) ? "public.declaration.reminder" : "public.declaration.letter";
        return new LetterText(
                t.say(key + ".subject", contact.organisation().brief(), round.countedOn()),
                t.say(
                        key + ".text",
                        settings.current().name(),
                        contact.organisation().name(),
                        round.countedOn(),
                        "[[link]]",
                        round.closesOn()),
                t);
    }

    MailingPreview previewQuestions(Round round, Collection<BillingContact> contacts) {
        return preview(round, contacts, QUESTION);
    }

    MailingPreview previewReminders(Round round, Collection<BillingContact> contacts) {
        return preview(round, contacts, REMINDER);
    }

    private MailingPreview preview(Round round, Collection<BillingContact> contacts, String matter) {
        Map<MailingPreview.Addressee, BillingContact> all = new LinkedHashMap<>();
        contacts.forEach(it -> all.put(
                new MailingPreview.Addressee(
                        it.organisation().id().value(), it.organisation().name(), it.mail()),
                it));
        return mailings.preview(null, all.keySet(), to -> write(round, Objects.requireNonNull(all.get(to)), matter));
    }

    /** The status of the first letter of each question. */
    Map<UUID, LetterStatus> findQuestionStatuses(Collection<UUID> questions) {
        return statuses.findByRecords(QUESTION, questions);
    }

    /** The status of the last reminder of each question. */
    Map<UUID, LetterStatus> findReminderStatuses(Collection<UUID> questions) {
        return statuses.findByRecords(REMINDER, questions);
    }

    /** Marks letters as delivered by post or by hand, and returns their number. */
    int markDelivered(Collection<UUID> questions, Collection<UUID> reminders, LetterDelivery delivery) {
        return statuses.markDelivered(QUESTION, questions, delivery)
                + statuses.markDelivered(REMINDER, reminders, delivery);
    }

    /** Undoes the noted delivery of a question or of its reminder, and returns the number undone. */
    int undoDelivered(UUID question, boolean reminder) {
        return statuses.undoDelivered(reminder ? REMINDER : QUESTION, List.of(question))
                .size();
    }

    /**
     * Writes the waiting letters of questions again, as their round is now. A letter without an address is only taken
     * back.
     *
     * @return how many were written
     */
    int rewrite(Round round, Map<UUID, BillingContact> contacts) {
        int written = 0;
        for (String matter : List.of(QUESTION, REMINDER)) {
            List<UUID> waiting = statuses.findByRecords(matter, contacts.keySet()).values().stream()
                    .filter(each -> each.state() == LetterState.WAITING)
                    .map(LetterStatus::record)
                    .toList();
            statuses.replace(matter, waiting);
            // A letter that the carrier took meanwhile is not withheld.
            for (LetterStatus each : statuses.findByRecords(matter, waiting).values()) {
                BillingContact contact = Objects.requireNonNull(contacts.get(each.record()));
                if (each.state() == LetterState.WITHHELD && contact.mail() != null) {
                    post(each.record(), contact, write(round, contact, matter), matter);
                    written++;
                }
            }
        }
        return written;
    }

    /** Takes back the waiting questions and reminders, and returns their number. */
    int takeBack(Collection<UUID> questions) {
        return statuses.takeBack(QUESTION, questions) + statuses.takeBack(REMINDER, questions);
    }
}
