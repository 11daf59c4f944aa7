package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.platform.access.Actor;
import org.convergence.platform.shell.Navigation.MenuBranch;
import org.convergence.platform.shell.Navigation.MenuGroup;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page, for the current actor.
 *
 * @param organisation its name
 * @param url path of the page, without host
 * @param query the rest of its address, without the question mark
 * @param languages codes of the language switch, in the organisation's order
 * @param menu the navigation, only entries that the actor may see
 * @param add the entries of the "Ajouter" button: those of this page, then the usual ones, then the others by their names
 * @param uses what the actor may make of a text for readers
 * @param running the number of the actor's running jobs
 * @param ended the actor's jobs that ended and were not yet announced
 * @param withheld whether the record of the page is shown to nobody outside, see {@link WithheldRecords}
 * @param movedTo the day of the application's clock, if it was moved
 * @param assets address below which the static files are
 * @param giving address at which one gives to the organisation on line; empty for none
 */
public record Shell(
        String organisation,
        String url,
        @Nullable String query,
        Actor actor,
        List<String> languages,
        Menu menu,
        List<AddButtonEntry> add,
        List<TextUse> uses,
        @Nullable Notice notice,
        int running,
        List<LongWorkStatus.FinishedWork> ended,
        boolean withheld,
        @Nullable LocalDate movedTo,
        String assets,
        String giving) {

    /** The navigation of an actor on a page. */
    public record Menu(Map<MenuGroup, List<MenuBranch>> groups, List<MenuEntry> here, String url) {

        /** @param seen the entries that the actor may see, in their order */
        public static Menu of(Navigation navigation, List<MenuEntry> seen, String url) {
            List<MenuEntry> above =
                    seen.stream().filter(entry -> entry.contains(url)).toList();
            int nearest =
                    above.stream().mapToInt(entry -> entry.url().length()).max().orElse(0);
            return new Menu(
                    navigation.arrange(seen),
                    above.stream()
                            .filter(entry -> entry.url().length() == nearest)
                            .toList(),
                    url);
        }

        /** The upper level of a group of the navigation. */
        public List<MenuBranch> group(MenuGroup group) {
            return groups.getOrDefault(group, List.of());
        }

        /** The lists of an area: the entries that follow its own, before that of the next area. */
        public List<MenuEntry> listsOf(String area) {
            String areas = area.substring(0, area.lastIndexOf('.') + 1);
            return group(MenuGroup.AREA).stream()
                    .flatMap(branch -> Stream.concat(Stream.of(branch.entry()), branch.beneath().stream()))
                    .dropWhile(entry -> !entry.key().equals(area))
                    .skip(1)
                    .takeWhile(entry -> !entry.key().startsWith(areas))
                    .toList();
        }

        /** Whether the page belongs to an entry or to one beneath it. */
        public boolean isIn(MenuBranch branch) {
            return here.contains(branch.entry()) || branch.beneath().stream().anyMatch(here::contains);
        }

        /**
         * The {@code aria-current} of an entry on this page: {@code page}, {@code true} for the nearest one above it,
         * or {@code null}.
         */
        public @Nullable String current(MenuEntry entry) {
            return !here.contains(entry) ? null : entry.url().equals(url) ? "page" : "true";
        }
    }

    /** The entries of the one "Ajouter" button that are shown at once: those of this page, and the usual ones. */
    public List<AddButtonEntry> addAtOnce() {
        return add.stream()
                .filter(entry -> entry.isUsual() || entry.isNear(url))
                .toList();
    }

    /** The other entries of the button. */
    public List<AddButtonEntry> addElsewhere() {
        return add.stream()
                .filter(entry -> !entry.isUsual() && !entry.isNear(url))
                .toList();
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
