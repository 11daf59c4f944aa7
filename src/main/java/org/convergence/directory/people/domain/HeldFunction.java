package org.convergence.directory.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The row of a function. */
@Table(schema = "directory", value = "people_function")
record HeldFunction(
        @Id UUID id,
        @Version int version,
        UUID person,
        UUID organisation,
        String title,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static final String TABLE = "directory.people_function";

    static HeldFunction of(PersonId person, OrganisationId organisation, String title, Period period) {
        return new HeldFunction(
                Ids.next(), 0, person.value(), organisation.value(), title, period.since(), period.until());
    }

    HeldFunction with(String title, Period period) {
        return new HeldFunction(id, version, person, organisation, title, period.since(), period.until());
    }

    FunctionId typedId() {
        return new FunctionId(id);
    }
}
