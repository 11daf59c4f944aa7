package org.convergence.platform.shell;

import java.util.List;
import org.convergence.platform.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page as this person sees it now.
 *
 * @param organisation its name
 * @param url path of the page, without host
 * @param query the rest of its address, without the question mark
 * @param languages codes that the language switch offers, in the organisation's order
 * @param menu the navigation, each group in its order, only what she may see
 * @param add what the "Ajouter" button offers here
 * @param running how many pieces of work run for her
 * @param ended what came to its end since she was last told
 * @param assets address below which the static files stand
 */
public record Shell(
        String organisation,
        String url,
        @Nullable String query,
        Actor actor,
        List<String> languages,
        List<MenuEntry> menu,
        List<AddEntry> add,
        @Nullable Notice notice,
        int running,
        List<Underway.Ended> ended,
        String assets) {

    /** The entries of a group of the navigation, without those beneath another. */
    public List<MenuEntry> menu(MenuEntry.Group group) {
        return menu.stream()
                .filter(entry -> entry.group() == group)
                .filter(entry -> menu.stream().noneMatch(other -> other.key().equals(entry.within())))
                .toList();
    }

    /** The entries beneath one of the navigation. */
    public List<MenuEntry> within(MenuEntry place) {
        return menu.stream().filter(entry -> place.key().equals(entry.within())).toList();
    }

    /** Whether one is in a place of the navigation or in one beneath it. */
    public boolean isIn(MenuEntry place) {
        return current(place) != null || within(place).stream().anyMatch(entry -> current(entry) != null);
    }

    /**
     * How an entry of the navigation stands to this page: {@code page}, {@code true} for the nearest place above it, or
     * nothing.
     */
    public @Nullable String current(MenuEntry entry) {
        boolean nearest = entry.holds(url)
                && menu.stream()
                        .noneMatch(other -> other.holds(url)
                                && other.url().length() > entry.url().length());
        return !nearest ? null : entry.url().equals(url) ? "page" : "true";
    }

    /** The address of a static file, for instance {@code img/mark.svg}. */
    public String asset(String file) {
        return assets + file;
    }

    /** Where the language switch comes back to. */
    public String here() {
        return query == null ? url : url + "?" + query;
    }
}
