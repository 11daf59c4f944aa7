package org.convergence.advocacy.urgentaction.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an organisation.
 *
 * @param organisation {@code null} while the typed name is not recognised
 * @param name the organisation's name in the directory, else as typed
 */
public record SignOn(
        SignOnId id,
        int version,
        UrgentActionId action,
        @Nullable OrganisationId organisation,
        String name,
        String signer,
        String office,
        String body,
        LocalDate decidedOn,
        String language,
        SignOnState state,
        Instant signedAt) {

    /**
     * What a signer says.
     *
     * @param organisation its name
     * @param office the signer's function
     * @param body the body that decided to sign, on a day
     */
    public record SignOnFacts(
            String organisation, String signer, String office, String body, LocalDate decidedOn, String language) {}

    /** The state of a signature. Only confirmed ones are counted and shown. */
    public enum SignOnState {
        /** Waits for the confirmation from the organisation's address of record, or for its name to be recognised. */
        PENDING(Tone.AHEAD),
        CONFIRMED(Tone.OK),
        WITHDRAWN(Tone.REST),
        REFUSED(Tone.BAD);

        private final Tone tone;

        SignOnState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "urgentaction.sign-on.state." + name();
        }
    }

    /**
     * The organisations that signed, and their members.
     *
     * @param day of the count
     * @param atLeast members, each counted once; organisations without a known headcount add nothing
     */
    public record SignOnCount(LocalDate day, int organisations, int atLeast) {}

    /** The signature of an organisation. */
    public record SignOnId(UUID value) implements Identifier {}
}
