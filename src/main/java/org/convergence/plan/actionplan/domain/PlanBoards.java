package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.Occasion;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads plans with their progress and follow-up. A whole plan costs four queries, whatever its size. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class PlanBoards {

    private final ContentsReader contents;
    private final EvidenceDesk evidence;
    private final LineStore store;
    private final Order order;
    private final OrganisationSettings settings;

    PlanBoards(
            ContentsReader contents,
            EvidenceDesk evidence,
            LineStore store,
            Order order,
            OrganisationSettings settings) {
        this.contents = contents;
        this.evidence = evidence;
        this.store = store;
        this.order = order;
        this.settings = settings;
    }

    /** The header of a plan. */
    public PlanHeader header(PlanId plan) {
        return contents.header(plan);
    }

    /** A plan with its progress and follow-up. */
    public PlanBoard board(PlanId plan) {
        return boards(List.of(plan)).stream().findFirst().orElseThrow(() -> new NotFound("plan"));
    }

    /** Several plans with their progress and follow-up, in as many queries as one. */
    public List<PlanBoard> boards(Collection<PlanId> plans) {
        List<PlanContents> all = contents.of(plans);
        Map<ActionId, Evidence> shown = evidence.of(plans);
        return all.stream().map(each -> board(each, shown, settings)).toList();
    }

    /** Assembles a plan already read with its progress and follow-up. */
    static PlanBoard board(PlanContents whole, Map<ActionId, Evidence> shown, OrganisationSettings settings) {
        return board(whole, shown, new ProgressAccount(whole, shown, settings));
    }

    static PlanBoard board(PlanContents whole, Map<ActionId, Evidence> shown, ProgressAccount account) {
        Map<ActionId, Followed> followed = new HashMap<>();
        for (PlanContents.Entry entry : whole.entries()) {
            boolean isVoid =
                    StatePolicy.isVoid(entry.followUp().statement(), shown.getOrDefault(entry.id(), Evidence.NONE));
            followed.put(entry.id(), Followed.of(entry, isVoid));
        }
        return new PlanBoard(whole.header(), account.whole(), followed);
    }

    /** Realisations done or planned for a plan's lines within the days. */
    public List<Occasion> occasions(PlanId plan, LocalDate from, LocalDate to) {
        return evidence.occasions(plan, from, to);
    }

    /** The whole text of a plan without dropped lines. */
    public PlanTree text(PlanId plan) {
        return contents.tree(plan);
    }

    /** A line with what its forms need. */
    public LineFacts line(Level level, UUID id) {
        Line line = store.line(level, id);
        Order.Family family = Order.Family.of(line);
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
    public PlanId planOf(ActionId action) {
        return store.line(Level.ACTION, action.value()).plan();
    }
}
