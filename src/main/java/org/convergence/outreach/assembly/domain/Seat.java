package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A seat. */
@Table(schema = "outreach", value = "assembly_seat")
record Seat(
        @Id UUID id,
        @Version int version,
        UUID body,
        int position,
        @Nullable String title,
        @Nullable UUID organisation,
        LocalDate since,
        @Nullable LocalDate until) {

    static final String TABLE = "outreach.assembly_seat";

    static Seat of(UUID body, int position, SeatFacts facts) {
        return new Seat(
                Ids.next(), 0, body, position, facts.title(), facts.organisationValue(), facts.since(), facts.until());
    }

    Seat withFacts(SeatFacts facts) {
        return new Seat(
                id, version, body, position, facts.title(), facts.organisationValue(), facts.since(), facts.until());
    }
}
