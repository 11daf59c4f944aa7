package org.convergence.directory.people.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The row of a person. */
@Table(schema = "directory", value = "people_person")
record Person(
        @Id UUID id,
        @Version int version,
        String givenName,
        String familyName,
        @Nullable String displayForm,
        @Nullable String pronoun,
        List<String> languages,
        Json contactPoints,
        @Nullable String note,
        Instant createdAt) {

    static final String TABLE = "directory.people_person";

    static Person of(PersonFacts facts, Instant now) {
        return of(Ids.next(), 0, facts, now);
    }

    Person with(PersonFacts facts) {
        return of(id, version, facts, createdAt);
    }

    private static Person of(UUID id, int version, PersonFacts facts, Instant createdAt) {
        return new Person(
                id,
                version,
                facts.givenName(),
                facts.familyName(),
                facts.displayForm(),
                facts.pronoun(),
                facts.languages(),
                ContactPoint.write(facts.contactPoints()),
                facts.note(),
                createdAt);
    }

    PersonFacts facts() {
        return new PersonFacts(
                givenName, familyName, displayForm, pronoun, languages, ContactPoint.read(contactPoints), note);
    }

    PersonId typedId() {
        return new PersonId(id);
    }
}
