package org.convergence.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a module in Haitian Creole, from a file beside its classes: neither ICU nor the rest of the program speaks
 * it (R-PART-7).
 */
public final class CreoleTexts {

    /** Its ISO code. */
    public static final String CODE = "ht";

    private static final List<String> MONTHS = List.of(
            "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm");

    private final Properties texts;

    private CreoleTexts(Properties texts) {
        this.texts = texts;
    }

    /**
     * Reads a file.
     *
     * @param owner a class of its package
     * @throws IllegalStateException if it is missing
     */
    public static CreoleTexts load(Class<?> owner, String file) {
        Properties read = new Properties();
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The texts in Haitian Creole are missing: " + file);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                read.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CreoleTexts(read);
    }

    /** The text of a key, with its numbered arguments; days and months are written out. */
    public String say(String key, @Nullable Object... arguments) {
        String text = texts.getProperty(key, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", plain(arguments[i]));
        }
        return text;
    }

    /** The text of a key; the other one if there is none. */
    public String sayOr(String key, String other) {
        return texts.getProperty(key, other);
    }

    private static String plain(@Nullable Object argument) {
        if (argument instanceof LocalDate day) {
            return date(day);
        }
        return argument instanceof YearMonth month ? month(month) : String.valueOf(argument);
    }

    /** « 14 janvye 2026 ». */
    public static String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day));
    }

    /** « janvye 2026 ». */
    public static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear();
    }
}
