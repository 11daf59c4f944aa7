package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.PlannedWork;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans, for the modules in higher layers. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class ActionPlanQueries implements ActionPlans {

    private final PlanDraftService planDraftService;
    private final PlanContentsQueries contents;
    private final EvidenceQueries evidence;
    private final PlanBoardCache boards;
    private final OrganisationSettings settings;
    private final JdbcClient jdbc;

    ActionPlanQueries(
            PlanDraftService planDraftService,
            PlanContentsQueries contents,
            EvidenceQueries evidence,
            PlanBoardCache boards,
            OrganisationSettings settings,
            JdbcClient jdbc) {
        this.planDraftService = planDraftService;
        this.contents = contents;
        this.evidence = evidence;
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
        return jdbc.sql("""
                        SELECT id, title, kind, status, period_from, period_to FROM plan.actionplan_plan
                        ORDER BY period_from DESC NULLS FIRST, id
                        """)
                .query((row, n) -> new PlanSummary(
                        new PlanId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        PlanKind.valueOf(row.getString("kind")),
                        PlanStatus.valueOf(row.getString("status")),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class)))
                .list();
    }

    @Override
    public List<PlanSummary> findInForce() {
        LocalDate today = settings.today();
        return findAll().stream()
                .filter(plan -> plan.isInForce(today))
                .sorted(Comparator.comparing(PlanSummary::kind))
                .toList();
    }

    @Override
    public Optional<PlanSummary> findCurrent() {
        List<PlanSummary> all = findAll();
        LocalDate today = settings.today();
        return all.stream()
                .filter(plan -> plan.isInForce(today))
                .min(Comparator.comparing(PlanSummary::kind))
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
                .flatMap(PlanLineQueries::inOrder)
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
            PlanLineQueries.findByIds(jdbc, ids).forEach(line -> lines.put(line.id(), line));
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
        return boards.findByPlans(plans).stream()
                .flatMap(board -> PlannedWorkPolicy.plannedWork(board, today))
                .toList();
    }

    @Override
    public PlanTree tree(PlanId plan) {
        return contents.tree(plan);
    }

    @Override
    public PlanProgress progress(PlanId plan) {
        var whole = contents.findByPlans(plan);
        return new ProgressCalculator(whole, evidence.findByPlans(List.of(plan)), settings).calculate();
    }
}
