package org.convergence.platform.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The status of letters that regard records ({@link Letter#regarding}). Callers check that the actor may see or change
 * the record. For joins in SQL there is the view {@code platform.mail_letter_status}.
 */
public interface LetterStatusService {

    /** Whether a mail server is set. Without one every letter waits. */
    boolean isMailSet();

    /**
     * Why letters wait although a mail server is set.
     *
     * @param since the time of the first failure
     * @param problem its diagnosis, as {@code mail.alarm.failing} takes it
     */
    record MailFailure(Instant since, String problem) {}

    /** Why the server takes no letter; empty while it does, or nothing waits. */
    Optional<MailFailure> findFailure();

    /** Adds the notice that a letter was posted: it is queued or, as a warning, it waits for a mail server. */
    default SeeOther notePosted(SeeOther page) {
        return notePosted(page, 1, "mail.queued", "mail.waits");
    }

    /** Adds the module's notice that letters are queued or, as a warning, that they wait for a mail server. */
    default SeeOther notePosted(SeeOther page, String queued, int letters) {
        return notePosted(page, letters, queued, "mail.waits.count", letters);
    }

    /** As above, with the module's own warning and its arguments. Where no letter was posted, nothing waits. */
    default SeeOther notePosted(SeeOther page, int letters, String queued, String waiting, Object... arguments) {
        return letters == 0 || isMailSet() ? page.withNotice(queued, arguments) : page.withWarning(waiting, arguments);
    }

    /** A text that promises a letter to a visitor; without a mail server it says that the letter will wait. */
    default String promise(String sentence, Words t) {
        return isMailSet() ? sentence : sentence + " " + t.say("public.mail.waits");
    }

    /** The number of letters that wait. */
    long countWaiting();

    /** The status of each record's last letter, in one query; a record without a letter is left out. */
    Map<UUID, LetterStatus> findByRecords(String matter, Collection<UUID> records);

    /** The status of the last letter about one record; {@code null} for none. */
    default @Nullable LetterStatus findByRecord(String matter, UUID record) {
        return findByRecords(matter, List.of(record)).get(record);
    }

    /**
     * The last letters to a person or an organisation, the newest first: those that regard a record or went to many.
     * Letters that open the application, and those whose subject is hidden, are left out.
     *
     * @param party the person or organisation
     * @param addresses the mail addresses of the party
     */
    List<AddressedLetter> findByRecipient(UUID party, Collection<String> addresses, int limit);

    /** The letters of {@link #findByRecords}, counted by state. */
    default LetterSummary summarize(String matter, Collection<UUID> records) {
        return LetterSummary.of(findByRecords(matter, records).values());
    }

    /**
     * Marks letters as delivered by post or by hand, by the current actor. A waiting letter leaves the queue; for a
     * record without a letter one is added; a letter accepted by the mail server stays unchanged. Runs in the caller's
     * transaction.
     *
     * @return the number of records marked
     * @throws org.convergence.platform.database.Refused if the day is in the future or before the earliest day
     */
    int markDelivered(String matter, Collection<UUID> records, LetterDelivery delivery);

    /**
     * Notes that the current actor told today what a letter would say, by telephone or face to face. Runs in the caller's
     * transaction; undone by {@link #undoDelivered}.
     *
     * @param purpose the purpose of that letter
     */
    void markTold(String matter, String purpose, UUID id);

    /**
     * A condition in SQL: a record's letter reached nobody and is to be told otherwise. It never left, does not wait and
     * was not told; there is no usable address, or it was refused.
     *
     * @param id the column with the record's id
     * @param address the column with the mail address
     * @param letters a condition on {@code l}, the statuses of letters, that names the matter
     */
    static String untold(String id, String address, String letters) {
        return """
                NOT EXISTS (SELECT FROM platform.mail_letter_status l WHERE l.record_id = %1$s AND %3$s
                            AND l.state IN ('WAITING', 'SENT', 'PERHAPS_SENT', 'DELIVERED_OTHERWISE'))
                AND (coalesce(%2$s, '') NOT LIKE '%%@%%'
                     OR EXISTS (SELECT FROM platform.mail_letter_status l WHERE l.record_id = %1$s AND %3$s
                                AND l.state = 'REFUSED'))
                """.formatted(id, address, letters);
    }

    /**
     * Undoes {@link #markDelivered}: each letter returns to its previous state, and a record that only noted the
     * delivery is deleted. A letter that was waiting waits again. Runs in the caller's transaction.
     *
     * @return the records whose delivery was undone
     */
    Set<UUID> undoDelivered(String matter, Collection<UUID> records);

    /**
     * Takes back the queued letters, with the account that decided it: they become {@link LetterState#WITHHELD}; those
     * perhaps sent stay so, and are not sent again. A letter being sent, or already sent, is unchanged. Runs in the
     * caller's transaction.
     *
     * @return the number of letters taken back
     */
    int takeBack(String matter, Collection<UUID> records);

    /**
     * Withholds the queued letters that a change has made untrue, as their {@link BodyCompleter} says: at once, and not
     * only when they leave. Runs in the caller's transaction, after the change.
     *
     * @param subjects what the letters are about, as in {@link Letter.Completion}
     */
    void withholdUntrue(Collection<UUID> subjects);

    /**
     * As {@link #takeBack}, for letters that are posted again: their state says so. One that was refused counts no longer as
     * not arrived.
     */
    int replace(String matter, Collection<UUID> records);

    /**
     * A delivery otherwise than by mail.
     *
     * @param earliest the first day that makes sense for the record, such as the invoice's own; {@code null} for none
     */
    record LetterDelivery(
            DeliveryMethod method, LocalDate on, @Nullable LocalDate earliest) {}

    /**
     * A letter to a person or an organisation, without its text.
     *
     * @param purpose what it is for, {@code module_word}; in words by {@link LetterFormatter#purpose}
     * @param subject empty where it was erased
     */
    public record AddressedLetter(String purpose, String subject, LetterStatus status) {}
}
