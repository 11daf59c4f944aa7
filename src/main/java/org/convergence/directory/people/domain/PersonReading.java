package org.convergence.directory.people.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person with the functions that she holds and held. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PersonReading {

    private final Persons persons;
    private final JdbcClient db;

    PersonReading(Persons persons, JdbcClient db) {
        this.persons = persons;
        this.db = db;
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
