package org.convergence.directory.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one organisation with its people and its affiliations. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class OrganisationQueries {

    private static final int CHANGES = 20;
    private static final Set<String> CONTACTS = Set.of("contact_points", "note");

    private final OrganisationRepository organisations;
    private final JdbcClient db;
    private final AuditTrail audit;

    OrganisationQueries(OrganisationRepository organisations, JdbcClient db, AuditTrail audit) {
        this.organisations = organisations;
        this.db = db;
        this.audit = audit;
    }

    /** An organisation's data and its version. */
    public record OrganisationVersion(OrganisationId id, int version, OrganisationFacts facts) {}

    /** A function in the organisation. */
    public record OrganisationFunctionLine(
            FunctionId id, int version, PersonName person, boolean sealed, String title, Period period) {}

    /**
     * An organisation up or down the network.
     *
     * @param depth 1 for direct affiliations, 2 for theirs, and so on
     */
    public record OrganisationRelation(
            AffiliationId id,
            int version,
            OrganisationName organisation,
            AffiliationNature nature,
            Period period,
            int depth) {}

    /**
     * Finds an organisation.
     *
     * @throws NotFound where there is none
     */
    public OrganisationVersion findById(OrganisationId id) {
        return organisations
                .findById(id.value())
                .map(found -> new OrganisationVersion(
                        id, found.version(), found.facts().asReadable()))
                .orElseThrow(() -> new NotFound("organisation"));
    }

    /** Its data at a version; empty where the audit does not reach back to it. */
    public Optional<OrganisationFacts> findFactsAt(OrganisationId id, int version) {
        return audit.findRowAtVersion(Organisation.TABLE, id.value(), version)
                .map(AuditedFactsReader::ofOrganisation)
                .map(OrganisationFacts::asReadable);
    }

    /** Its latest changes, the newest first; without contacts and notes for actors who may not read them. */
    public List<AuditEntry> findChanges(OrganisationId id) {
        List<AuditEntry> changes = audit.findByRow(Organisation.TABLE, id.value(), CHANGES);
        return OrganisationFacts.mayReadContacts()
                ? changes
                : changes.stream().map(each -> each.without(CONTACTS)).toList();
    }

    /** The organisations that have members, by name, for the filter of a list. */
    public List<OrganisationName> findParentOrganisations() {
        return db.sql("""
                        SELECT o.id, o.name, o.short_name FROM directory.people_organisation o
                        WHERE EXISTS (SELECT FROM directory.people_affiliation a WHERE a.parent = o.id)
                        ORDER BY o.name COLLATE "fr-CA-x-icu", o.id LIMIT 300
                        """).query(RecordMapper.of(OrganisationName.class)).list();
    }

    /** Its direct parents, past, present and future: lasting ones first, then the latest. */
    public List<OrganisationRelation> findDirectParents(OrganisationId id) {
        return direct("""
                WHERE a.member = :organisation
                ORDER BY a.until DESC NULLS FIRST, a.since DESC NULLS LAST, o.name COLLATE "fr-CA-x-icu", a.id LIMIT 200
                """, "parent", id, Map.of());
    }

    /** Its direct members on a day, by name. */
    public List<OrganisationRelation> findMembers(OrganisationId id, LocalDate day, int limit) {
        return direct("""
                WHERE a.parent = :organisation AND daterange(a.since, a.until, '[]') @> CAST(:day AS date)
                ORDER BY o.name COLLATE "fr-CA-x-icu", a.id LIMIT :limit
                """, "member", id, Map.of("day", day, "limit", limit));
    }

    private List<OrganisationRelation> direct(
            String which, String other, OrganisationId id, Map<String, ?> parameters) {
        return db.sql("""
                        SELECT a.id, a.version, a.nature, a.since AS period_since, a.until AS period_until, 1 AS depth,
                               o.id AS organisation_id, o.name AS organisation_name,
                               o.short_name AS organisation_short_name
                        FROM directory.people_affiliation a JOIN directory.people_organisation o ON o.id = a.
                        """.strip() + other + " " + which)
                .params(parameters)
                .param("organisation", id.value())
                .query(RecordMapper.of(OrganisationRelation.class))
                .list();
    }

    /** The functions held there on a day, by title; with {@code past}, including those that ended. */
    public List<OrganisationFunctionLine> findFunctions(OrganisationId id, LocalDate day, boolean past) {
        return db.sql("""
                        SELECT f.id, f.version, f.title, f.since AS period_since, f.until AS period_until,
                               p.id AS person_id, p.display_name AS person_name,
                               p.sealed_at IS NOT NULL AS sealed
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
                .query(RecordMapper.of(OrganisationFunctionLine.class))
                .list();
    }

    /** Its parents on a day, direct or indirect, nearest first. */
    public List<OrganisationRelation> findAncestors(OrganisationId id, LocalDate day) {
        return db.sql("""
                        WITH RECURSIVE way AS (
                            SELECT a.*, 1 AS depth FROM directory.people_affiliation a
                            WHERE a.member = :organisation AND daterange(a.since, a.until, '[]') @> CAST(:day AS date)
                            UNION
                            SELECT a.*, way.depth + 1 FROM directory.people_affiliation a JOIN way ON a.member = way.parent
                            WHERE daterange(a.since, a.until, '[]') @> CAST(:day AS date) AND way.depth < 8)
                        SELECT way.id, way.version, way.nature, way.since AS period_since, way.until AS period_until, way.depth,
                               o.id AS organisation_id, o.name AS organisation_name,
                               o.short_name AS organisation_short_name
                        FROM way JOIN directory.people_organisation o ON o.id = way.parent
                        ORDER BY way.depth, o.name COLLATE "fr-CA-x-icu", o.id LIMIT 500
                        """)
                .param("organisation", id.value())
                .param("day", day)
                .query(RecordMapper.of(OrganisationRelation.class))
                .list();
    }
}
