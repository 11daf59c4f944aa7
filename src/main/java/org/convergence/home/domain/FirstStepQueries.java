package org.convergence.home.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.FirstStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first steps of a new organisation, marked as done from its data: for its coordinator. */
@Service
@Transactional(readOnly = true)
@Requires(HomePermissions.OPEN)
public class FirstStepQueries {

    /** The key under which a user postpones the steps. */
    public static final String SUBJECT = "home.steps/first";

    /** The plan and the people are essential: an organisation with both is no longer new. */
    private static final int ESSENTIAL = 20;

    private final List<FirstStep> steps;
    private final PostponementService postponements;
    private final JdbcClient db;

    FirstStepQueries(List<FirstStep> steps, PostponementService postponements, JdbcClient db) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(FirstStep::order)).toList();
        this.postponements = postponements;
        this.db = db;
    }

    /** A step, and whether it is done. */
    public record FirstStepState(FirstStep step, boolean done) {}

    /** The steps in order; empty once the essential ones are done, or while postponed, and for other users. */
    public List<FirstStepState> findOwn() {
        if (!CurrentActor.get().may(HomePermissions.BEGIN)) {
            return List.of();
        }
        List<FirstStep> offered = steps.stream()
                .filter(step -> CurrentActor.get().may(step.permission())
                        && step.offered().getAsBoolean())
                .toList();
        Map<Integer, Boolean> done = findDone(offered);
        boolean over = IntStream.range(0, offered.size())
                        .filter(position -> offered.get(position).order() <= ESSENTIAL)
                        .allMatch(position -> done.getOrDefault(position, false))
                || postponements.findOwn().containsKey(SUBJECT);
        return over
                ? List.of()
                : IntStream.range(0, offered.size())
                        .mapToObj(position ->
                                new FirstStepState(offered.get(position), done.getOrDefault(position, false)))
                        .toList();
    }

    private Map<Integer, Boolean> findDone(List<FirstStep> offered) {
        Map<Integer, Boolean> done = new HashMap<>();
        if (!offered.isEmpty()) {
            String sql = IntStream.range(0, offered.size())
                    .mapToObj(position -> "SELECT %d AS position, (%s) AS done"
                            .formatted(position, offered.get(position).sql()))
                    .collect(Collectors.joining(" UNION ALL "));
            db.sql(sql).query(row -> {
                done.put(row.getInt("position"), row.getBoolean("done"));
            });
        }
        return done;
    }
}
