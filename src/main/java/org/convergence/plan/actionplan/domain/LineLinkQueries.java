package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the links between lines: which contributes to which, and which lines could. */
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
                : jdbc
                        .sql("SELECT DISTINCT plan FROM plan.actionplan_action WHERE id IN (:ids)")
                        .param("ids", actions.stream().map(ActionId::value).toList())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(PlanId::new)
                        .toList();
    }

    private List<LineLink> read(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(RecordMapper.of(LineLink.class))
                .list();
    }

    /** Lines of open plans of other kinds that contain every word, plan by plan in order. */
    public List<LinkCandidate> search(ActionId line, String typed, int limit) {
        String[] words = Arrays.stream(TextNormalizer.fold(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
            SELECT a.id, p.title, coalesce(a.code, m.code) AS code, coalesce(a.title, a.text) AS words,
                   a.parent IS NOT NULL AS part,
                   EXISTS (SELECT FROM plan.actionplan_link k
                           WHERE (k.contributor, k.served) IN ((a.id, own.id), (own.id, a.id))) AS linked
            FROM plan.actionplan_action own
            JOIN plan.actionplan_plan mine ON mine.id = own.plan
            JOIN plan.actionplan_plan p ON p.kind <> mine.kind AND p.status <> 'CLOSED'
            JOIN plan.actionplan_action a ON a.plan = p.id AND a.dropped_on IS NULL
            JOIN plan.actionplan_means m ON m.id = a.means
            JOIN plan.actionplan_objective o ON o.id = m.objective
            LEFT JOIN plan.actionplan_action above ON above.id = a.parent
            WHERE own.id = :line AND a.search_form LIKE ALL (:words)
            ORDER BY p.period_from DESC NULLS LAST, p.id, o.position, o.id, m.position, m.id,
                     coalesce(above.position, a.position), coalesce(above.id, a.id), a.parent IS NOT NULL,
                     a.position, a.id
            LIMIT :limit
            """)
                .param("line", line.value())
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> {
                    String code = row.getString("code");
                    String text = PlanLine.shorten(row.getString("words"));
                    return new LinkCandidate(
                            new ActionId(row.getObject("id", UUID.class)),
                            row.getString("title"),
                            code == null ? text : code + " · " + text,
                            row.getBoolean("part"),
                            row.getBoolean("linked"));
                })
                .list();
    }

    /** Whether an open plan exists to whose lines those of a plan can be linked. */
    public boolean existForPlan(PlanId plan) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM plan.actionplan_plan p JOIN plan.actionplan_plan mine ON mine.id = ?
                           WHERE p.kind <> mine.kind AND p.status <> 'CLOSED' AND mine.status <> 'CLOSED')
            """).param(plan.value()).query(Boolean.class).single();
    }

    /**
     * A line that can be linked to another.
     *
     * @param linked whether it is linked
     */
    public record LinkCandidate(ActionId id, String plan, String label, boolean part, boolean linked) {}
}
