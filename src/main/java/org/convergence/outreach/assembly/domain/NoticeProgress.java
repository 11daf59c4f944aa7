package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.util.Map;
import org.convergence.platform.mail.LetterResource;
import org.convergence.platform.mail.LetterSummary;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the notice of a meeting, from the letters to all people convened.
 *
 * @param withoutLetter how many were convened without a mail address, and have not been handed the notice yet
 * @param unwritten how many sit on the day of the meeting and got no notice
 */
public record NoticeProgress(LetterSummary letters, int withoutLetter, int unwritten) {

    /** No notice was written. */
    public static final NoticeProgress NONE = new NoticeProgress(new LetterSummary(Map.of(), null, null), 0, 0);

    /** Whether the notice was written to a person. */
    public boolean isIssued() {
        return people() > 0;
    }

    /**
     * When the last one left or was handed over, from which the notice period of the by-law counts; {@code null}
     * before.
     */
    public @Nullable Instant leftOn() {
        return withoutLetter > 0 ? null : letters.leftOn();
    }

    /** The number of people to whom the notice was written. */
    public int people() {
        return withoutLetter + letters.total();
    }

    /** For programs; {@code null} if no letter was written. */
    public @Nullable LetterResource resource() {
        LetterResource letter = LetterResource.of(letters);
        return letter == null ? null : new LetterResource(letter.state(), leftOn());
    }
}
