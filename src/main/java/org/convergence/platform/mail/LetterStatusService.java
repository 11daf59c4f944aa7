package org.convergence.platform.mail;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the letters that regard records ({@link Letter#regarding}). The caller has checked that the actor may see
 * or change the record. For joins in SQL there is the view {@code platform.mail_letter_status}.
 */
public interface LetterStatusService {

    /** Whether a mail server is set. Without one every letter waits. */
    boolean isMailSet();

    /** Key of the sentence that says what becomes of a letter that was just posted: queued, or waiting for a mail server. */
    default String postedKey() {
        return isMailSet() ? "mail.queued" : "mail.waits";
    }

    /** How many letters wait to leave, whatever they regard. */
    long countWaiting();

    /** The status of each record's last letter, in one query; a record without a letter is left out. */
    Map<UUID, LetterStatus> findByRecords(String matter, Collection<UUID> records);

    /** {@link #findByRecords} counted. */
    default LetterSummary summarize(String matter, Collection<UUID> records) {
        return LetterSummary.of(findByRecords(matter, records).values());
    }

    /**
     * Marks letters as delivered by post or by hand, by the current actor; one that waits leaves the queue, and a record
     * without a letter gets one that says so. A letter that the mail server took stays as it is. To be called in the
     * caller's transaction.
     *
     * @return how many records were marked
     * @throws org.convergence.platform.database.Refused where the day is in the future or before the earliest day
     */
    int markDelivered(String matter, Collection<UUID> records, Delivery delivery);

    /**
     * Takes back the letters that have not left: they become {@link LetterState#WITHHELD} and say by whom. A letter in
     * flight or gone stays. To be called in the caller's transaction.
     *
     * @return how many letters were taken back
     */
    int takeBack(String matter, Collection<UUID> records);

    /**
     * A delivery otherwise than by mail.
     *
     * @param earliest the first day that makes sense for the record, such as the invoice's own; {@code null} for none
     */
    record Delivery(
            DeliveryMethod method, LocalDate on, @Nullable LocalDate earliest) {}
}
