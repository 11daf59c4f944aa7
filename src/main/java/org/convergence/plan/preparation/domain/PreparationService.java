package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.NextPeriod;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.PlanContinuation;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on each line, and creates the draft of the next plan. */
@Service
@Transactional
@Requires(PreparationPermissions.PREPARE)
public class PreparationService {

    private final PreparationAssembler sheets;
    private final PlanContinuation continuation;
    private final LineChoiceRepository choices;

    PreparationService(PreparationAssembler sheets, PlanContinuation continuation, LineChoiceRepository choices) {
        this.sheets = sheets;
        this.continuation = continuation;
        this.choices = choices;
    }

    /** The accepted proposals, and the batch id that undoes them. */
    public record AcceptedProposals(UUID batch, int lines) {}

    /** The sheet, with the permission to decide. */
    @Transactional(readOnly = true)
    public Preparation findSheet(PlanId plan) {
        return sheets.assemble(plan);
    }

    /** Decides on a line; its version detects a concurrent decision. */
    public void decide(PlanId plan, ActionId action, LineChoice chosen) {
        choices.requireOpen(plan, action);
        choices.save(action, chosen);
    }

    /** Deletes a decision: the proposal applies again. */
    public void deleteDecision(PlanId plan, ActionId action, int version) {
        choices.requireOpen(plan, action);
        choices.delete(action, version);
    }

    /** Accepts the proposal of every line without a decision, except rewordings, which need a text. */
    public AcceptedProposals acceptAll(PlanId plan) {
        Preparation sheet = sheets.assemble(plan);
        if (sheet.isMade()) {
            throw new Refused("preparation.refused.made");
        }
        UUID batch = Ids.next();
        int lines = 0;
        for (PreparedLine line : sheet.undecidedLines()) {
            if (line.proposal().choice() != PreparationChoice.REWORD) {
                lines += choices.saveIfUndecided(
                        line.action().line().id(), LineChoice.fromProposal(line.proposal()), batch);
            }
        }
        return new AcceptedProposals(batch, lines);
    }

    /** Undoes {@link #acceptAll}, except decisions changed since. */
    public int undoAccept(PlanId plan, UUID batch) {
        return choices.delete(plan, batch);
    }

    /**
     * Creates the draft of the next plan from the decisions, and from the proposals for the other lines. Called again,
     * it returns the plan already created.
     *
     * @param waiting the reason of postponed lines without one
     */
    public PlanId createNextPlan(PlanId plan, NextPeriod period, String waiting) {
        return createNextPlan(plan, Map.of(), period, waiting);
    }

    /**
     * As above, after storing decisions on some lines, in one transaction.
     *
     * @param decided by line; ignored if the next plan was already created
     */
    public PlanId createNextPlan(PlanId plan, Map<ActionId, LineChoice> decided, NextPeriod period, String waiting) {
        if (continuation.findNext(plan).isEmpty()) {
            decided.forEach((action, chosen) -> decide(plan, action, chosen));
        }
        Preparation sheet = sheets.assemble(plan);
        return continuation.continueAs(new NextPlan(
                plan,
                period.title(),
                period.from(),
                period.to(),
                sheet.lines().values().stream()
                        .filter(line -> sheet.outcomeOf(line) != PreparationChoice.WITHDRAW)
                        .map(line -> toContinuedLine(line, waiting))
                        .toList(),
                sheet.gone()));
    }

    private static NextPlan.ContinuedLine toContinuedLine(PreparedLine line, String waiting) {
        LineChoice chosen = line.effectiveChoice();
        BigDecimal target = chosen.target();
        return new NextPlan.ContinuedLine(
                line.action().line().id(),
                chosen.text(),
                target,
                line.proposal().effort(),
                chosen.choice() == PreparationChoice.POSTPONE ? postponementReason(line, chosen, waiting) : null);
    }

    private static String postponementReason(PreparedLine line, LineChoice chosen, String otherwise) {
        @Nullable String said = chosen.reason() == null ? line.action().reason() : chosen.reason();
        return said == null ? otherwise : said;
    }
}
