package org.convergence.outreach.exhibition.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.ConsentScope;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureFacts;
import org.convergence.outreach.exhibition.domain.ExhibitionPicture.PictureText;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;

/** The fields of a photograph. */
public final class PictureForm {

    /** The languages of the public pages; the first must be written. */
    public static final List<String> LANGUAGES = List.of("fr", "en", "es");

    public static final Field<Integer> NUMBER = Field.wholeNumber("number", "exhibition.field.number", 1, 500);
    public static final Field<String> CREDIT = Field.text("credit", "exhibition.field.credit", 200);
    public static final Field<String> CONSENT = Field.text("consent", "exhibition.field.consent", 300);
    public static final Field<ConsentScope> SCOPE =
            Field.choice("scope", "exhibition.field.scope", List.of(ConsentScope.values()), ConsentScope::key);
    public static final Field<LocalDate> UNTIL =
            Field.date("until", "exhibition.field.until").optional();

    static final String FILE = "picture";

    private static final FormFields<ExhibitionPicture> FIELDS = FormFields.of(
            NUMBER.from(ExhibitionPicture::number),
            CREDIT.from(ExhibitionPicture::credit),
            CONSENT.from(ExhibitionPicture::consent),
            SCOPE.from(ExhibitionPicture::consentScope),
            UNTIL.from(ExhibitionPicture::consentUntil));

    private PictureForm() {}

    /** The title in a language. */
    public static Field<String> title(String language) {
        return required(Field.text("title-" + language, "exhibition.field.picture-title", 200), language);
    }

    /** What is seen, in a language. */
    public static Field<String> alternative(String language) {
        return required(Field.text("alternative-" + language, "exhibition.field.alternative", 4_000), language);
    }

    private static Field<String> required(Field<String> field, String language) {
        return language.equals(LANGUAGES.get(0)) ? field : field.optional();
    }

    /** The caption in a language. */
    public static Field<String> caption(String language) {
        return Field.text("caption-" + language, "exhibition.field.caption", 2_000)
                .optional();
    }

    static Form open(ExhibitionPicture it) {
        Form form = FIELDS.open(it).atVersion(it.version());
        for (PictureText each : it.texts()) {
            form = form.with(title(each.language()).name(), each.title())
                    .with(alternative(each.language()).name(), each.alternative())
                    .with(caption(each.language()).name(), each.caption());
        }
        return form;
    }

    static PictureFacts read(FormValues answers) {
        return new PictureFacts(
                answers.get(NUMBER),
                answers.get(CREDIT),
                answers.get(CONSENT),
                answers.get(SCOPE),
                answers.find(UNTIL),
                readTexts(answers));
    }

    /** French must be whole; another language is whole or empty. */
    private static List<PictureText> readTexts(FormValues answers) {
        List<PictureText> texts = new ArrayList<>();
        for (String language : LANGUAGES) {
            String title = text(answers, title(language));
            String alternative = text(answers, alternative(language));
            String caption = text(answers, caption(language));
            boolean empty = title.isEmpty() && alternative.isEmpty() && caption.isEmpty();
            if (empty && !language.equals(LANGUAGES.get(0))) {
                continue;
            }
            if (title.isEmpty()) {
                answers.reject(title(language).name(), "shell.form.required");
            }
            if (alternative.isEmpty()) {
                answers.reject(alternative(language).name(), "exhibition.refused.alternative");
            }
            texts.add(new PictureText(language, title, alternative, caption));
        }
        return texts;
    }

    private static String text(FormValues answers, Field<String> field) {
        return answers.textOrEmpty(field.optional());
    }
}
