package org.convergence.directory.people.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.PersonFilter;
import org.convergence.platform.shell.Form;

/** The parameters of the list of people; invalid values are ignored. */
record PersonListParameters(PersonFilter filter, DirectoryListFrame.ListSort sort, ListAddress address) {

    static final String LIST = "/directory/people/persons";
    static final List<String> SORTS = List.of("name", "newest");

    static PersonListParameters of(Form form) {
        DirectoryListFrame.ListSort sort = DirectoryListFrame.ListSort.read(form.value("sort"), SORTS);
        String language = form.value("language").matches("[a-z]{2,3}") ? form.value("language") : null;
        UUID at = ListParameters.id(form.value("organisation"));
        PersonFilter filter = new PersonFilter(
                ListParameters.words(form.value("q")),
                at == null ? null : new OrganisationId(at),
                ListParameters.words(form.value("title")),
                language,
                PersonFilter.PersonOrder.valueOf(sort.by().toUpperCase(Locale.ROOT)),
                sort.turned());
        ListAddress address = ListAddress.of(LIST)
                .with("q", filter.typed())
                .with("organisation", at == null ? null : at.toString())
                .with("title", filter.title())
                .with("language", language);
        return new PersonListParameters(filter, sort, address);
    }
}
