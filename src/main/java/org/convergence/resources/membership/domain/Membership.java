package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MembershipId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A membership. */
@Table(schema = "resources", value = "membership")
record Membership(
        @Id UUID id,
        @Version int version,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        UUID category,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String admittedBody,
        @Nullable LocalDate admittedOn,
        @Nullable String admittedNumber,
        @Nullable String endedBody,
        @Nullable LocalDate endedOn,
        @Nullable String endedNumber,
        @Nullable String endedReason) {

    static final String TABLE = "resources.membership";

    static Membership of(MembershipFacts facts) {
        return new Membership(
                        Ids.next(),
                        0,
                        null,
                        null,
                        facts.category().value(),
                        facts.since(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .withFacts(facts);
    }

    Membership withFacts(MembershipFacts facts) {
        Decision decision = facts.decision();
        return new Membership(
                id,
                version,
                facts.member().organisation(),
                facts.member().person(),
                facts.category().value(),
                facts.since(),
                until,
                decision == null ? null : decision.body(),
                decision == null ? null : decision.date(),
                decision == null ? null : decision.number(),
                endedBody,
                endedOn,
                endedNumber,
                endedReason);
    }

    /** @param ending {@code null} for a membership that continues */
    Membership ending(@Nullable MembershipEnding ending) {
        Decision decision = ending == null ? null : ending.decision();
        return new Membership(
                id,
                version,
                organisation,
                person,
                category,
                since,
                ending == null ? null : ending.until(),
                admittedBody,
                admittedOn,
                admittedNumber,
                decision == null ? null : decision.body(),
                decision == null ? null : decision.date(),
                decision == null ? null : decision.number(),
                ending == null ? null : ending.reason());
    }

    Party member() {
        return Party.of(organisation, person);
    }

    MembershipFacts facts() {
        return new MembershipFacts(
                member(), new CategoryId(category), since, decision(admittedBody, admittedOn, admittedNumber));
    }

    @Nullable
    MembershipEnding ending() {
        return until == null
                ? null
                : new MembershipEnding(until, endedReason, decision(endedBody, endedOn, endedNumber));
    }

    MembershipId typedId() {
        return new MembershipId(id);
    }

    private static @Nullable Decision decision(@Nullable String body, @Nullable LocalDate on, @Nullable String number) {
        return body == null || on == null ? null : new Decision(body, on, number, null);
    }
}
