package org.convergence.outreach.website.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asked by a form of the website.
 *
 * @param mail in lower case; {@code null} once it was erased
 * @param organisationName the organisation that wants to join or asks; {@code null} for a person, and for a subscription
 * @param wording the exact words of the consent; {@code null} for a request to join and a question
 * @param decided whether the organisation says that it decided to ask for its admission
 * @param person the person of the directory that it became; {@code null} for none
 */
public record WebsiteRequest(
        WebsiteRequestId id,
        int version,
        WebsiteRequestKind kind,
        WebsiteRequestState state,
        @Nullable String mail,
        String name,
        @Nullable String organisationName,
        @Nullable String message,
        String language,
        @Nullable String wording,
        boolean decided,
        Instant askedAt,
        @Nullable Instant confirmedAt,
        @Nullable PersonId person,
        @Nullable UUID prospect) {

    /** What is asked. */
    public enum WebsiteRequestKind {
        SUBSCRIBE,
        JOIN,
        ASK;

        /** The last part of the addresses of its form. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a request stands. */
    public enum WebsiteRequestState {
        /** The link in the letter was not used yet. */
        PENDING(Tone.AHEAD),
        /** A person of the team has to go on. */
        CONFIRMED(Tone.WARN),
        DONE(Tone.OK),
        DISMISSED(Tone.REST);

        private final Tone tone;

        WebsiteRequestState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "website.request.state." + name();
        }
    }

    /**
     * What a visitor typed.
     *
     * @param mail in lower case
     * @param name empty for a subscription
     * @param wording the words of the consent; {@code null} for a request to join and a question
     * @param decided whether the organisation says that it decided to ask for its admission
     */
    public record WebsiteRequestFacts(
            WebsiteRequestKind kind,
            String mail,
            String name,
            @Nullable String organisationName,
            @Nullable String message,
            String language,
            @Nullable String wording,
            boolean decided) {}

    /** What is to be called by: the organisation, else the person, else the address. */
    public String label() {
        return organisationName != null ? organisationName : !name.isEmpty() ? name : mail == null ? "" : mail;
    }

    /** What a visitor asked by a form of the website. */
    public record WebsiteRequestId(UUID value) implements Identifier {}
}
