package org.convergence.directory.secondlook;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The part of a record's page that tells its second looks (template {@code directory.secondlook.part}). */
public interface SecondLookParts {

    /** The second looks of a record. */
    SecondLookPart find(String kind, UUID record, Words t);

    /**
     * The second looks of a record, the latest first.
     *
     * @param askUrl where one is asked for; {@code null} if the texts wait for none, or the actor may not ask
     */
    record SecondLookPart(@Nullable String askUrl, List<SecondLookLine> lines) {

        /** Whether there is something to show. */
        public boolean isShown() {
            return askUrl != null || !lines.isEmpty();
        }
    }

    /**
     * A second look.
     *
     * @param detail since when it is asked for, or when it was answered
     * @param comment {@code null} for none
     * @param seenUrl where the comment is noted as seen; {@code null} if there is nothing to note
     * @param withdrawUrl where it is taken back; {@code null} if it waits for no answer, or the actor may not
     */
    record SecondLookLine(
            String reader,
            String detail,
            Tone tone,
            String state,
            @Nullable String comment,
            @Nullable String seenUrl,
            @Nullable String withdrawUrl) {}
}
