package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.ReadCache;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads plans with their progress and follow-up. A whole plan costs four queries, whatever its size. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class PlanBoardQueries {

    private final PlanContentsQueries contents;
    private final EvidenceQueries evidence;
    private final PlanLineRepository store;
    private final LineOrder order;
    private final OrganisationSettings settings;

    PlanBoardQueries(
            PlanContentsQueries contents,
            EvidenceQueries evidence,
            PlanLineRepository store,
            LineOrder order,
            OrganisationSettings settings) {
        this.contents = contents;
        this.evidence = evidence;
        this.store = store;
        this.order = order;
        this.settings = settings;
    }

    /** The header of a plan. */
    public PlanHeader findHeader(PlanId plan) {
        return contents.header(plan);
    }

    /** A plan with its progress and follow-up. */
    public PlanBoard board(PlanId plan) {
        return boards(List.of(plan)).stream().findFirst().orElseThrow(() -> new NotFound("plan"));
    }

    /** Several plans with their progress and follow-up, the latest first, in as many queries as one. */
    public List<PlanBoard> boards(Collection<PlanId> plans) {
        return ReadCache.getAll(PlanBoard.class, plans, this::read).values().stream()
                .sorted(Comparator.comparing(PlanBoard::header, PlanHeader.LATEST_FIRST))
                .toList();
    }

    private Map<PlanId, PlanBoard> read(Collection<PlanId> plans) {
        Map<ActionId, ActionEvidence> shown = evidence.findByPlans(plans);
        return contents.findByPlans(plans).stream()
                .collect(Collectors.toMap(each -> each.header().id(), each -> board(each, shown, settings)));
    }

    /** Assembles a plan already read with its progress and follow-up. */
    static PlanBoard board(PlanContents whole, Map<ActionId, ActionEvidence> shown, OrganisationSettings settings) {
        return board(whole, shown, new ProgressCalculator(whole, shown, settings));
    }

    static PlanBoard board(PlanContents whole, Map<ActionId, ActionEvidence> shown, ProgressCalculator account) {
        Map<ActionId, FollowedAction> followed = new HashMap<>();
        for (PlanContents.ActionEntry entry : whole.entries()) {
            boolean isVoid = StatePolicy.isVoid(
                    entry.followUp().statement(), shown.getOrDefault(entry.id(), ActionEvidence.NONE));
            followed.put(entry.id(), FollowedAction.of(entry, isVoid));
        }
        return new PlanBoard(whole.header(), account.calculate(), followed);
    }

    /** Realisations done or planned for a plan's lines within the days. */
    public List<DatedRealisation> findRealisations(PlanId plan, LocalDate from, LocalDate to) {
        return evidence.findRealisations(plan, from, to);
    }

    /** The whole text of a plan without dropped lines. */
    public PlanTree findTree(PlanId plan) {
        return contents.tree(plan);
    }

    /** A plan line with the data that its forms show. */
    public LineFacts findLine(LineLevel level, UUID id) {
        StoredLine line = store.findLine(level, id);
        LineOrder.SiblingGroup family = LineOrder.SiblingGroup.of(line);
        return new LineFacts(
                contents.header(line.plan()),
                id,
                line.version(),
                line.wording(),
                family.above(),
                family.parent(),
                order.rank(family, id),
                line.droppedOn() != null);
    }

    /** The plan of an action. */
    public PlanId findPlanOf(ActionId action) {
        return store.findLine(LineLevel.ACTION, action.value()).plan();
    }
}
