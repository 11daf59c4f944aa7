package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.OrganisationListQueries.OrganisationFilter;
import org.convergence.directory.people.web.OrganisationListPage.OrganisationListRow;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;

/**
 * The list of organisations.
 *
 * @param places the choices of the filter
 * @param parents the choices of the filter
 * @param near organisations with similar names
 */
public record OrganisationListPage(
        ListFrame frame,
        List<ListFrame.ColumnHead> heads,
        List<Option> places,
        List<Option> parents,
        List<OrganisationListRow> rows,
        List<OrganisationListRow> near,
        List<Tab> tabs,
        boolean mayEdit) {

    static final String LIST = "/directory/people/organisations";

    /** The longest words of a filter, in characters. */
    static final int LONGEST = 200;

    /** The kind. */
    public static final Field<OrganisationKind> KIND = Field.choice(
                    "kind", "people.field.kind", List.of(OrganisationKind.values()), OrganisationKind::key)
            .optional();

    static final Field<String> WORDS =
            Field.text("q", "people.filter.name", LONGEST).optional();
    static final Field<String> PLACE =
            Field.code("place", "people.field.place", "[A-Z]{2}(-\\d{2})?").optional();
    static final Field<OrganisationId> WITHIN = organisation("within", "people.filter.within");

    /** A line. */
    public record OrganisationListRow(
            String url, String name, String shortName, String kind, String place, String parents) {}

    static OrganisationFilter filter(FormValues answers) {
        return new OrganisationFilter(
                answers.textOrEmpty(WORDS), answers.find(KIND), answers.find(PLACE), answers.find(WITHIN));
    }

    /** A filter by the id of an organisation. */
    static Field<OrganisationId> organisation(String name, String label) {
        return Field.<OrganisationId>of(
                        name,
                        label,
                        answers -> {
                            UUID id = answers.optionalId(name);
                            return id == null ? null : new OrganisationId(id);
                        },
                        new OrganisationId(new UUID(0, 0)))
                .optional();
    }
}
