package org.convergence.resources.grant.web;

import java.time.LocalDate;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.resources.grant.domain.GrantLetter;
import org.jspecify.annotations.Nullable;

/** The fields of a letter that a partner is asked for. */
public final class GrantLetterForm {

    public static final Field<String> WHAT = Field.text("what", "grant.letter.what", 300);
    public static final Field<LocalDate> ASKED = Field.date("askedOn", "grant.letter.asked-on");
    public static final Field<LocalDate> DUE =
            Field.date("dueOn", "grant.letter.due-on").optional();
    public static final Field<LocalDate> RECEIVED =
            Field.date("receivedOn", "grant.letter.received-on").optional();

    static final String ORGANISATION = "organisation";
    static final String FILE = "file";

    static final FormFields<GrantLetter> FIELDS = FormFields.of(
            WHAT.from(GrantLetter::what),
            ASKED.from(GrantLetter::askedOn),
            DUE.from(GrantLetter::dueOn),
            RECEIVED.from(GrantLetter::receivedOn));

    private GrantLetterForm() {}

    /**
     * The form of a letter.
     *
     * @param cancel the page of the application
     * @param delete where it is deleted; {@code null} for a new one
     */
    public record LetterFormPage(
            String application,
            String cancel,
            String action,
            Form form,
            ChooserField organisation,
            long largest,
            @Nullable String delete) {}
}
