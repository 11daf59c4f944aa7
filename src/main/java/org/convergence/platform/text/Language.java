package org.convergence.platform.text;

import java.util.List;
import java.util.Locale;

/** The languages of Convergence, each with its country's usage: Québec, Canada, Mexico. */
public enum Language {
    FRENCH("fr", "CA"),
    ENGLISH("en", "CA"),
    SPANISH("es", "MX");

    /** Codes of the languages of the staff's pages and letters. Spanish is for public pages only. */
    public static final List<String> SPOKEN = List.of(FRENCH.code, ENGLISH.code);

    private final String code;
    private final Locale locale;

    Language(String code, String country) {
        this.code = code;
        this.locale = new Locale.Builder().setLanguage(code).setRegion(country).build();
    }

    /** Two letters, as in the message files and the settings. */
    public String code() {
        return code;
    }

    /** The language and the country whose usage it follows. */
    public Locale locale() {
        return locale;
    }

    /** The tag for {@code lang} attributes and documents, such as {@code fr-CA}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** The language of a code or tag such as {@code fr}, {@code en-CA}; French, the reference, for any other. */
    public static Language of(String codeOrTag) {
        String wanted = codeOrTag.length() < 2 ? "" : codeOrTag.substring(0, 2).toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.code.equals(wanted)) {
                return language;
            }
        }
        return FRENCH;
    }
}
