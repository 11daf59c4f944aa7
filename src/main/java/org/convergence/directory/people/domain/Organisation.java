package org.convergence.directory.people.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The row of an organisation. */
@Table(schema = "directory", value = "people_organisation")
record Organisation(
        @Id UUID id,
        @Version int version,
        String name,
        @Nullable String shortName,
        List<String> otherNames,
        OrganisationKind kind,
        @Nullable String place,
        @Nullable String website,
        Json contactPoints,
        @Nullable String note,
        Instant createdAt) {

    static final String TABLE = "directory.people_organisation";

    static Organisation of(OrganisationFacts facts, Instant now) {
        return of(Ids.next(), 0, facts, now);
    }

    Organisation with(OrganisationFacts facts) {
        return of(id, version, facts, createdAt);
    }

    private static Organisation of(UUID id, int version, OrganisationFacts facts, Instant createdAt) {
        return new Organisation(
                id,
                version,
                facts.name(),
                facts.shortName(),
                facts.otherNames(),
                facts.kind(),
                facts.place(),
                facts.website(),
                ContactPoint.write(facts.contactPoints()),
                facts.note(),
                createdAt);
    }

    OrganisationFacts facts() {
        return new OrganisationFacts(
                name, shortName, otherNames, kind, place, website, ContactPoint.read(contactPoints), note);
    }

    OrganisationId typedId() {
        return new OrganisationId(id);
    }
}
