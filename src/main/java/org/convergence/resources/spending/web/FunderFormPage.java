package org.convergence.resources.spending.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.resources.spending.FunderFormId;
import org.jspecify.annotations.Nullable;

/**
 * The places of a funder's form.
 *
 * @param reports address of the reports of its budget
 * @param file address of the empty form
 * @param places names that the form offers
 * @param figures the heads of the columns
 * @param mayEdit whether places may be set, and the form removed
 */
public record FunderFormPage(
        Form form,
        String url,
        String name,
        String reports,
        String file,
        List<String> places,
        List<FunderFormInput> facts,
        List<String> figures,
        List<FunderFormRow> rows,
        boolean mayEdit) {

    static final String LIST = ExpensePage.LIST + "/forms";

    /** The input for one place; {@code name} is that of the field. */
    public record FunderFormInput(String name, String label) {}

    /** A line of the budget; an input is {@code null} where nothing is asked. */
    public record FunderFormRow(String name, List<@Nullable FunderFormInput> inputs) {}

    /**
     * The forms of a budget.
     *
     * @param url of the list, to which a new form is posted
     */
    public record FunderFormListPage(Form form, String url, String reports, List<FunderFormItem> items) {}

    /** A form in the list, with the number of its places. */
    public record FunderFormItem(String name, int places, String url) {}

    static String url(FunderFormId id) {
        return LIST + "/" + id.value();
    }
}
