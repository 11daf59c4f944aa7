package org.convergence.directory.theme;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A section of every dossier, contributed as a bean by the module that knows its content (positions, tools, treaties …).
 *
 * @param order position on the page, in tens
 * @param permission required; without it the section is skipped
 * @param title message key of its title
 * @param list address of the module's list
 * @param sql a SELECT with the columns of {@link ThemeRow} in snake case; {@code :patterns} is an array for LIKE ANY
 *     over a folded text that begins with a space, {@code :today} is the day
 * @param formatter how a row is told
 */
public record ThemeSection(
        int order, String permission, String title, String list, String sql, ThemeLineFormatter formatter) {

    /**
     * A row of the SELECT.
     *
     * @param kind tells several kinds of rows apart, or names a state; {@code null} for none
     * @param detail a second text, as the section uses it; {@code null} for none
     * @param day the day by which the year's news are known; {@code null} if there is none
     */
    public record ThemeRow(
            UUID id,
            String title,
            @Nullable String kind,
            @Nullable String detail,
            @Nullable LocalDate day) {

        /** The message of its kind; empty for none. */
        public String kindIn(String prefix, Words t) {
            return kind == null ? "" : t.say(prefix + kind);
        }
    }

    /**
     * A line of a dossier.
     *
     * @param detail may be empty
     */
    public record ThemeLine(String url, String what, String detail) {}

    /** Tells a row. */
    @FunctionalInterface
    public interface ThemeLineFormatter {

        /** The line, without its day. */
        ThemeLine format(ThemeRow row, Words t);
    }
}
