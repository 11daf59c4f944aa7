package org.convergence.directory.people.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One organisation with its people and its place in the network. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class OrganisationReading {

    private final Organisations organisations;
    private final JdbcClient db;

    OrganisationReading(Organisations organisations, JdbcClient db) {
        this.organisations = organisations;
        this.db = db;
    }

    /** An organisation's facts, at the version at which they were read. */
    public record Entry(OrganisationId id, int version, OrganisationFacts facts) {}

    /** A function that somebody holds or held there. */
    public record FunctionLine(FunctionId id, int version, PersonName person, String title, Period period) {}

    /**
     * An organisation on the way up or down.
     *
     * @param depth 1 for those to which it belongs itself, 2 for theirs, and so on
     */
    public record Relation(
            AffiliationId id,
            int version,
            OrganisationName organisation,
            AffiliationNature nature,
            Period period,
            int depth) {}

    /**
     * What is known of it.
     *
     * @throws NotFound where there is none
     */
    public Entry find(OrganisationId id) {
        return organisations
                .findById(id.value())
                .map(found -> new Entry(id, found.version(), found.facts()))
                .orElseThrow(() -> new NotFound("organisation"));
    }

    /** The functions held there on a day, by title; with {@code past}, those that ended before it too. */
    public List<FunctionLine> functions(OrganisationId id, LocalDate day, boolean past) {
        return db.sql("""
                        SELECT f.id, f.version, f.title, f.since, f.until, p.id AS person, p.display_name
                        FROM directory.people_function f JOIN directory.people_person p ON p.id = f.person
                        WHERE f.organisation = :organisation
                          AND (CASE WHEN :past THEN f.since IS NULL OR f.since <= :day
                                    ELSE daterange(f.since, f.until, '[]') @> CAST(:day AS date) END)
                        ORDER BY f.until DESC NULLS FIRST, f.title COLLATE "fr-CA-x-icu", p.sort_name COLLATE "fr-CA-x-icu"
                        LIMIT 500
                        """)
                .param("organisation", id.value())
                .param("day", day)
                .param("past", past)
                .query((row, n) -> new FunctionLine(
                        new FunctionId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        new PersonName(
                                new PersonId(row.getObject("person", UUID.class)), row.getString("display_name")),
                        row.getString("title"),
                        period(row)))
                .list();
    }

    /** Those to which it belongs on a day, directly or through others, the nearest first. */
    public List<Relation> upward(OrganisationId id, LocalDate day) {
        return relations(id, day, "member", "parent");
    }

    /** Those that belong to it on a day, directly or through others, the nearest first; at most five hundred. */
    public List<Relation> downward(OrganisationId id, LocalDate day) {
        return relations(id, day, "parent", "member");
    }

    private List<Relation> relations(OrganisationId id, LocalDate day, String from, String to) {
        return db.sql("""
                        WITH RECURSIVE way AS (
                            SELECT a.*, 1 AS depth FROM directory.people_affiliation a
                            WHERE a.%1$s = :organisation AND daterange(a.since, a.until, '[]') @> CAST(:day AS date)
                            UNION
                            SELECT a.*, way.depth + 1 FROM directory.people_affiliation a JOIN way ON a.%1$s = way.%2$s
                            WHERE daterange(a.since, a.until, '[]') @> CAST(:day AS date) AND way.depth < 8)
                        SELECT way.id AS affiliation, way.version, way.nature, way.since, way.until, way.depth,
                               o.id, o.name, o.short_name
                        FROM way JOIN directory.people_organisation o ON o.id = way.%2$s
                        ORDER BY way.depth, o.name COLLATE "fr-CA-x-icu", o.id LIMIT 500
                        """.formatted(from, to))
                .param("organisation", id.value())
                .param("day", day)
                .query((row, n) -> new Relation(
                        new AffiliationId(row.getObject("affiliation", UUID.class)),
                        row.getInt("version"),
                        DirectoryPeople.organisationName(row),
                        AffiliationNature.valueOf(row.getString("nature")),
                        period(row),
                        row.getInt("depth")))
                .list();
    }

    static Period period(ResultSet row) throws SQLException {
        return new Period(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
    }
}
