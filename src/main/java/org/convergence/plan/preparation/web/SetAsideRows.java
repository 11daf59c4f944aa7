package org.convergence.plan.preparation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/**
 * Actions that may be set aside, several at once.
 *
 * @param action where the form is sent
 * @param states the states offered
 * @param decides whether the reader may set them aside
 */
public record SetAsideRows(String action, List<SetAsideRow> rows, List<Option> states, Form form, boolean decides) {

    /** An action, with what speaks for setting it aside. */
    public record SetAsideRow(UUID id, String title, String why) {

        /** The form field name. */
        public String name(String field) {
            return SetAsideForm.name(field, id);
        }

        /** The address of the action. */
        public String url() {
            return "/plan/actionplan/action/" + id;
        }
    }
}
