package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.Locale;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A request about personal data, and its answer.
 *
 * @param person the requester's record; {@code null} if they are not in the directory
 * @param asked the requester's text, at most 4,000 characters
 * @param answeredOn {@code null} until it is answered
 * @param granted {@code null} until it is answered
 * @param answer the answer: for a refusal, the reasons, the provision and the recourse
 */
public record PrivacyRequestFacts(
        @Nullable PersonId person,
        PrivacyRequestKind kind,
        String asked,
        LocalDate receivedOn,
        @Nullable LocalDate answeredOn,
        @Nullable Boolean granted,
        @Nullable String answer) {

    /** The kinds of requests (R-L25-11…13). */
    public enum PrivacyRequestKind {
        ACCESS,
        CORRECTION,
        PORTABILITY,
        ERASURE,
        DEINDEXING;

        /** The message key of its name. */
        public String key() {
            return "consent.request.kind." + name().toLowerCase(Locale.ROOT);
        }
    }
}
