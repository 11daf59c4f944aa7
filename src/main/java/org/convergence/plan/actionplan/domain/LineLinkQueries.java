package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the links between lines: which contributes to which. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class LineLinkQueries {

    private final JdbcClient jdbc;
    private final PlanBoardQueries boards;

    LineLinkQueries(JdbcClient jdbc, PlanBoardQueries boards) {
        this.jdbc = jdbc;
        this.boards = boards;
    }

    /** A line that contributes to another. */
    public record LineLink(ActionId contributor, ActionId served) {}

    /**
     * A line at the other end of a link.
     *
     * @param contributes whether it contributes to the given line, rather than being served by it
     */
    public record LinkedLine(PlanHeader plan, ActionProgress action, boolean contributes) {

        public PlanLine line() {
            return action.line();
        }
    }

    /** The links of a plan's lines, at either end. */
    public List<LineLink> findLinks(PlanId plan) {
        return read("""
                SELECT k.contributor, k.served FROM plan.actionplan_link k
                JOIN plan.actionplan_action a ON a.id = k.contributor WHERE a.plan = :id
                UNION
                SELECT k.contributor, k.served FROM plan.actionplan_link k
                JOIN plan.actionplan_action a ON a.id = k.served WHERE a.plan = :id
                ORDER BY 2, 1
                """, plan.value());
    }

    /** The lines that a line serves and those that contribute to it, with their progress, plan by plan. */
    public List<LinkedLine> findLinks(ActionId action) {
        List<LineLink> links = read("""
                SELECT contributor, served FROM plan.actionplan_link WHERE contributor = :id OR served = :id
                """, action.value());
        Map<ActionId, Boolean> others = new LinkedHashMap<>();
        links.forEach(each -> {
            boolean contributes = each.served().equals(action);
            others.put(contributes ? each.contributor() : each.served(), contributes);
        });
        List<LinkedLine> all = new ArrayList<>();
        for (PlanBoard board : boards.boards(plansOf(others.keySet()))) {
            lines(board)
                    .filter(line -> others.containsKey(line.line().id()))
                    .forEach(line -> all.add(new LinkedLine(
                            board.header(),
                            line,
                            others.getOrDefault(line.line().id(), false))));
        }
        return all;
    }

    /** The lines that contribute to each line of a plan, with their progress; lines without any are left out. */
    public Map<ActionId, List<ActionProgress>> findContributors(PlanId plan) {
        List<LineLink> links = read("""
                SELECT k.contributor, k.served FROM plan.actionplan_link k
                JOIN plan.actionplan_action a ON a.id = k.served WHERE a.plan = :id
                """, plan.value());
        Map<ActionId, ActionProgress> known = new HashMap<>();
        for (PlanBoard board :
                boards.boards(plansOf(links.stream().map(LineLink::contributor).toList()))) {
            lines(board).forEach(line -> known.put(line.line().id(), line));
        }
        return links.stream()
                .filter(each -> known.containsKey(each.contributor()))
                .collect(Collectors.groupingBy(
                        LineLink::served,
                        Collectors.mapping(each -> known.get(each.contributor()), Collectors.toList())));
    }

    static Stream<ActionProgress> lines(PlanBoard board) {
        return board.progress().objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .flatMap(action -> Stream.concat(Stream.of(action), action.subActions().stream()));
    }

    private List<PlanId> plansOf(Collection<ActionId> actions) {
        return actions.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT DISTINCT plan FROM plan.actionplan_action WHERE id IN (:ids)")
                        .param("ids", actions.stream().map(ActionId::value).toList())
                        .query((row, n) -> new PlanId(row.getObject("plan", UUID.class)))
                        .list();
    }

    private List<LineLink> read(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> new LineLink(
                        new ActionId(row.getObject("contributor", UUID.class)),
                        new ActionId(row.getObject("served", UUID.class))))
                .list();
    }
}
