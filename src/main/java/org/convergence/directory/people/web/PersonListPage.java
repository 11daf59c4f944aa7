package org.convergence.directory.people.web;

import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.PersonFilter;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;

/**
 * The list of people.
 *
 * @param near people with similar names
 */
public record PersonListPage(
        ListFrame frame,
        List<ListFrame.ColumnHead> heads,
        List<Option> languages,
        List<PersonListRow> rows,
        List<PersonListRow> near,
        List<Tab> tabs,
        boolean mayEdit) {

    static final String LIST = "/directory/people/persons";

    static final Field<String> WORDS = OrganisationListPage.WORDS;
    static final Field<String> TITLE = Field.text("title", "people.field.title", OrganisationListPage.LONGEST)
            .optional();
    static final Field<String> LANGUAGE =
            Field.code("language", "people.field.language", "[a-z]{2,3}").optional();
    static final Field<OrganisationId> ORGANISATION =
            OrganisationListPage.organisation("organisation", "people.filter.at");

    /** A line. */
    public record PersonListRow(String url, String name, String functions, String mail, String phone) {}

    static PersonFilter filter(FormValues answers) {
        return new PersonFilter(
                Objects.requireNonNullElse(answers.find(WORDS), ""),
                answers.find(ORGANISATION),
                Objects.requireNonNullElse(answers.find(TITLE), ""),
                answers.find(LANGUAGE));
    }
}
