package org.convergence.directory.people.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.OrganisationFilter;
import org.convergence.platform.shell.Form;

/** The parameters of the list of organisations; invalid values are ignored. */
record OrganisationListParameters(OrganisationFilter filter, DirectoryListFrame.ListSort sort, ListAddress address) {

    static final String LIST = "/directory/people/organisations";
    static final List<String> SORTS = List.of("name", "kind", "place", "newest");

    static OrganisationListParameters of(Form form) {
        DirectoryListFrame.ListSort sort = DirectoryListFrame.ListSort.read(form.value("sort"), SORTS);
        OrganisationKind kind = ListParameters.choice(form.value("kind"), OrganisationKind.class);
        String place = form.value("place").matches("[A-Z]{2}(-\\d{2})?") ? form.value("place") : null;
        UUID within = ListParameters.id(form.value("within"));
        OrganisationFilter filter = new OrganisationFilter(
                ListParameters.words(form.value("q")),
                kind,
                place,
                within == null ? null : new OrganisationId(within),
                OrganisationFilter.OrganisationOrder.valueOf(sort.by().toUpperCase(Locale.ROOT)),
                sort.turned());
        ListAddress address = ListAddress.of(LIST)
                .with("q", filter.typed())
                .with("kind", kind == null ? null : kind.name())
                .with("place", place)
                .with("within", within == null ? null : within.toString());
        return new OrganisationListParameters(filter, sort, address);
    }
}
