package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.web.OrganisationPage.Fact;
import org.convergence.directory.people.web.OrganisationPage.Held;
import org.convergence.platform.audit.History;
import org.jspecify.annotations.Nullable;

/**
 * A person with what she does.
 *
 * @param past what she did before
 * @param mayAnswer whether one may give her what is known of her, and forget her
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
