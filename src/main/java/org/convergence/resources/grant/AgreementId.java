package org.convergence.resources.grant;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an agreement. */
public record AgreementId(UUID value) implements Identifier {

    /** The beginning of the references of budgets. */
    public static final String SUBJECT = "resources.grant/agreement/";

    /** The reference of its budget. */
    public String subject() {
        return SUBJECT + value;
    }
}
