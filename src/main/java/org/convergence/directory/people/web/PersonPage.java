package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.web.OrganisationPage.HeldFunctionRow;
import org.convergence.directory.people.web.OrganisationPage.PartyFact;
import org.convergence.platform.audit.ChangeHistory;
import org.jspecify.annotations.Nullable;

/**
 * A person with their functions.
 *
 * @param past ended functions
 * @param mayAnswer whether the reader may give the person their data, or erase them
 */
public record PersonPage(
        String url,
        String name,
        String lead,
        List<PartyFact> facts,
        @Nullable String note,
        List<HeldFunctionRow> functions,
        List<HeldFunctionRow> past,
        List<PageSection> sections,
        ChangeHistory history,
        boolean mayEdit,
        boolean mayAnswer) {}
