package org.convergence.plan.time;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;

/** The hours entered in time sheets for the lines of plans; an action includes those of its sub-actions. */
public interface EnteredHours {

    /** The hours by line, in one query; lines without entries are left out. */
    Map<ActionId, BigDecimal> findByLine(Collection<PlanId> plans);
}
