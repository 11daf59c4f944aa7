package org.convergence.cooperation.project.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.WithheldRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes and ends the links by which a partner that leads a project with us opens it, without an account (R-PART-10). Only
 * the hash of a secret is stored.
 */
@Service
@Transactional
@Requires(ProjectPermissions.SHARE)
public class CoLeadLinkService {

    /** The path prefix of these links. */
    public static final String PATH = "/cooperation/project/link/";

    /** The longest validity of a link, in days. */
    public static final int MOST_DAYS = 366;

    private static final int DAYS = 7;

    private final JdbcClient db;
    private final ProjectQueries projects;
    private final WithheldRecords withheld;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final BaseUrl base;

    CoLeadLinkService(
            JdbcClient db,
            ProjectQueries projects,
            WithheldRecords withheld,
            OrganisationSettings settings,
            Clock clock,
            BaseUrl base) {
        this.db = db;
        this.projects = projects;
        this.withheld = withheld;
        this.settings = settings;
        this.clock = clock;
        this.base = base;
    }

    /**
     * A link.
     *
     * @param partner its name, a code name if it is protected
     * @param until the last day on which it opens the project
     * @param endedAt when it was ended before; {@code null} if it still opens the project
     * @param openedAt the latest opening; {@code null} for none
     */
    public record CoLeadLinkRow(
            UUID id,
            String partner,
            UUID madeBy,
            Instant madeAt,
            LocalDate until,
            @Nullable Instant endedAt,
            int openings,
            @Nullable Instant openedAt) {}

    /**
     * Makes a link for a partner; its address is returned only here.
     *
     * @throws Refused if we do not lead the project with others, or the last day is past or more than a year away
     * @throws NotFound if the project has no such partner
     */
    @Transactional(label = "project.link")
    public String create(ProjectId project, UUID partnership, LocalDate until) {
        if (projects.findById(project).role() != ProjectRole.CO_LEAD) {
            throw new Refused("project.link.refused.role");
        }
        if (projects.findPartners(project).stream().noneMatch(each -> each.id().equals(partnership))) {
            throw new NotFound("partner");
        }
        LocalDate today = settings.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refused("project.link.refused.until", today.plusDays(MOST_DAYS));
        }
        Token token = Token.random();
        db.sql("""
                        INSERT INTO cooperation.project_link (id, partnership, token, made_by, made_at, until)
                        VALUES (:id, :partnership, :token, :by, :at, :until)
                        """)
                .param("id", Ids.next())
                .param("partnership", partnership)
                .param("token", token.hash())
                .param("by", CurrentActor.get().id())
                .param("at", SqlTime.now(clock))
                .param("until", until)
                .update();
        return base.value() + PATH + token.secret();
    }

    /** The links of a project until their last day, even those that were ended, the latest first. */
    @Transactional(readOnly = true)
    public List<CoLeadLinkRow> findByProject(ProjectId project) {
        return db.sql("""
                        SELECT l.id, coalesce(o.name, s.display_name) AS partner, l.made_by, l.made_at, l.until, l.ended_at,
                               l.openings, l.opened_at
                        FROM cooperation.project_link l JOIN cooperation.project_partner x ON x.id = l.partnership
                        LEFT JOIN directory.people_organisation_name o ON o.id = x.organisation
                        LEFT JOIN directory.people_person_name s ON s.id = x.person
                        WHERE x.project = ? AND l.until >= ? ORDER BY l.made_at DESC, l.id LIMIT 50
                        """)
                .params(project.value(), settings.today())
                .query(RecordMapper.of(CoLeadLinkRow.class))
                .list();
    }

    /** Ends a link at once; it stays in the list until its last day. */
    @Transactional(label = "project.link-end")
    public void revoke(ProjectId project, UUID link) {
        db.sql("""
                        UPDATE cooperation.project_link SET ended_at = ? WHERE id = ? AND ended_at IS NULL
                          AND partnership IN (SELECT id FROM cooperation.project_partner WHERE project = ?)
                        """).params(SqlTime.now(clock), link, project.value()).update();
    }

    /**
     * Counts an opening, in a transaction of its own, since the page only reads.
     *
     * @throws NotFound where the secret opens nothing today: it is ended or past its last day, we do not lead the project with
     *     others any more, or its words name a sealed person and nobody has decided to show them
     */
    @Open("a link opens one project to a partner that leads it with us")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public ProjectId recordOpening(String secret) {
        return db.sql("""
                        UPDATE cooperation.project_link l SET openings = l.openings + 1, opened_at = ?
                        FROM cooperation.project_partner x JOIN cooperation.project p ON p.id = x.project
                        WHERE x.id = l.partnership AND l.token = ? AND l.until >= ? AND l.ended_at IS NULL
                          AND p.role = 'CO_LEAD' RETURNING p.id AS project
                        """)
                .params(SqlTime.now(clock), Token.hashOf(secret), settings.today())
                .query(UUID.class)
                .optional()
                .filter(project -> !withheld.isWithheld(project))
                .map(ProjectId::new)
                .orElseThrow(() -> new NotFound("link"));
    }

    /** Deletes links a week after their last day (R-L25-23). */
    @Bean
    static RecurringWork coLeadLinkCleanup(JdbcClient db, OrganisationSettings settings) {
        return RecurringWork.of(
                "project-sweep",
                "0 58 4 * * *",
                () -> db.sql("DELETE FROM cooperation.project_link WHERE until < ?")
                        .param(settings.today().minusDays(DAYS))
                        .update());
    }
}
