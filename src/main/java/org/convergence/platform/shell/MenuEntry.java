package org.convergence.platform.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the navigation, contributed by its module: a bean of this type.
 *
 * @param key message with its name
 * @param url its page; pages below it mark it as current too
 * @param order position among the entries of its group, in tens
 * @param permission required to see it; {@code null} for everyone signed in
 * @param shown whether there is anything to see; called on every page, so it must cost nothing
 * @param around other addresses that belong to this entry
 * @param within the key of the parent entry, beneath which it is shown while the parent is open; {@code null} for a
 *     top-level one
 */
public record MenuEntry(
        String key,
        String url,
        int order,
        MenuGroup group,
        @Nullable String permission,
        BooleanSupplier shown,
        @Nullable String within,
        List<String> around) {

    /** The three parts of the navigation. */
    public enum MenuGroup {
        MAIN,
        AREA,
        FOOT
    }

    public static MenuEntry of(MenuGroup group, int order, String key, String url) {
        return new MenuEntry(key, url, order, group, null, () -> true, null, List.of());
    }

    public MenuEntry requiring(String needed) {
        return new MenuEntry(key, url, order, group, needed, shown, within, around);
    }

    public MenuEntry shownIf(BooleanSupplier condition) {
        return new MenuEntry(key, url, order, group, permission, condition, within, around);
    }

    /** The same entry beneath another; at the top level for people who may not see that one. */
    public MenuEntry beneath(String place) {
        return new MenuEntry(key, url, order, group, permission, shown, place, around);
    }

    /** The same entry with other addresses that belong to it. */
    public MenuEntry withAddresses(List<String> addresses) {
        return new MenuEntry(key, url, order, group, permission, shown, within, addresses);
    }

    /** Whether the path is this entry's page or lies below it. */
    boolean contains(String path) {
        return isAtOrBelow(path, url) || around.stream().anyMatch(other -> isAtOrBelow(path, other));
    }

    private static boolean isAtOrBelow(String path, String place) {
        return path.equals(place) || (!place.equals("/") && path.startsWith(place + "/"));
    }
}
