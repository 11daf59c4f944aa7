package org.convergence.directory.people.domain.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.database.BulkCopy;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many people with their functions at once; versions, audit and constraints apply as for a single insert. */
@Component
record PersonBatchWriter(DataSource source, JdbcClient db, Clock clock) {

    /**
     * A new person, or a known one with added data.
     *
     * @param version on which it was read, 0 for a new person
     */
    record PersonToWrite(PersonId id, int version, PersonFacts facts) {}

    /** A function to record. */
    record FunctionToWrite(UUID id, PersonId person, UUID organisation, String title, Period period) {}

    /** Creates people, sorted by name, which suits the indexes. */
    void insert(List<PersonToWrite> people) {
        PermissionCheck.require(PeoplePermissions.EDIT);
        BulkCopy rows = new BulkCopy(
                "directory.people_person",
                List.of(
                        "id",
                        "version",
                        "given_name",
                        "family_name",
                        "display_form",
                        "pronoun",
                        "languages",
                        "contact_points",
                        "note",
                        "created_at"));
        var now = SqlTime.now(clock);
        people.stream()
                .sorted(Comparator.comparing(
                                (PersonToWrite each) -> each.facts().familyName())
                        .thenComparing(each -> each.facts().givenName()))
                .forEach(each -> rows.addRow(
                        each.id().value(),
                        1,
                        each.facts().givenName(),
                        each.facts().familyName(),
                        each.facts().displayForm(),
                        each.facts().pronoun(),
                        each.facts().languages(),
                        Json.of(each.facts().contactPoints()),
                        each.facts().note(),
                        now));
        rows.writeTo(source);
    }

    /** Changes people, each to the next version; returns those whose version was current. */
    Set<UUID> update(List<PersonToWrite> people) {
        PermissionCheck.require(PeoplePermissions.EDIT);
        if (people.isEmpty()) {
            return Set.of();
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (PersonToWrite each : people) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", each.id().value());
            row.put("version", each.version());
            row.put("display_form", each.facts().displayForm());
            row.put("pronoun", each.facts().pronoun());
            row.put("languages", each.facts().languages());
            row.put("contact_points", each.facts().contactPoints());
            row.put("note", each.facts().note());
            rows.add(row);
        }
        return new HashSet<>(db.sql("""
                        UPDATE directory.people_person p
                        SET version = p.version + 1, display_form = said.display_form, pronoun = said.pronoun,
                            languages = said.languages, contact_points = said.contact_points, note = said.note
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS said (
                            id uuid, version integer, display_form text, pronoun text, languages text[],
                            contact_points jsonb, note text)
                        WHERE p.id = said.id AND p.version = said.version AND p.forgotten_at IS NULL AND p.sealed_at IS NULL
                        RETURNING p.id
                        """)
                .param("rows", Json.of(rows).toString())
                .query(UUID.class)
                .list());
    }

    /** Records functions. */
    void appoint(List<FunctionToWrite> functions) {
        PermissionCheck.require(PeoplePermissions.EDIT);
        BulkCopy rows = new BulkCopy(
                "directory.people_function", List.of("id", "person", "organisation", "title", "since", "until"));
        functions.forEach(each -> rows.addRow(
                each.id(),
                each.person().value(),
                each.organisation(),
                each.title(),
                each.period().since(),
                each.period().until()));
        rows.writeTo(source);
    }

    /** A known person to be changed. */
    static PersonToWrite toUpdate(PersonQueries.PersonVersion known, PersonFacts facts) {
        return new PersonToWrite(known.id(), known.version(), facts);
    }

    /** A new person. */
    static PersonToWrite toCreate(PersonFacts facts) {
        return new PersonToWrite(new PersonId(Ids.next()), 0, facts);
    }

    /** Locks a lane, for all imports: two imports never create the same person at once. */
    void lockLane(int lane) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('people.import'), :lane)")
                .param("lane", lane)
                .query((row, n) -> true)
                .list();
    }
}
