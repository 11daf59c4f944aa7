package org.convergence.cooperation.partner.web;

import java.util.List;
import org.convergence.cooperation.partner.domain.PublicPartnerRequestService.PartnerRequestAsker;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form by which any organisation asks us to work together.
 *
 * @param done what is said once the request is received; {@code null} before
 */
public record PartnerAskPage(
        Words words,
        String us,
        String action,
        List<Option> languages,
        Form form,
        FormShield shield,
        @Nullable String done)
        implements TranslatedPage {

    public static final Field<String> ASKER = Field.text("asker", "public.partner.field.asker", 200);
    public static final Field<String> NAME = Field.text("name", "public.partner.field.name", 200);
    public static final Field<String> REACH = Field.text("reach", "public.partner.field.reach", 254);
    public static final Field<String> TITLE = Field.text("title", "public.partner.field.title", 300);
    public static final Field<String> DETAILS =
            Field.text("details", "public.partner.field.details", 4_000).optional();

    /** A request as asked. */
    record PartnerAskInput(PartnerRequestAsker asker, String title, String details) {}

    static PartnerAskInput read(FormValues answers, String language) {
        return new PartnerAskInput(
                new PartnerRequestAsker(answers.get(ASKER), answers.get(NAME), answers.get(REACH), language),
                answers.get(TITLE).replaceAll("\\s+", " "),
                answers.textOrEmpty(DETAILS));
    }
}
