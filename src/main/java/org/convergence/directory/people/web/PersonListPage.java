package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.PersonListQueries.PersonFilter;
import org.convergence.directory.people.web.PersonListPage.PersonListPaperPage;
import org.convergence.directory.people.web.PersonListPage.PersonListRow;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

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
                answers.textOrEmpty(WORDS),
                answers.find(ORGANISATION),
                answers.textOrEmpty(TITLE),
                answers.find(LANGUAGE));
    }

    /**
     * A whole list, for printing.
     *
     * @param cut a notice that there are more, {@code null} where the list is complete
     */
    public record PersonListPaperPage(
            String title,
            String count,
            String back,
            List<String> heads,
            List<List<String>> rows,
            @Nullable String cut) {

        private static final int MOST = 5_000;

        static <R> PersonListPaperPage of(
                ListView<?, R> view, String title, Form form, List<ListColumn<R>> columns, Iterator<R> lines, Words t) {
            List<List<String>> rows = new ArrayList<>();
            while (rows.size() < MOST && lines.hasNext()) {
                R line = lines.next();
                rows.add(columns.stream()
                        .map(column -> Objects.toString(column.value().apply(line, t), ""))
                        .toList());
            }
            boolean more = lines.hasNext();
            return new PersonListPaperPage(
                    title,
                    t.say(Objects.requireNonNull(view.countKey()), rows.size(), t.count(rows.size(), more)),
                    view.fields().address(view.path(), form).toString(),
                    columns.stream().map(column -> t.say(column.label())).toList(),
                    rows,
                    more ? t.say("people.list.cut", MOST) : null);
        }
    }
}
