package org.convergence.resources.membership.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.jspecify.annotations.Nullable;

/** The responses of the API. */
public final class MembershipResources {

    private MembershipResources() {}

    /** A member on a day. */
    @Schema(name = "Membership")
    public record MembershipResource(
            UUID id,

            @Schema(description = "Null where a person is the member") @Nullable
            UUID organisation,

            @Schema(description = "Null where an organisation is the member") @Nullable
            UUID person,

            String name,
            UUID category,
            LocalDate since,

            @Schema(description = "The last day; null without end") @Nullable
            LocalDate until) {

        static MembershipResource of(MemberRow line) {
            boolean organisation = line.member() instanceof OrganisationId;
            UUID id = line.member().value();
            return new MembershipResource(
                    line.id().value(),
                    organisation ? id : null,
                    organisation ? null : id,
                    line.name(),
                    line.category().value(),
                    line.since(),
                    line.until());
        }
    }

    /**
     * A page of the list.
     *
     * @param next the {@code after} of the next page; {@code null} on the last
     */
    @Schema(name = "MembershipPage")
    public record MembershipListResource(
            List<MembershipResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}

    /** A headcount of an organisation. */
    @Schema(name = "Headcount")
    public record HeadcountResource(
            UUID id,
            UUID organisation,

            @Schema(description = "The day for which it counts")
            LocalDate countedOn,

            int number,
            HeadcountStatus status,
            @Nullable String saidBy,
            @Nullable String evidence,

            @Schema(description = "Whether it was withdrawn")
            boolean withdrawn) {

        static HeadcountResource of(Headcount it) {
            HeadcountFacts facts = it.facts();
            return new HeadcountResource(
                    it.id().value(),
                    facts.organisation().value(),
                    facts.countedOn(),
                    facts.number(),
                    facts.status(),
                    facts.saidBy(),
                    facts.evidence(),
                    it.withdrawn());
        }
    }

    /** The headcounts of one organisation, the latest day first. */
    @Schema(name = "Headcounts")
    public record HeadcountListResource(List<HeadcountResource> items) {}

    /** The id of a recorded headcount. */
    @Schema(name = "RecordedHeadcount")
    public record RecordedHeadcountResource(UUID id) {}
}
