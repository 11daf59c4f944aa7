package org.convergence.cooperation.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;

/** Counts figures of partners in indicators, for the module that receives them: nobody types them again. */
public interface PartnerFigures {

    /**
     * An indicator in a period, of a project of a partner, whose value is entered and still open.
     *
     * @param project its title
     */
    record OpenIndicator(
            IndicatorId indicator,
            ProjectPeriodId period,
            String project,
            String wording,
            LocalDate startsOn,
            LocalDate endsOn) {}

    /** Where a figure of a partner may be counted, the latest period of each project first. */
    List<OpenIndicator> findOpen(OrganisationId partner);

    /**
     * Adds a figure to what an indicator has in a period. People of an indicator by sex are not stated.
     *
     * @return the address of the value with its evidence
     * @throws org.convergence.platform.database.Refused if the partner has no such indicator, it is fed or in words, its
     *     value is submitted or locked, its period has not begun, or it counts people and the figure is no whole number
     */
    String count(OrganisationId partner, IndicatorId indicator, ProjectPeriodId period, BigDecimal figure);
}
