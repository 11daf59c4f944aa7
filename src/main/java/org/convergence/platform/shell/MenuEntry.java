package org.convergence.platform.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the navigation, contributed by its module: a bean of this type. Its place is in {@link Navigation}.
 *
 * @param key message with its name, and its place
 * @param url its page; pages below it mark it as current too
 * @param permission required to see it; {@code null} for everyone signed in
 * @param shown whether there is anything to see; called on every page, so it must cost nothing
 * @param around other addresses that belong to this entry
 */
public record MenuEntry(
        String key, String url, @Nullable String permission, BooleanSupplier shown, List<String> around) {

    public static MenuEntry of(String key, String url) {
        return new MenuEntry(key, url, null, () -> true, List.of());
    }

    public MenuEntry requiring(String needed) {
        return new MenuEntry(key, url, needed, shown, around);
    }

    public MenuEntry shownIf(BooleanSupplier condition) {
        return new MenuEntry(key, url, permission, condition, around);
    }

    /** The same entry with other addresses that belong to it. */
    public MenuEntry withAddresses(List<String> addresses) {
        return new MenuEntry(key, url, permission, shown, addresses);
    }

    /** Whether the path is this entry's page or lies below it. */
    boolean contains(String path) {
        return isAtOrBelow(path, url)
                || (!around.isEmpty() && around.stream().anyMatch(other -> isAtOrBelow(path, other)));
    }

    private static boolean isAtOrBelow(String path, String place) {
        return path.startsWith(place)
                && (path.length() == place.length() || (place.length() > 1 && path.charAt(place.length()) == '/'));
    }
}
