package org.convergence.platform.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the navigation, contributed by the module whose place it is: a bean of this type.
 *
 * @param key message with its name
 * @param url where it leads; pages below it mark it as current too
 * @param order place among the entries of its group, in tens
 * @param permission without which it is not offered; {@code null} for everyone who signed in
 * @param shown whether there is anything to see there; asked on every page, so it must cost nothing
 * @param around other addresses that belong to this place
 * @param within the key of the place to which it belongs, beneath which it is shown while one is there; {@code null} for
 *     one that stands by itself
 */
public record MenuEntry(
        String key,
        String url,
        int order,
        Group group,
        @Nullable String permission,
        BooleanSupplier shown,
        @Nullable String within,
        List<String> around) {

    /** The three parts of the navigation. */
    public enum Group {
        MAIN,
        AREA,
        FOOT
    }

    public static MenuEntry of(Group group, int order, String key, String url) {
        return new MenuEntry(key, url, order, group, null, () -> true, null, List.of());
    }

    public MenuEntry requiring(String needed) {
        return new MenuEntry(key, url, order, group, needed, shown, within, around);
    }

    public MenuEntry shownIf(BooleanSupplier condition) {
        return new MenuEntry(key, url, order, group, permission, condition, within, around);
    }

    /** Beneath another place; by itself for who may not see that one. */
    public MenuEntry within(String place) {
        return new MenuEntry(key, url, order, group, permission, shown, place, around);
    }

    /** Says which other addresses belong to this place. */
    public MenuEntry around(List<String> addresses) {
        return new MenuEntry(key, url, order, group, permission, shown, within, addresses);
    }

    /** Whether the page at the path is this place or lies below it. */
    boolean holds(String path) {
        return isAtOrBelow(path, url) || around.stream().anyMatch(other -> isAtOrBelow(path, other));
    }

    private static boolean isAtOrBelow(String path, String place) {
        return path.equals(place) || (!place.equals("/") && path.startsWith(place + "/"));
    }
}
