package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the follow-up of actions, and locks their plans so that none is closed meanwhile. */
@Component
record ActionFollowUpRepository(JdbcAggregateTemplate rows, JdbcClient jdbc, PlanLineRepository lines) {

    /** The follow-up of an action; an empty one of version 0 if there is none. */
    ActionFollowUp findByAction(UUID action) {
        return Optional.ofNullable(rows.findById(action, ActionFollowUp.class))
                .orElseGet(() -> ActionFollowUp.none(action));
    }

    /** The actions' plans, each once, in the order in which they are locked. */
    List<UUID> findPlanIds(Collection<UUID> actions) {
        return jdbc.sql("SELECT DISTINCT plan FROM plan.actionplan_action WHERE id = ANY (?::uuid[]) ORDER BY plan")
                .param(texts(actions))
                .query(UUID.class)
                .list();
    }

    List<UUID> findSupport(UUID action) {
        return jdbc.sql("SELECT person FROM plan.actionplan_support WHERE action = ?")
                .param(action)
                .query(UUID.class)
                .list();
    }

    void save(ActionFollowUp followUp, ActionFollowUp before) {
        if (!followUp.equals(before)) {
            write(followUp);
        }
    }

    /** Writes the row even if its own columns did not change, so that its version reflects changes of the helpers. */
    void write(ActionFollowUp followUp) {
        try {
            if (followUp.version() == 0) {
                rows.insert(followUp);
            } else {
                rows.update(followUp);
            }
        } catch (OptimisticLockingFailureException | DuplicateKeyException meanwhile) {
            throw new EditConflict(ActionFollowUp.TABLE, followUp.action(), followUp.version());
        }
    }

    /** Whether the helpers change. */
    boolean changesSupport(UUID action, Collection<UUID> people) {
        return !new HashSet<>(findSupport(action)).equals(new HashSet<>(people));
    }

    /** Writes the helpers, only the differences, so that the history stays readable. */
    void updateSupport(UUID action, Collection<UUID> people) {
        List<UUID> now = findSupport(action);
        for (UUID gone : now) {
            if (!people.contains(gone)) {
                jdbc.sql("DELETE FROM plan.actionplan_support WHERE action = ? AND person = ?")
                        .params(action, gone)
                        .update();
            }
        }
        for (UUID come : new HashSet<>(people)) {
            if (!now.contains(come)) {
                jdbc.sql("INSERT INTO plan.actionplan_support (action, person) VALUES (?, ?)")
                        .params(action, come)
                        .update();
            }
        }
    }

    /**
     * The people of the directory with exactly these names, ignoring accents and case; names that two people have are
     * left out.
     */
    Map<String, UUID> findPeopleByName(Collection<String> names) {
        Map<String, UUID> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        Set<String> twice = new HashSet<>();
        jdbc.sql("""
            SELECT n.name, p.id
            FROM unnest(CAST(:names AS text[])) AS n(name)
            CROSS JOIN LATERAL (
                SELECT id FROM directory.people_person_name
                WHERE search_form LIKE '%' || platform.fold(n.name) || '%'
                  AND platform.fold(display_name) = platform.fold(n.name)
                LIMIT 2
            ) p
            """)
                .param("names", new ArrayList<>(new HashSet<>(names)).toArray(String[]::new))
                .query(row -> {
                    String name = row.getString("name");
                    if (found.put(name, row.getObject("id", UUID.class)) != null) {
                        twice.add(name);
                    }
                });
        twice.forEach(found::remove);
        return found;
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    void lockPlansOf(Set<UUID> actions) {
        List<UUID> plans = findPlanIds(actions);
        if (plans.isEmpty()) {
            throw new NotFound("action");
        }
        plans.forEach(plan -> lock(new PlanId(plan)));
    }

    void lock(PlanId plan) {
        if (lines.lockPlan(plan).status() == PlanStatus.CLOSED) {
            throw new Refused("actionplan.refused.closed");
        }
    }
}
