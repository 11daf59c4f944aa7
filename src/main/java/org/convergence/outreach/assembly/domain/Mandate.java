package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A mandate. */
@Table(schema = "outreach", value = "assembly_mandate")
record Mandate(
        @Id UUID id,
        @Version int version,
        UUID seat,
        SeatRole role,
        UUID person,
        LocalDate since,
        @Nullable LocalDate until) {

    static final String TABLE = "outreach.assembly_mandate";

    static Mandate of(UUID seat, SeatRole role, UUID person, LocalDate since, @Nullable LocalDate until) {
        return new Mandate(Ids.next(), 0, seat, role, person, since, until);
    }

    Mandate withPeriod(LocalDate from, @Nullable LocalDate to) {
        return new Mandate(id, version, seat, role, person, from, to);
    }
}
