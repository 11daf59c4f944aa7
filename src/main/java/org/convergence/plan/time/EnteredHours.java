package org.convergence.plan.time;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;

/** The hours entered in time sheets for the lines of plans; an action includes those of its sub-actions. */
public interface EnteredHours {

    /** The hours by line, in one query; lines without entries are left out. */
    Map<ActionId, BigDecimal> findByLine(Collection<PlanId> plans);

    /** The approved hours of a period on lines of a plan and in no realisation, by means. */
    Map<MeansId, BigDecimal> findApprovedOnLines(PlanId plan, LocalDate from, LocalDate to);
}
