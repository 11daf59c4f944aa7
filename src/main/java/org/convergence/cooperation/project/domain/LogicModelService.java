package org.convergence.cooperation.project.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultPlace;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the logic model of a project. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class LogicModelService {

    static final String TABLE = "cooperation.project_result";

    private static final int MOST = 200;

    private final JdbcClient db;
    private final MeasurementQueries queries;

    LogicModelService(JdbcClient db, MeasurementQueries queries) {
        this.db = db;
        this.queries = queries;
    }

    /**
     * A result or an activity.
     *
     * @param parent from which it follows; {@code null} for none
     * @param statement 1 to 500 characters
     * @param assumption what must hold, or the risk, in at most 500 characters; may be empty
     */
    public record ResultFacts(ResultLevel level, @Nullable ResultId parent, String statement, String assumption) {}

    /**
     * Adds a result.
     *
     * @throws Refused if it has no right place, or there are too many
     */
    @Transactional(label = "project.add-result")
    public ResultId add(ProjectId project, ResultFacts facts) {
        Map<ResultId, ResultPlace> places = lockPlaces(project);
        if (places.size() >= MOST) {
            throw new Refused("project.refused.results", MOST);
        }
        LogicModelPolicy.requirePlace(null, new ResultPlace(facts.level(), facts.parent()), places);
        ResultId id = new ResultId(Ids.next());
        db.sql("""
                        INSERT INTO cooperation.project_result
                               (id, project, parent, parent_level, level, position, statement, assumption)
                        VALUES (:id, :project, :parent, :parentLevel, :level, :position, :statement, :assumption)
                        """)
                .params(parameters(facts, places))
                .param("id", id.value())
                .param("project", project.value())
                .param("position", places.size())
                .update();
        return id;
    }

    /**
     * The result with an id or a statement; an immediate outcome of this statement, which is added if it is new; without
     * a statement, the first outcome, else one named as the project.
     *
     * @param named an id, a statement of at most 500 characters, or empty
     */
    @Transactional(label = "project.add-result")
    public ResultId findOrAddOutcome(ProjectId project, String named) {
        return queries.findResults(project).stream()
                .filter(each -> each.level().isMeasured())
                .filter(each -> named.isEmpty()
                        || each.id().value().toString().equals(named)
                        || each.statement().equals(named))
                .map(ResultRow::id)
                .findFirst()
                .orElseGet(() -> add(
                        project,
                        new ResultFacts(ResultLevel.IMMEDIATE, null, named.isEmpty() ? title(project) : named, "")));
    }

    private String title(ProjectId project) {
        return db.sql("SELECT title FROM cooperation.project WHERE id = ?")
                .param(project.value())
                .query(String.class)
                .single();
    }

    private Map<ResultId, ResultPlace> lockPlaces(ProjectId project) {
        ProjectService.lock(db, project);
        Map<ResultId, ResultPlace> places = new HashMap<>();
        for (ResultRow row : queries.findResults(project)) {
            places.put(row.id(), new ResultPlace(row.level(), row.parent()));
        }
        return places;
    }

    private static Map<String, @Nullable Object> parameters(ResultFacts facts, Map<ResultId, ResultPlace> places) {
        ResultPlace above = facts.parent() == null ? null : places.get(facts.parent());
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("parent", facts.parent() == null ? null : facts.parent().value());
        all.put("parentLevel", above == null ? null : above.level().name());
        all.put("level", facts.level().name());
        all.put("statement", facts.statement());
        all.put("assumption", facts.assumption());
        return all;
    }

    /**
     * Changes a result, or moves it with all that follows from it.
     *
     * @throws Refused if it would follow from itself, or the levels do not fit
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "project.correct-result")
    public void correct(ProjectId project, ResultId id, int version, ResultFacts facts) {
        Map<ResultId, ResultPlace> places = lockPlaces(project);
        LogicModelPolicy.requirePlace(id, new ResultPlace(facts.level(), facts.parent()), places);
        db.sql("UPDATE cooperation.project_result SET parent = NULL, parent_level = NULL WHERE parent = ?")
                .param(id.value())
                .update();
        int written = db.sql("""
                        UPDATE cooperation.project_result
                        SET parent = :parent, parent_level = :parentLevel, level = :level, statement = :statement,
                            assumption = :assumption, version = version + 1
                        WHERE id = :id AND project = :project AND version = :version
                        """)
                .params(parameters(facts, places))
                .param("id", id.value())
                .param("project", project.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        UUID[] children = places.entrySet().stream()
                .filter(each -> id.equals(each.getValue().parent()))
                .map(each -> each.getKey().value())
                .toArray(UUID[]::new);
        db.sql("UPDATE cooperation.project_result SET parent = ?, parent_level = ? WHERE id = ANY (?)")
                .params(id.value(), facts.level().name(), children)
                .update();
    }

    /**
     * Removes a result.
     *
     * @throws Refused if others follow from it, or it has indicators
     */
    @Transactional(label = "project.remove-result")
    public void remove(ProjectId project, ResultId id) {
        ProjectService.lock(db, project);
        boolean used = db.sql("""
                        SELECT EXISTS (SELECT FROM cooperation.project_result WHERE parent = :id)
                            OR EXISTS (SELECT FROM cooperation.project_indicator WHERE result = :id)
                        """).param("id", id.value()).query(Boolean.class).single();
        if (used) {
            throw new Refused("project.refused.result-used");
        }
        db.sql("DELETE FROM cooperation.project_result WHERE id = ? AND project = ?")
                .params(id.value(), project.value())
                .update();
    }
}
