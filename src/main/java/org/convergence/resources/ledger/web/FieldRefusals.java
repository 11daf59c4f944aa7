package org.convergence.resources.ledger.web;

import java.util.Optional;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;

/** Shows the refusal of a rule at a field. */
final class FieldRefusals {

    private FieldRefusals() {}

    /** Rejects the field, unless it has an error already. */
    static void reject(String field, Form form, Optional<Refused> refusal) {
        if (form.problem(field) == null) {
            refusal.ifPresent(it -> form.reject(field, it.messageKey(), it.arguments()));
        }
    }
}
