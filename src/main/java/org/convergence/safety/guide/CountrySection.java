package org.convergence.safety.guide;

import java.util.List;
import java.util.Optional;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A section of the page of a country, contributed as a bean by the module that knows its content (partners, projects,
 * missions …).
 *
 * @param order position on the page, in tens
 * @param permission required; without it the section is skipped
 * @param finder called at each display of the page
 */
public record CountrySection(int order, String permission, CountryPartFinder finder) {

    /** The most lines that a section has. */
    public static final int MOST_LINES = 8;

    /** Finds the content. */
    @FunctionalInterface
    public interface CountryPartFinder {

        /** The content for a country; empty for none. */
        Optional<CountryPart> find(Country country, Words t);
    }

    /**
     * The content.
     *
     * @param text above the lines; {@code null} for none
     * @param links what can be done, or seen further: an address with its label
     */
    public record CountryPart(String title, @Nullable String text, List<CountryLine> lines, List<Option> links) {

        /** Lines alone; empty if there are none. */
        public static Optional<CountryPart> ofLines(String title, List<CountryLine> lines) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(new CountryPart(title, null, lines, List.of()));
        }
    }

    /**
     * A line.
     *
     * @param tone of the state; {@code null} for a line without state
     * @param state in one word; empty for none
     */
    public record CountryLine(
            String url,
            String what,
            String detail,
            @Nullable Tone tone,
            String state) {

        /** A line without state. */
        public static CountryLine of(String url, String what, String detail) {
            return new CountryLine(url, what, detail, null, "");
        }
    }
}
