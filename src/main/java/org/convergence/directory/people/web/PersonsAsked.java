package org.convergence.directory.people.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.PersonFilter;
import org.convergence.platform.shell.Form;

/** The parameters of the list of people; invalid values are ignored. */
record PersonsAsked(PersonFilter filter, Listed.Sort sort, Address address) {

    static final String LIST = "/directory/people/persons";
    static final List<String> SORTS = List.of("name", "newest");

    static PersonsAsked of(Form form) {
        Listed.Sort sort = Listed.Sort.read(form.value("sort"), SORTS);
        String language = form.value("language").matches("[a-z]{2,3}") ? form.value("language") : null;
        UUID at = Asked.id(form.value("organisation"));
        PersonFilter filter = new PersonFilter(
                Asked.words(form.value("q")),
                at == null ? null : new OrganisationId(at),
                Asked.words(form.value("title")),
                language,
                PersonFilter.Order.valueOf(sort.by().toUpperCase(Locale.ROOT)),
                sort.turned());
        Address address = Address.of(LIST)
                .with("q", filter.typed())
                .with("organisation", at == null ? null : at.toString())
                .with("title", filter.title())
                .with("language", language);
        return new PersonsAsked(filter, sort, address);
    }
}
