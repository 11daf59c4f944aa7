package org.convergence.directory.people.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.jobs.JobQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Reads one person with their functions, present and past. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PersonQueries {

    private static final int CHANGES = 20;

    /** The job that removes an erased person's name from texts and files, one run for each person. */
    public static final String NAME_REMOVAL = "people.forget.files";

    private final JobQueue jobs;
    private final PersonRepository persons;
    private final JdbcClient db;
    private final AuditTrail audit;

    PersonQueries(PersonRepository persons, JdbcClient db, AuditTrail audit, JobQueue jobs) {
        this.jobs = jobs;
        this.persons = persons;
        this.db = db;
        this.audit = audit;
    }

    /** A person's data and its version. */
    public record PersonVersion(PersonId id, int version, PersonFacts facts) {}

    /** A function of the person. */
    public record PersonFunctionLine(
            FunctionId id, int version, OrganisationName organisation, String title, Period period) {}

    /**
     * Finds a person.
     *
     * @throws NotFound where there is none
     */
    public PersonVersion findById(PersonId id) {
        return persons.findById(id.value())
                .map(found -> new PersonVersion(id, found.version(), found.facts()))
                .orElseThrow(() -> new NotFound("person"));
    }

    /** Finds several people; deleted ones are left out. */
    public Map<UUID, PersonVersion> findByIds(Collection<UUID> ids) {
        Map<UUID, PersonVersion> found = new HashMap<>();
        if (!ids.isEmpty()) {
            db.sql("""
                            SELECT id, version, given_name, family_name, display_form, pronoun, languages, contact_points, note
                            FROM directory.people_person WHERE id = ANY (:ids)
                            """)
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((row, n) -> {
                        UUID id = row.getObject("id", UUID.class);
                        return found.put(
                                id,
                                new PersonVersion(
                                        new PersonId(id),
                                        row.getInt("version"),
                                        PersonListQueries.FACTS.mapRow(row, n)));
                    })
                    .list();
        }
        return found;
    }

    /**
     * The removal of an erased person's name from stored files.
     *
     * @param underWay whether it is not finished
     * @param failed whether it failed or was stopped
     * @param left the files that still contain the name
     * @param unread the files that could not be read in full
     * @param places the number of rows that still contain it, by table; {@code null} if they were not counted
     */
    public record NameRemovalState(
            boolean underWay,
            boolean failed,
            List<UUID> left,
            List<UUID> unread,
            @Nullable Map<String, Integer> places) {}

    /** The state of this removal. */
    public NameRemovalState findNameRemoval(PersonId id) {
        return db.sql(
                        "SELECT ended_at IS NULL AS under_way, left_files, unread_files, left_places FROM directory.people_forgetting WHERE person = ?")
                .param(id.value())
                .query((row, n) -> new NameRemovalState(
                        row.getBoolean("under_way"),
                        row.getBoolean("under_way")
                                && !jobs.isUnfinished(NAME_REMOVAL, id.value().toString()),
                        List.of((UUID[]) row.getArray("left_files").getArray()),
                        List.of((UUID[]) row.getArray("unread_files").getArray()),
                        places(row.getString("left_places"))))
                .optional()
                .orElse(new NameRemovalState(false, false, List.of(), List.of(), null));
    }

    private static @Nullable Map<String, Integer> places(@Nullable String json) {
        return json == null ? null : Json.parse(json).as(new TypeReference<Map<String, Integer>>() {});
    }

    /** When the person was erased; empty where they were not. */
    public Optional<Instant> findErasureTime(PersonId id) {
        return db.sql("SELECT forgotten_at FROM directory.people_person WHERE id = ? AND forgotten_at IS NOT NULL")
                .param(id.value())
                .query((row, n) ->
                        row.getObject("forgotten_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The person's data at a version; empty where the audit does not reach back to it. */
    public Optional<PersonFacts> findFactsAt(PersonId id, int version) {
        return audit.findRowAtVersion(Person.TABLE, id.value(), version).map(AuditedFactsReader::ofPerson);
    }

    /** The latest changes, newest first. */
    public List<AuditEntry> findChanges(PersonId id) {
        return audit.findByRow(Person.TABLE, id.value(), CHANGES);
    }

    /** The person's functions, lasting ones first, then the latest. */
    public List<PersonFunctionLine> findFunctions(PersonId id) {
        return db.sql("""
                        SELECT f.id, f.version, f.title, f.since AS period_since, f.until AS period_until,
                               o.id AS organisation_id, o.name AS organisation_name,
                               o.short_name AS organisation_short_name
                        FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
                        WHERE f.person = :person
                        ORDER BY f.until DESC NULLS FIRST, f.since DESC NULLS LAST, f.id LIMIT 200
                        """)
                .param("person", id.value())
                .query(RecordMapper.of(PersonFunctionLine.class))
                .list();
    }
}
