package org.convergence.directory.people.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The row of an affiliation: a member belongs to a parent. */
@Table(schema = "directory", value = "people_affiliation")
record Affiliation(
        @Id UUID id,
        @Version int version,
        UUID member,
        UUID parent,
        AffiliationNature nature,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static final String TABLE = "directory.people_affiliation";

    static Affiliation of(OrganisationId member, OrganisationId parent, AffiliationNature nature, Period period) {
        return new Affiliation(Ids.next(), 0, member.value(), parent.value(), nature, period.since(), period.until());
    }

    Affiliation with(AffiliationNature nature, Period period) {
        return new Affiliation(id, version, member, parent, nature, period.since(), period.until());
    }

    Period period() {
        return new Period(since, until);
    }

    AffiliationId typedId() {
        return new AffiliationId(id);
    }
}
