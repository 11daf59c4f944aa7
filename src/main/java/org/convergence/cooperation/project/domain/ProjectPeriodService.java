package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, locks and unlocks the periods for which a project reports. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class ProjectPeriodService {

    private static final int MOST = 80;

    private final JdbcClient db;
    private final MeasurementQueries queries;
    private final OrganisationSettings settings;

    ProjectPeriodService(JdbcClient db, MeasurementQueries queries, OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.settings = settings;
    }

    /**
     * Adds periods of equal length, one after the other.
     *
     * @param months of each
     * @param count 1 to 20
     * @throws Refused if one overlaps another, or there are too many
     */
    @Transactional(label = "project.add-periods")
    public void add(ProjectId project, LocalDate startsOn, int months, int count) {
        requireRoom(
                lockPeriods(project),
                startsOn,
                startsOn.plusMonths((long) months * count).minusDays(1),
                count);
        for (int i = 0; i < count; i++) {
            insert(
                    project,
                    startsOn.plusMonths((long) months * i),
                    startsOn.plusMonths((long) months * (i + 1)).minusDays(1));
        }
    }

    /**
     * The period of these days, which is added if it is new.
     *
     * @throws Refused if it overlaps another, or there are too many
     */
    @Transactional(label = "project.add-periods")
    public ProjectPeriodId findOrAdd(ProjectId project, LocalDate startsOn, LocalDate endsOn) {
        List<ProjectPeriodRow> present = lockPeriods(project);
        return present.stream()
                .filter(each ->
                        each.startsOn().equals(startsOn) && each.endsOn().equals(endsOn))
                .map(ProjectPeriodRow::id)
                .findFirst()
                .orElseGet(() -> {
                    requireRoom(present, startsOn, endsOn, 1);
                    return insert(project, startsOn, endsOn);
                });
    }

    private List<ProjectPeriodRow> lockPeriods(ProjectId project) {
        ProjectService.lock(db, project);
        return queries.findPeriods(project);
    }

    private static void requireRoom(List<ProjectPeriodRow> present, LocalDate from, LocalDate to, int count) {
        if (present.size() + count > MOST) {
            throw new Refused("project.refused.periods", MOST);
        }
        if (present.stream()
                .anyMatch(each -> !each.startsOn().isAfter(to) && !each.endsOn().isBefore(from))) {
            throw new Refused("project.refused.overlap");
        }
    }

    private ProjectPeriodId insert(ProjectId project, LocalDate startsOn, LocalDate endsOn) {
        ProjectPeriodId id = new ProjectPeriodId(Ids.next());
        db.sql("INSERT INTO cooperation.project_period (id, project, starts_on, ends_on) VALUES (?, ?, ?, ?)")
                .params(id.value(), project.value(), startsOn, endsOn)
                .update();
        return id;
    }

    /**
     * Removes a period.
     *
     * @throws Refused if it has targets or values
     */
    @Transactional(label = "project.remove-period")
    public void remove(ProjectId project, ProjectPeriodId id) {
        int removed = db.sql("""
                        DELETE FROM cooperation.project_period p WHERE p.id = ? AND p.project = ?
                          AND NOT EXISTS (SELECT FROM cooperation.project_value v WHERE v.period = p.id)
                        """).params(id.value(), project.value()).update();
        if (removed == 0) {
            throw new Refused("project.refused.period-used");
        }
    }

    /** Locks a period: its targets and values stay as they are. */
    @Transactional(label = "project.lock")
    @Requires(ProjectPermissions.APPROVE)
    public void lock(ProjectId project, ProjectPeriodId id) {
        setLocked(project, id, settings.today());
    }

    /** Unlocks a period. */
    @Transactional(label = "project.unlock")
    @Requires(ProjectPermissions.APPROVE)
    public void unlock(ProjectId project, ProjectPeriodId id) {
        setLocked(project, id, null);
    }

    private void setLocked(ProjectId project, ProjectPeriodId id, @Nullable LocalDate on) {
        db.sql("UPDATE cooperation.project_period SET locked_on = :on WHERE id = :id AND project = :project")
                .param("on", on)
                .param("id", id.value())
                .param("project", project.value())
                .update();
    }
}
