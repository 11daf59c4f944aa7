package org.convergence.plan.time;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** What the team can still carry, for the modules above: totals of hours, nobody is in them. */
public interface TeamCapacity {

    /** The month that runs and those after it, 1 to 24 in all; of the month that runs, the days that are left. */
    List<MonthAhead> months(int months);

    /**
     * A month.
     *
     * @param available hours of everyone together that are left for the plan
     * @param firm hours that firm actions ask
     * @param promised hours that all actions ask, firm ones included
     */
    record MonthAhead(YearMonth month, BigDecimal available, BigDecimal firm, BigDecimal promised) {}
}
