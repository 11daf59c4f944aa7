package org.convergence.outreach.newsletter.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PicturedPeople;
import org.convergence.platform.shell.Field;

/** The fields of the picture of a block. */
public final class NewsletterPictureForm {

    public static final Field<String> CREDIT = Field.text("credit", "newsletter.field.credit", 200);
    public static final Field<PicturedPeople> PEOPLE =
            Field.choice("people", "newsletter.field.people", List.of(PicturedPeople.values()), PicturedPeople::key);
    public static final Field<String> CONSENT =
            Field.text("consent", "newsletter.field.consent", 300).optional();
    public static final Field<LocalDate> UNTIL =
            Field.date("until", "newsletter.field.until").optional();

    /** What the picture shows, in a language. */
    public static Field<String> alternative(String language) {
        return Field.text(
                "alternative-" + language, "newsletter.field.alternative", NewsletterPicture.LONGEST_ALTERNATIVE);
    }

    private NewsletterPictureForm() {}
}
