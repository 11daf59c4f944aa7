package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page, for the current actor.
 *
 * @param organisation its name
 * @param url path of the page, without host
 * @param query the rest of its address, without the question mark
 * @param languages codes of the language switch, in the organisation's order
 * @param menu the navigation, each group in its order, only entries that the actor may see
 * @param add the entries of the "Ajouter" button
 * @param running the number of the actor's running jobs
 * @param ended the actor's jobs that ended and were not yet announced
 * @param movedTo the day of the application's clock, if it was moved
 * @param assets address below which the static files are
 */
public record Shell(
        String organisation,
        String url,
        @Nullable String query,
        Actor actor,
        List<String> languages,
        Navigation navigation,
        List<MenuEntry> menu,
        List<AddButtonEntry> add,
        @Nullable Notice notice,
        int running,
        List<LongWorkStatus.FinishedWork> ended,
        @Nullable LocalDate movedTo,
        String assets) {

    /** The top-level entries of a group of the navigation. */
    public List<MenuEntry> menu(Navigation.MenuGroup group) {
        return menu.stream()
                .filter(entry -> navigation.group(entry) == group)
                .filter(entry -> menu.stream().noneMatch(other -> navigation.isBeneath(entry, other)))
                .toList();
    }

    /** The entries beneath another. */
    public List<MenuEntry> entriesBeneath(MenuEntry place) {
        return menu.stream().filter(entry -> navigation.isBeneath(entry, place)).toList();
    }

    /** Whether the page belongs to an entry or to one beneath it. */
    public boolean isIn(MenuEntry place) {
        return current(place) != null || entriesBeneath(place).stream().anyMatch(entry -> current(entry) != null);
    }

    /**
     * The {@code aria-current} of an entry on this page: {@code page}, {@code true} for the nearest one above it, or
     * {@code null}.
     */
    public @Nullable String current(MenuEntry entry) {
        boolean nearest = entry.contains(url)
                && menu.stream()
                        .noneMatch(other -> other.contains(url)
                                && other.url().length() > entry.url().length());
        return !nearest ? null : entry.url().equals(url) ? "page" : "true";
    }

    /** The address of a static file, for instance {@code img/mark.svg}. */
    public String asset(String file) {
        return assets + file;
    }

    /** The address to which the language switch returns. */
    public String currentAddress() {
        return query == null ? url : url + "?" + query;
    }
}
