package org.convergence.resources.appeal.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.database.Ids;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.appeal.domain.Appeal;
import org.convergence.resources.appeal.domain.Appeal.AppealKind;
import org.convergence.resources.appeal.domain.Appeal.AppealText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an appeal. */
@Component
public class AppealForm {

    public static final Field<AppealKind> KIND =
            Field.choice("kind", "appeal.field.kind", List.of(AppealKind.values()), AppealKind::key);
    public static final Field<String> PURPOSE = Field.text("purpose", "appeal.field.purpose", 2_000);
    public static final Field<LocalDate> OPENS =
            Field.date("opens", "appeal.field.opens_on").inColumn("opens_on");
    public static final Field<LocalDate> CLOSES =
            Field.date("closes", "appeal.field.closes_on").optional().inColumn("closes_on");
    public static final Field<String> LINK =
            Field.text("link", "appeal.field.link", 500).optional();
    public static final Field<Boolean> SHOWS =
            Field.checkbox("shows", "appeal.field.shows_raised").inColumn("shows_raised");
    public static final Field<String> FRENCH_TITLE =
            Field.text("frenchTitle", "appeal.field.french_title", 200).inColumn("french_title");
    public static final Field<String> FRENCH_TEXT =
            Field.text("frenchText", "appeal.field.french_text", 10_000).inColumn("french_text");
    public static final Field<String> ENGLISH_TITLE = translation("englishTitle", "english_title", 200);
    public static final Field<String> ENGLISH_TEXT = translation("englishText", "english_text", 10_000);
    public static final Field<String> SPANISH_TITLE = translation("spanishTitle", "spanish_title", 200);
    public static final Field<String> SPANISH_TEXT = translation("spanishText", "spanish_text", 10_000);

    static final String PARTNER = "partner";

    private static final Pattern WEB = Pattern.compile("https?://\\S+");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000000");

    private final Field<OrganisationId> partner;
    private final Field<BigDecimal> target = Field.<BigDecimal>of(
                    "target", "appeal.field.target", answers -> answers.optionalNumber("target", CENT, MOST), CENT)
            .optional();
    private final FormFields<Appeal> fields;

    AppealForm(PartyChooser chooser) {
        this.partner = chooser.organisation(PARTNER, "appeal.field.partner").optional();
        this.fields = FormFields.of(
                KIND.from(Appeal::kind),
                partner.from(it -> it.partner() == null ? List.of() : List.of(it.partner())),
                PURPOSE.from(Appeal::purpose),
                target.from(Appeal::target),
                OPENS.from(Appeal::opensOn),
                CLOSES.from(Appeal::closesOn),
                LINK.from(Appeal::link),
                SHOWS.from(it -> it.showsRaised() ? "yes" : null),
                FRENCH_TITLE.from(it -> it.french().title()),
                FRENCH_TEXT.from(it -> it.french().text()),
                ENGLISH_TITLE.from(
                        it -> it.english() == null ? null : it.english().title()),
                ENGLISH_TEXT.from(
                        it -> it.english() == null ? null : it.english().text()),
                SPANISH_TITLE.from(
                        it -> it.spanish() == null ? null : it.spanish().title()),
                SPANISH_TEXT.from(
                        it -> it.spanish() == null ? null : it.spanish().text()));
    }

    private static Field<String> translation(String name, String column, int longest) {
        return Field.text(name, "appeal.field." + column, longest).optional().inColumn(column);
    }

    Form open(Appeal appeal) {
        return fields.open(appeal).atVersion(appeal.version());
    }

    /** @param id {@code null} for a new appeal, whose address and fund are made when it is saved */
    Appeal read(FormValues answers, @Nullable UUID id) {
        return fields.read(answers, () -> {
            AppealKind kind = answers.get(KIND);
            String link = answers.textOrEmpty(LINK);
            if (link.isEmpty() ? kind == AppealKind.RELAYED : !WEB.matcher(link).matches()) {
                answers.reject(LINK.name(), link.isEmpty() ? "shell.form.required" : "appeal.refused.link");
            }
            OrganisationId organisation = answers.find(partner);
            if (organisation == null && answers.form().problem(PARTNER) == null) {
                answers.reject(PARTNER, "shell.form.required");
            }
            BigDecimal sum = answers.find(target);
            return new Appeal(
                    id == null ? Ids.next() : id,
                    id == null ? 0 : answers.version(),
                    kind,
                    "",
                    null,
                    organisation,
                    answers.get(PURPOSE),
                    kind == AppealKind.RELAYED ? null : sum,
                    answers.get(OPENS),
                    answers.find(CLOSES),
                    link,
                    answers.get(SHOWS),
                    new AppealText(answers.get(FRENCH_TITLE), answers.get(FRENCH_TEXT)),
                    translated(answers, ENGLISH_TITLE, ENGLISH_TEXT),
                    translated(answers, SPANISH_TITLE, SPANISH_TEXT));
        });
    }

    /** A translation has a title and a text, or neither. */
    private static @Nullable AppealText translated(FormValues answers, Field<String> title, Field<String> text) {
        String name = answers.find(title);
        String words = answers.find(text);
        if (name != null && words == null) {
            answers.reject(text.name(), "appeal.refused.half");
        } else if (name == null && words != null) {
            answers.reject(title.name(), "appeal.refused.half");
        }
        return name == null || words == null ? null : new AppealText(name, words);
    }
}
