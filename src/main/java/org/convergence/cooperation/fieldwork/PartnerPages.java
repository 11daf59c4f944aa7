package org.convergence.cooperation.fieldwork;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;

/** What the pages of partners give to other modules. */
public interface PartnerPages {

    /**
     * A number that a partner sent and we accepted.
     *
     * @param label what was counted
     */
    record PartnerFigure(
            PartnerEntryId id,
            OrganisationId organisation,
            String organisationName,
            LocalDate day,
            String label,
            BigDecimal figure) {}

    /** The accepted figures of some partners in a period, by day. */
    List<PartnerFigure> findAcceptedFigures(Collection<OrganisationId> partners, LocalDate from, LocalDate to);

    /** The language of the page of each partner that has one which still opens. */
    Map<OrganisationId, String> findLanguages(Collection<OrganisationId> partners);
}
