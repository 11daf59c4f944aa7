package org.convergence.directory.theme.web;

import java.util.List;
import org.convergence.directory.theme.ThemeId;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * A dossier.
 *
 * @param found the words by which its content is found
 * @param known what we know; {@code null} if nothing is written
 * @param revised when that was last read again; empty if nothing is written
 * @param isStale whether that was more than a year ago
 * @param yearTitle « Ce que l’année a ajouté », with its first day
 * @param yearCounts how much by section; {@code null} for nothing
 */
public record ThemePage(
        String url,
        String name,
        String found,
        @Nullable String known,
        String revised,
        boolean isStale,
        List<ThemeSource> sources,
        String yearTitle,
        @Nullable String yearCounts,
        List<ThemeLinePart> year,
        List<ThemePart> parts,
        boolean mayEdit) {

    static final String LIST = "/directory/theme";

    /** @param url {@code null} if it is no address */
    public record ThemeSource(String text, @Nullable String url) {}

    /** A line. */
    public record ThemeLinePart(String url, String what, String detail) {}

    /**
     * What a module has.
     *
     * @param more « Les 23 dans la liste »; {@code null} if all are shown
     */
    public record ThemePart(
            String title,
            List<ThemeLinePart> lines,
            String list,
            @Nullable String more) {}

    /** The list of dossiers. */
    public record ThemeListPage(List<ThemeItem> items, boolean mayEdit) {}

    /** A dossier in the list. */
    public record ThemeItem(String url, String name, String detail, boolean isStale) {}

    /** The form of a dossier. */
    public record ThemeFormPage(
            String key,
            @Nullable String name,
            String action,
            String cancel,
            @Nullable String delete,
            Form form) {}

    static String url(ThemeId id) {
        return LIST + "/" + id.value();
    }
}
