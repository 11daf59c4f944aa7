package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.Locale;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What someone asked about her personal data, and what she was answered.
 *
 * @param person who, where the directory knows her
 * @param asked in her words, at most 4,000 characters
 * @param answeredOn {@code null} as long as she was not
 * @param granted whether she got it; {@code null} as long as she was not answered
 * @param answer what she was told: of a refusal, the reasons, the provision and the recourse
 */
public record RequestFacts(
        @Nullable PersonId person,
        Kind kind,
        String asked,
        LocalDate receivedOn,
        @Nullable LocalDate answeredOn,
        @Nullable Boolean granted,
        @Nullable String answer) {

    /** What one may ask (R-L25-11…13). */
    public enum Kind {
        ACCESS,
        CORRECTION,
        PORTABILITY,
        ERASURE,
        DEINDEXING;

        /** Key of its name in the messages. */
        public String key() {
            return "consent.request.kind." + name().toLowerCase(Locale.ROOT);
        }
    }
}
