package org.convergence.directory.theme.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.convergence.directory.theme.domain.ThemeQueries.ThemeRecord;
import org.convergence.directory.theme.domain.ThemeService.ThemeFacts;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;

/** The fields of a dossier. */
public final class ThemeForm {

    private static final int LONGEST_WORDS = 500;

    public static final Field<String> NAME = Field.text("name", "theme.field.name", 100);
    public static final Field<String> WORDS =
            Field.text("words", "theme.field.words", LONGEST_WORDS).optional();
    public static final Field<String> KNOWN =
            Field.text("known", "theme.field.known", 8_000).optional();
    public static final Field<LocalDate> REVISED =
            Field.date("revisedOn", "theme.field.revised_on").optional();
    public static final Field<String> SOURCES =
            Field.text("sources", "theme.field.sources", 4_000).optional();

    private static final FormFields<ThemeRecord> FIELDS = FormFields.of(
            NAME.from(ThemeRecord::name),
            WORDS.from(ThemeRecord::words),
            KNOWN.from(ThemeRecord::known),
            REVISED.from(ThemeRecord::revisedOn),
            SOURCES.from(ThemeRecord::sources));

    private ThemeForm() {}

    /** A dossier as it was typed. */
    record ThemeInput(int version, ThemeFacts facts) {}

    static Form open(ThemeRecord it) {
        return FIELDS.open(it).atVersion(it.version());
    }

    static ThemeFacts read(FormValues answers) {
        String words = Arrays.stream(answers.textOrEmpty(WORDS).split("[,;\\n]"))
                .map(each -> each.strip().replaceAll("\\s+", " "))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        if (words.length() > LONGEST_WORDS) {
            answers.reject(WORDS.name(), "shell.form.too-long", LONGEST_WORDS);
        }
        return new ThemeFacts(
                answers.get(NAME).replaceAll("\\s+", " "),
                words,
                answers.textOrEmpty(KNOWN),
                answers.find(REVISED),
                answers.textOrEmpty(SOURCES));
    }
}
