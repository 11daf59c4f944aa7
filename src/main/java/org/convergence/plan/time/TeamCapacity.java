package org.convergence.plan.time;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** The remaining capacity of the team, for the modules above: totals of hours, without names. */
public interface TeamCapacity {

    /** The current month and those after it, 1 to 24 in all; of the current month, the remaining days. */
    List<MonthAhead> months(int months);

    /**
     * A month.
     *
     * @param available hours of the whole team for the plan
     * @param firm hours required by firm actions
     * @param promised hours required by all actions, firm ones included
     */
    record MonthAhead(YearMonth month, BigDecimal available, BigDecimal firm, BigDecimal promised) {}
}
