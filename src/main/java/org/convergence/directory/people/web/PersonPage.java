package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.web.OrganisationPage.Fact;
import org.convergence.directory.people.web.OrganisationPage.Held;
import org.convergence.platform.audit.History;
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
        List<Fact> facts,
        @Nullable String note,
        List<Held> functions,
        List<Held> past,
        List<PageSection> sections,
        History history,
        boolean mayEdit,
        boolean mayAnswer) {}
