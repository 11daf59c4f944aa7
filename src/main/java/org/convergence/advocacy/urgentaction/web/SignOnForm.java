package org.convergence.advocacy.urgentaction.web;

import java.time.LocalDate;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;

/** The fields of a signature, on the public page and for the team. */
public final class SignOnForm {

    public static final Field<String> ORGANISATION =
            Field.text("organisation", "public.urgentaction.field.organisation", 200);
    public static final Field<String> SIGNER = Field.text("signer", "public.urgentaction.field.signer", 200);
    public static final Field<String> OFFICE = Field.text("office", "public.urgentaction.field.office", 200);
    public static final Field<String> BODY = Field.text("body", "public.urgentaction.field.body", 200);
    public static final Field<LocalDate> DECIDED = Field.date("decided", "public.urgentaction.field.decided");

    private SignOnForm() {}

    /** Reads a signature; without the body that decided, and the day, there is none (R-ADV-8). */
    static SignOnFacts read(FormValues answers, String organisation, String language, LocalDate today) {
        LocalDate decided = answers.get(DECIDED);
        if (decided.isAfter(today)) {
            answers.reject(DECIDED.name(), "public.urgentaction.refused.future");
        }
        return new SignOnFacts(
                organisation, answers.get(SIGNER), answers.get(OFFICE), answers.get(BODY), decided, language);
    }
}
