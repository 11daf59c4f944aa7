package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectOpener;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and changes projects, with their partners, lines and agreements. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class ProjectService implements ProjectOpener {

    static final String TABLE = "cooperation.project";
    static final String PARTNER_TABLE = "cooperation.project_partner";

    private static final int MOST_PARTNERS = 50;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ProjectService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    @Transactional(label = "project.open")
    public ProjectId open(
            String title, ProjectRole role, String summary, @Nullable PersonId lead, @Nullable Party partner) {
        return open(
                new ProjectFacts(title, role, summary, List.of(), null, "", null, null, lead, List.of()), partner, "");
    }

    /**
     * Opens a project.
     *
     * @param brings what the partner brings, in at most 500 characters; may be empty
     */
    @Transactional(label = "project.open")
    public ProjectId open(ProjectFacts facts, @Nullable Party partner, String brings) {
        Map<String, @Nullable Object> values = values(facts);
        values.put("opened_on", settings.today());
        ProjectId id = new ProjectId(VersionedRow.insert(db, TABLE, values));
        if (partner != null) {
            addPartner(id, partner, brings);
        }
        return id;
    }

    private static Map<String, @Nullable Object> values(ProjectFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "countries");
        values.put("countries", Country.codes(facts.countries()));
        return values;
    }

    /**
     * Changes a project.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "project.correct")
    public void correct(ProjectId id, int version, ProjectFacts facts) {
        VersionedRow.save(db, TABLE, id, version, values(facts));
    }

    /**
     * Adds a partner, or changes what it brings.
     *
     * @throws Refused if the project has too many
     */
    @Transactional(label = "project.add-partner")
    public void addPartner(ProjectId id, Party partner, String brings) {
        lock(db, id);
        int changed = db.sql(
                        "UPDATE cooperation.project_partner SET brings = ? WHERE project = ? AND ? IN (organisation, person)")
                .params(brings, id.value(), partner.value())
                .update();
        if (changed > 0) {
            return;
        }
        int added = db.sql("""
                        INSERT INTO cooperation.project_partner (id, project, organisation, person, brings)
                        SELECT :id, :project, :organisation, :person, :brings
                        WHERE (SELECT count(*) FROM cooperation.project_partner WHERE project = :project) < :most
                        """)
                .param("id", Ids.next())
                .param("project", id.value())
                .param("organisation", Identifier.uuidOf(partner.organisation()))
                .param("person", Identifier.uuidOf(partner.person()))
                .param("brings", brings)
                .param("most", MOST_PARTNERS)
                .update();
        if (added == 0) {
            throw new Refused("project.refused.partners", MOST_PARTNERS);
        }
    }

    /**
     * Takes a partner out of a project.
     *
     * @throws Refused if it is the only one
     */
    @Transactional(label = "project.remove-partner")
    public void removePartner(ProjectId id, UUID partnership) {
        lock(db, id);
        int removed = db.sql("""
                        DELETE FROM cooperation.project_partner p WHERE project = :project AND id = :id
                        AND EXISTS (SELECT 1 FROM cooperation.project_partner o
                                    WHERE o.project = :project AND o.id <> p.id)
                        """)
                .param("project", id.value())
                .param("id", partnership)
                .update();
        if (removed == 0) {
            throw new Refused("project.refused.last-partner");
        }
    }

    /** Says that a project serves a line of a plan. */
    @Transactional(label = "project.add-line")
    public void addLine(ProjectId id, ActionId line) {
        link("project_line", "action", id, line.value());
    }

    /** Says that a project does not serve a line. */
    @Transactional(label = "project.remove-line")
    public void removeLine(ProjectId id, ActionId line) {
        unlink("project_line", "action", id, line.value());
    }

    /** Says that an agreement funds a project. */
    @Transactional(label = "project.add-agreement")
    public void addAgreement(ProjectId id, UUID agreement) {
        link("project_agreement", "agreement", id, agreement);
    }

    /** Says that an agreement does not fund a project. */
    @Transactional(label = "project.remove-agreement")
    public void removeAgreement(ProjectId id, UUID agreement) {
        unlink("project_agreement", "agreement", id, agreement);
    }

    private void link(String table, String column, ProjectId id, UUID other) {
        lock(db, id);
        db.sql("INSERT INTO cooperation.%s (project, %s) VALUES (?, ?) ON CONFLICT DO NOTHING".formatted(table, column))
                .params(id.value(), other)
                .update();
    }

    private void unlink(String table, String column, ProjectId id, UUID other) {
        db.sql("DELETE FROM cooperation.%s WHERE project = ? AND %s = ?".formatted(table, column))
                .params(id.value(), other)
                .update();
    }

    /**
     * Locks a project until the transaction ends, so that changes of its parts follow one another.
     *
     * @throws NotFound if there is no such project
     */
    static void lock(JdbcClient db, ProjectId id) {
        boolean isThere = db.sql("SELECT id FROM cooperation.project WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!isThere) {
            throw new NotFound("project");
        }
    }

    /**
     * What is said of a project.
     *
     * @param title 1 to 300 characters
     * @param summary at most 4,000 characters; may be empty
     * @param countries at most 20
     * @param reach the number of people to reach; {@code null} if unknown
     * @param reached who they are, in at most 300 characters; may be empty
     * @param lead the person who leads it on our side
     * @param levels the funder's words for the five levels of results, from impact to activities; empty for the usual ones
     */
    public record ProjectFacts(
            String title,
            ProjectRole role,
            String summary,
            List<Country> countries,
            @Nullable Integer reach,
            String reached,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable PersonId lead,
            List<String> levels) {

        public ProjectFacts {
            countries = List.copyOf(countries);
            levels = List.copyOf(levels);
        }
    }
}
