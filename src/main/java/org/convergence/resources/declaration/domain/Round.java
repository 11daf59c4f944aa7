package org.convergence.resources.declaration.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A round.
 *
 * @param approvedAt when its days were approved; {@code null} before, and then nothing is sent
 */
@Table(schema = "resources", value = "declaration_round")
public record Round(
        @Id UUID id,
        @Version int version,
        LocalDate countedOn,
        LocalDate asksOn,
        LocalDate remindsOn,
        LocalDate closesOn,
        @Nullable Instant approvedAt) {

    static final String TABLE = "resources.declaration_round";

    static Round create(RoundDays days) {
        return new Round(Ids.next(), 0, days.countedOn(), days.asksOn(), days.remindsOn(), days.closesOn(), null);
    }

    Round withDays(RoundDays days) {
        return new Round(id, version, days.countedOn(), days.asksOn(), days.remindsOn(), days.closesOn(), approvedAt);
    }

    Round withApproval(@Nullable Instant when) {
        return new Round(id, version, countedOn, asksOn, remindsOn, closesOn, when);
    }

    public RoundDays days() {
        return new RoundDays(countedOn, asksOn, remindsOn, closesOn);
    }

    public RoundId typedId() {
        return new RoundId(id);
    }

    public boolean isApproved() {
        return approvedAt != null;
    }

    /**
     * The days of a round.
     *
     * @param countedOn the reference date
     * @param asksOn the first day on which members are asked
     * @param remindsOn the first day on which silent members are reminded, once
     * @param closesOn the last day on which the links accept answers and corrections
     */
    public record RoundDays(LocalDate countedOn, LocalDate asksOn, LocalDate remindsOn, LocalDate closesOn) {}

    /** A round that asks organisations for their headcount on one day. */
    public record RoundId(UUID value) implements Identifier {}
}
