package org.convergence.resources.ledger.web;

import java.util.Optional;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;

/** What a rule says of one field, shown at that field. */
final class Refusals {

    private Refusals() {}

    /** Says it, unless something is wrong with the field already. */
    static void at(String field, Form form, Optional<Refused> refusal) {
        if (form.problem(field) == null) {
            refusal.ifPresent(it -> form.reject(field, it.messageKey(), it.arguments()));
        }
    }
}
