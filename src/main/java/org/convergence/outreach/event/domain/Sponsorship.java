package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.SponsorshipId;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.ledger.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation gives for an event.
 *
 * @param amount in Canadian dollars; {@code null} for a sponsorship in kind alone
 * @param inKind what it gives other than money; {@code null} for none
 * @param counterparts what it is promised in return, one by line
 * @param named whether the public page names it, once accepted
 * @param checked how its conduct was checked; only once accepted
 * @param reason why it was refused or ended
 * @param decisionBody the body or the person that decided
 * @param resolution the number of the resolution; {@code null} for none
 * @param endedBody the body or the person that ended it; {@code null} unless it is ended
 */
public record Sponsorship(
        SponsorshipId id,
        int version,
        EventId event,
        OrganisationId organisation,
        String organisationName,
        @Nullable BigDecimal amount,
        @Nullable String inKind,
        String counterparts,
        boolean named,
        SponsorshipState state,
        @Nullable String checked,
        @Nullable String reason,
        @Nullable String decisionBody,
        @Nullable LocalDate decidedOn,
        @Nullable String resolution,
        @Nullable String endedBody,
        @Nullable LocalDate endedOn,
        @Nullable String endedResolution,
        @Nullable InvoiceId invoice) {

    /** This sponsorship for readers who see no sums. */
    public Sponsorship withoutAmount() {
        return new Sponsorship(
                id,
                version,
                event,
                organisation,
                organisationName,
                null,
                inKind,
                counterparts,
                named,
                state,
                checked,
                reason,
                decisionBody,
                decidedOn,
                resolution,
                endedBody,
                endedOn,
                endedResolution,
                invoice);
    }

    /** The state of a sponsorship. */
    public enum SponsorshipState {
        PROPOSED(Tone.WARN),
        ACCEPTED(Tone.OK),
        REFUSED(Tone.REST),
        /** Accepted, and given up since. */
        ENDED(Tone.REST);

        private final Tone tone;

        SponsorshipState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "event.sponsor.state." + name();
        }
    }

    /** What was promised in return, one by one. */
    public List<String> promises() {
        return counterparts
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** What is proposed. */
    public record SponsorshipFacts(
            ChosenParties<OrganisationId> organisation,
            @Nullable BigDecimal amount,
            @Nullable String inKind,
            String counterparts,
            boolean named) {}
}
