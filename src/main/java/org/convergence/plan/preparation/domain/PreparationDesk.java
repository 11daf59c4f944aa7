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
public class PreparationDesk {

    private final Sheets sheets;
    private final PlanContinuation continuation;
    private final ChoiceStore choices;

    PreparationDesk(Sheets sheets, PlanContinuation continuation, ChoiceStore choices) {
        this.sheets = sheets;
        this.continuation = continuation;
        this.choices = choices;
    }

    /** The accepted proposals, and the batch id that undoes them. */
    public record Accepted(UUID batch, int lines) {}

    /** The sheet, with the permission to decide. */
    @Transactional(readOnly = true)
    public Preparation sheet(PlanId plan) {
        return sheets.of(plan);
    }

    /** Decides on a line; its version detects a concurrent decision. */
    public void decide(PlanId plan, ActionId action, Chosen chosen) {
        choices.requireOpen(plan, action);
        choices.keep(action, chosen);
    }

    /** Deletes a decision: the proposal applies again. */
    public void reconsider(PlanId plan, ActionId action, int version) {
        choices.requireOpen(plan, action);
        choices.forget(action, version);
    }

    /** Accepts the proposal of every line without a decision, except rewordings, which need a text. */
    public Accepted acceptAll(PlanId plan) {
        Preparation sheet = sheets.of(plan);
        if (sheet.isMade()) {
            throw new Refused("preparation.refused.made");
        }
        UUID batch = Ids.next();
        int lines = 0;
        for (PreparedLine line : sheet.open()) {
            if (line.proposal().choice() != Choice.REWORD) {
                lines += choices.keepIfOpen(line.action().line().id(), Chosen.accepting(line.proposal()), batch);
            }
        }
        return new Accepted(batch, lines);
    }

    /** Undoes {@link #acceptAll}, except decisions changed since. */
    public int takeBack(PlanId plan, UUID batch) {
        return choices.forget(plan, batch);
    }

    /**
     * Creates the draft of the next plan from the decisions, and from the proposals for the other lines. Called again,
     * it returns the plan already created.
     *
     * @param waiting the reason of postponed lines without one
     */
    public PlanId make(PlanId plan, NextPeriod period, String waiting) {
        return make(plan, Map.of(), period, waiting);
    }

    /**
     * The same, after deciding on some lines, in one transaction.
     *
     * @param decided by line; ignored if the next plan was already created
     */
    public PlanId make(PlanId plan, Map<ActionId, Chosen> decided, NextPeriod period, String waiting) {
        if (continuation.next(plan).isEmpty()) {
            decided.forEach((action, chosen) -> decide(plan, action, chosen));
        }
        Preparation sheet = sheets.of(plan);
        return continuation.continueAs(new NextPlan(
                plan,
                period.title(),
                period.from(),
                period.to(),
                sheet.lines().values().stream()
                        .filter(line -> sheet.fate(line) != Choice.WITHDRAW)
                        .map(line -> goingOn(line, waiting))
                        .toList(),
                sheet.gone()));
    }

    private static NextPlan.Line goingOn(PreparedLine line, String waiting) {
        Chosen chosen = line.becomes();
        BigDecimal target = chosen.target();
        return new NextPlan.Line(
                line.action().line().id(),
                chosen.text(),
                target,
                line.proposal().effort(),
                chosen.choice() == Choice.POSTPONE ? waits(line, chosen, waiting) : null);
    }

    private static String waits(PreparedLine line, Chosen chosen, String otherwise) {
        @Nullable String said = chosen.reason() == null ? line.action().reason() : chosen.reason();
        return said == null ? otherwise : said;
    }
}
