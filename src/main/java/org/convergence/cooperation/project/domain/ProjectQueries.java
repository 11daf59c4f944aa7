package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.geography.Country;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads projects, with their partners, lines and agreements. */
@Service
@Transactional(readOnly = true)
@Requires(ProjectPermissions.READ)
public class ProjectQueries {

    private final JdbcClient db;
    private final ListExportLog exports;
    private final ListQuery<ProjectFilter, ProjectRow> list;

    ProjectQueries(JdbcClient db, ListExportLog exports, OrganisationSettings settings) {
        this.db = db;
        this.exports = exports;
        this.list = new ListQuery<>(
                db,
                """
                p.id, p.version, p.title, p.role, p.summary, p.countries, p.reach, p.reached, p.starts_on, p.ends_on,
                p.lead, l.display_name AS lead_name, p.levels, p.opened_on,
                coalesce((SELECT string_agg(coalesce(o.name, s.display_name), ', ' ORDER BY x.id)
                          FROM cooperation.project_partner x
                          LEFT JOIN directory.people_organisation_name o ON o.id = x.organisation
                          LEFT JOIN directory.people_person_name s ON s.id = x.person
                          WHERE x.project = p.id), '') AS partners
                """,
                "cooperation.project p LEFT JOIN directory.people_person_name l ON l.id = p.lead",
                filter -> conditions(filter, settings.today()),
                List.of(ListOrder.<ProjectRow>descending("latest")
                        .day("p.opened_on", ProjectRow::openedOn)
                        .id("p.id", ProjectRow::id)),
                RecordMapper.of(ProjectRow.class));
    }

    private static SqlConditions conditions(ProjectFilter filter, LocalDate today) {
        SqlConditions conditions = new SqlConditions()
                .andPassage("p.search_form", filter.words())
                .and("p.role = :role", "role", filter.role())
                .and(":country = ANY (p.countries)", "country", filter.country());
        Boolean ended = filter.ended();
        return ended == null
                ? conditions
                : conditions.with("today", today).and("coalesce(p.ends_on < :today, false) = :ended", "ended", ended);
    }

    /**
     * A filter of projects.
     *
     * @param words in the title; may be empty
     * @param ended those that have ended, or those that have not; {@code null} for all
     * @param country its code
     */
    public record ProjectFilter(
            String words,
            @Nullable ProjectRole role,
            @Nullable Boolean ended,
            @Nullable String country) {

        /** All projects. */
        public static final ProjectFilter ALL = new ProjectFilter("", null, null, null);
    }

    /**
     * A project.
     *
     * @param countries their codes
     * @param levels the funder's words; empty for the usual ones
     * @param partners their names
     */
    public record ProjectRow(
            ProjectId id,
            int version,
            String title,
            ProjectRole role,
            String summary,
            List<String> countries,
            @Nullable Integer reach,
            String reached,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable PersonId lead,
            @Nullable String leadName,
            List<String> levels,
            LocalDate openedOn,
            String partners) {}

    /** A partner of a project, under its code name if it is protected. */
    public record ProjectPartnerRow(
            UUID id,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String name,
            String brings) {

        public Party party() {
            return Party.of(organisation, person);
        }
    }

    /** An agreement that funds a project, or may. */
    public record FundingRow(UUID id, String title, String funder, LocalDate startsOn, LocalDate endsOn) {}

    /** @throws NotFound if there is no such project */
    public ProjectRow findById(ProjectId id) {
        return list.findByIds(ProjectFilter.ALL, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("project"));
    }

    public ListPage<ProjectRow> findPage(ListRequest<ProjectFilter> request) {
        return list.findPage(request);
    }

    /** All projects of a filter, for a file; noted, since it names people. */
    @Transactional
    public Iterator<ProjectRow> takeOut(ProjectFilter filter, String format) {
        exports.record(format, list.count(filter).counted(), !filter.equals(ProjectFilter.ALL));
        return list.iterateAll(filter, "");
    }

    /** Projects whose title has the typed words, ended or not. */
    public List<ProjectRow> search(String words, int limit) {
        return list.findSlice(ListRequest.first(new ProjectFilter(words, null, null, null), limit))
                .rows();
    }

    /** The latest other projects that have a logic model. */
    public List<ProjectRow> findModels(ProjectId except, int limit) {
        List<ProjectId> ids = db.sql("""
                        SELECT p.id FROM cooperation.project p
                        WHERE p.id <> ? AND EXISTS (SELECT FROM cooperation.project_result r WHERE r.project = p.id)
                        ORDER BY p.opened_on DESC, p.id LIMIT ?
                        """)
                .params(except.value(), limit)
                .query((row, n) -> new ProjectId(row.getObject(1, UUID.class)))
                .list();
        return list.findByIds(ProjectFilter.ALL, ids);
    }

    /** The latest projects in a country, ended or not. */
    public List<ProjectRow> findByCountry(Country country, int limit) {
        return list.findSlice(ListRequest.first(new ProjectFilter("", null, null, country.code()), limit))
                .rows();
    }

    /** The partners of a project, in the order in which they were added. */
    public List<ProjectPartnerRow> findPartners(ProjectId id) {
        return db.sql("""
                        SELECT x.id, x.organisation, x.person, coalesce(o.name, s.display_name) AS name, x.brings
                        FROM cooperation.project_partner x
                        LEFT JOIN directory.people_organisation_name o ON o.id = x.organisation
                        LEFT JOIN directory.people_person_name s ON s.id = x.person
                        WHERE x.project = ? ORDER BY x.id
                        """)
                .param(id.value())
                .query(RecordMapper.of(ProjectPartnerRow.class))
                .list();
    }

    /** The lines of the plans that a project serves. */
    public List<ActionId> findLines(ProjectId id) {
        return db.sql("SELECT action FROM cooperation.project_line WHERE project = ? ORDER BY action")
                .param(id.value())
                .query((row, n) -> new ActionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The agreements that fund a project. */
    public List<FundingRow> findAgreements(ProjectId id) {
        return findAgreements(id, null);
    }

    /** The projects that an agreement funds. */
    public List<ProjectId> findFunded(UUID agreement) {
        return db.sql("SELECT project FROM cooperation.project_agreement WHERE agreement = ? ORDER BY project")
                .param(agreement)
                .query((row, n) -> new ProjectId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The agreements that may fund a project: those that have not ended for half a year. */
    public List<FundingRow> findFundingChoices(LocalDate today) {
        return findAgreements(null, today.minusMonths(6));
    }

    /** Those that fund the project, and those that end after a day. */
    private List<FundingRow> findAgreements(@Nullable ProjectId id, @Nullable LocalDate since) {
        return db.sql("""
                        SELECT a.id, a.title, coalesce(o.name, '') AS funder, a.starts_on, a.ends_on
                        FROM resources.grant_agreement_summary a
                        LEFT JOIN directory.people_organisation_name o ON o.id = a.funder
                        WHERE a.ends_on > CAST(:since AS date)
                           OR a.id IN (SELECT agreement FROM cooperation.project_agreement WHERE project = CAST(:id AS uuid))
                        ORDER BY a.starts_on, a.id LIMIT 200
                        """)
                .param("since", since)
                .param("id", id == null ? null : id.value())
                .query(RecordMapper.of(FundingRow.class))
                .list();
    }
}
