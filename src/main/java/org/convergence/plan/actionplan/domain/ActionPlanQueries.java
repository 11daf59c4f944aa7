package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionPlans.PlannedWork;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.ReadCache;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans, for the modules in higher layers. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class ActionPlanQueries implements ActionPlans {

    /** Plans of any state, the latest period first. */
    private record AllPlans(List<PlanSummary> plans) {}

    private final PlanDraftService planDraftService;
    private final PlanContentsQueries contents;
    private final PlanBoardQueries boards;
    private final OrganisationSettings settings;
    private final JdbcClient jdbc;

    ActionPlanQueries(
            PlanDraftService planDraftService,
            PlanContentsQueries contents,
            PlanBoardQueries boards,
            OrganisationSettings settings,
            JdbcClient jdbc) {
        this.planDraftService = planDraftService;
        this.contents = contents;
        this.boards = boards;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    @Requires(ActionPlanPermissions.DRAFT)
    public PlanId draftFrom(PlanBlueprint blueprint) {
        return planDraftService.draftFrom(blueprint);
    }

    @Override
    public List<PlanSummary> findAll() {
        return ReadCache.get(
                        AllPlans.class,
                        () -> new AllPlans(jdbc.sql("""
                                SELECT id, title, kind, status, period_from AS "from", period_to AS "to"
                                FROM plan.actionplan_plan
                                ORDER BY period_from DESC NULLS FIRST, id
                                """)
                                .query(RecordMapper.of(PlanSummary.class))
                                .list()))
                .plans();
    }

    @Override
    public List<PlanSummary> findRecordable() {
        LocalDate today = settings.today();
        return findAll().stream()
                .filter(plan -> plan.isRecordable(today))
                .sorted(Comparator.comparing((PlanSummary plan) -> !plan.isInForce(today))
                        .thenComparing(PlanSummary::kind))
                .toList();
    }

    @Override
    public List<PlanSummary> findInForce() {
        LocalDate today = settings.today();
        return findAll().stream()
                .filter(plan -> plan.isInForce(today))
                .sorted(Comparator.comparing(PlanSummary::kind))
                .toList();
    }

    /** The plans in force with their progress and follow-up. */
    public List<PlanBoard> findBoardsInForce() {
        return boards.boards(findInForce().stream().map(PlanSummary::id).toList());
    }

    @Override
    public Optional<PlanSummary> findCurrent() {
        List<PlanSummary> all = findAll();
        LocalDate today = settings.today();
        return all.stream()
                .filter(plan -> plan.isInForce(today) || (plan.kind() == PlanKind.ANNUAL && plan.isRecordable(today)))
                .min(Comparator.comparing(PlanSummary::kind).thenComparing(plan -> !plan.isInForce(today)))
                .or(() -> all.stream()
                        .filter(plan -> plan.status() != PlanStatus.DRAFT && hasBegun(plan, today))
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static boolean hasBegun(PlanSummary plan, LocalDate today) {
        return plan.from() != null && !plan.from().isAfter(today);
    }

    @Override
    public List<PlanLine> findLines(Collection<PlanId> plans) {
        return contents.findByPlans(plans).stream()
                .flatMap(ActionPlanQueries::inOrder)
                .toList();
    }

    @Override
    public List<MeansLine> findMeans(Collection<PlanId> plans) {
        return plans.isEmpty() ? List.of() : contents.means(plans);
    }

    @Override
    public Map<ActionId, PlanLine> findLinesById(Collection<ActionId> ids) {
        Map<ActionId, PlanLine> lines = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            findByIds(jdbc, ids).forEach(line -> lines.put(line.id(), line));
        }
        return lines;
    }

    @Override
    public Map<ActionId, ActionTarget> findTargetsById(Collection<ActionId> ids) {
        Map<ActionId, ActionTarget> targets = new LinkedHashMap<>();
        jdbc.sql("SELECT id, target FROM plan.actionplan_action WHERE id = ANY (?) AND target IS NOT NULL")
                .param(ids.stream().map(ActionId::value).toArray(UUID[]::new))
                .query((row, n) -> targets.put(
                        new ActionId(row.getObject("id", UUID.class)),
                        Json.parse(row.getString("target")).as(ActionTarget.class)))
                .list();
        return targets;
    }

    @Override
    public List<PlannedWork> findPlannedWork(Collection<PlanId> plans) {
        LocalDate today = settings.today();
        return boards.boards(plans).stream()
                .flatMap(board -> PlannedWorkPolicy.plannedWork(board, today))
                .toList();
    }

    @Override
    public PlanTree tree(PlanId plan) {
        return contents.tree(plan);
    }

    @Override
    public PlanProgress progress(PlanId plan) {
        return boards.board(plan).progress();
    }

    /** Actions in the plan's order, each followed by its sub-actions. */
    static Stream<PlanLine> inOrder(PlanContents contents) {
        return contents.objectives().stream()
                .flatMap(objective -> contents.meansOf(objective).stream()
                        .flatMap(means -> contents.actionsOf(means).stream()
                                .flatMap(entry -> Stream.concat(Stream.of(entry), contents.partsOf(entry).stream()))
                                .map(entry -> PlanContents.line(entry.action(), means, objective))));
    }

    static List<PlanLine> findByIds(JdbcClient jdbc, Collection<ActionId> ids) {
        return jdbc.sql("""
            SELECT a.id, a.plan, a.means, m.objective, a.parent, coalesce(a.code, m.code) AS code, a.title,
                   a.text, o.title AS objective_title, m.title AS means_title, m.area, a.commitment,
                   a.dropped_on IS NOT NULL AS dropped
            FROM plan.actionplan_action a
            JOIN plan.actionplan_means m ON m.id = a.means
            JOIN plan.actionplan_objective o ON o.id = m.objective
            WHERE a.id = ANY (CAST(:ids AS uuid[]))
            ORDER BY o.position, m.position, a.position, a.id
            """)
                .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
                .query((row, n) -> {
                    UUID parent = row.getObject("parent", UUID.class);
                    String title = row.getString("title");
                    String area = row.getString("area");
                    String text = row.getString("text");
                    return new PlanLine(
                            new ActionId(row.getObject("id", UUID.class)),
                            new PlanId(row.getObject("plan", UUID.class)),
                            new ObjectiveId(row.getObject("objective", UUID.class)),
                            new MeansId(row.getObject("means", UUID.class)),
                            parent == null ? null : new ActionId(parent),
                            row.getString("code"),
                            title == null ? PlanLine.shorten(text) : title,
                            text,
                            row.getString("objective_title"),
                            row.getString("means_title"),
                            area == null ? null : Area.valueOf(area),
                            Commitment.valueOf(row.getString("commitment")),
                            row.getBoolean("dropped"));
                })
                .list();
    }
}
