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
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person with the functions that she holds and held. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PersonReading {

    private static final int CHANGES = 20;

    private final Persons persons;
    private final JdbcClient db;
    private final AuditTrail audit;

    PersonReading(Persons persons, JdbcClient db, AuditTrail audit) {
        this.persons = persons;
        this.db = db;
        this.audit = audit;
    }

    /** A person's facts, at the version at which they were read. */
    public record Entry(PersonId id, int version, PersonFacts facts) {}

    /** A function of hers. */
    public record FunctionLine(
            FunctionId id, int version, OrganisationName organisation, String title, Period period) {}

    /**
     * What is known of her.
     *
     * @throws NotFound where there is nobody
     */
    public Entry find(PersonId id) {
        return persons.findById(id.value())
                .map(found -> new Entry(id, found.version(), found.facts()))
                .orElseThrow(() -> new NotFound("person"));
    }

    /** What is known of several; those who are gone are left out. */
    public Map<UUID, Entry> of(Collection<UUID> ids) {
        Map<UUID, Entry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            db.sql("""
                            SELECT id, version, given_name, family_name, display_form, pronoun, languages, contact_points, note
                            FROM directory.people_person WHERE id = ANY (:ids)
                            """)
                    .param("ids", ids.toArray(UUID[]::new))
                    .query((row, n) -> {
                        UUID id = row.getObject("id", UUID.class);
                        return found.put(id, new Entry(new PersonId(id), row.getInt("version"), PersonList.facts(row)));
                    })
                    .list();
        }
        return found;
    }

    /**
     * How far the name of who was forgotten was taken out of stored files.
     *
     * @param underWay whether that is still to be done
     * @param left the files that still hold it
     */
    public record InFiles(boolean underWay, List<UUID> left) {}

    /** How far it is. */
    public InFiles inFiles(PersonId id) {
        return db.sql(
                        "SELECT ended_at IS NULL AS under_way, left_files FROM directory.people_forgetting WHERE person = ?")
                .param(id.value())
                .query((row, n) -> new InFiles(row.getBoolean("under_way"), List.of((UUID[])
                        row.getArray("left_files").getArray())))
                .optional()
                .orElse(new InFiles(false, List.of()));
    }

    /** When she was forgotten; empty where she was not. */
    public Optional<Instant> forgotten(PersonId id) {
        return db.sql("SELECT forgotten_at FROM directory.people_person WHERE id = ? AND forgotten_at IS NOT NULL")
                .param(id.value())
                .query((row, n) ->
                        row.getObject("forgotten_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** What was known of her at a version; empty where the audit does not reach back to it. */
    public Optional<PersonFacts> factsAt(PersonId id, int version) {
        return audit.rowAt(Person.TABLE, id.value(), version).map(PastFacts::ofPerson);
    }

    /** Her latest changes, the newest first. */
    public List<AuditEntry> changes(PersonId id) {
        return audit.of(Person.TABLE, id.value(), CHANGES);
    }

    /** Her functions, those that last first, then the latest. */
    public List<FunctionLine> functions(PersonId id) {
        return db.sql("""
                        SELECT f.id AS function, f.version, f.title, f.since, f.until, o.id, o.name, o.short_name
                        FROM directory.people_function f JOIN directory.people_organisation o ON o.id = f.organisation
                        WHERE f.person = :person
                        ORDER BY f.until DESC NULLS FIRST, f.since DESC NULLS LAST, f.id LIMIT 200
                        """)
                .param("person", id.value())
                .query((row, n) -> new FunctionLine(
                        new FunctionId(row.getObject("function", UUID.class)),
                        row.getInt("version"),
                        DirectoryPeople.organisationName(row),
                        row.getString("title"),
                        OrganisationReading.period(row)))
                .list();
    }
}
