package org.convergence.directory.people.domain.merging;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;

/** The kind of records to merge. */
public enum MergeSubject {
    PERSON(
            "directory.people_person",
            "person",
            "ARRAY[platform.fold(r.given_name || ' ' || r.family_name), platform.fold(r.display_name)]"),
    ORGANISATION(
            "directory.people_organisation",
            "organisation",
            "directory.people_called(r.name, r.short_name, r.other_names)");

    private final String table;
    private final String column;
    private final String names;

    MergeSubject(String table, String column, String names) {
        this.table = table;
        this.column = column;
        this.names = names;
    }

    static MergeSubject of(Party party) {
        return party instanceof PersonId ? PERSON : ORGANISATION;
    }

    /** An id of this kind. */
    public Party party(UUID id) {
        return this == PERSON ? new PersonId(id) : new OrganisationId(id);
    }

    /**
     * A statement on the table of such records; {@code %1$s} is the table, {@code %2$s} the alias column, {@code %3$s}
     * the names.
     */
    String sql(String statement) {
        return statement.formatted(table, column, names);
    }

    String table() {
        return table;
    }
}
