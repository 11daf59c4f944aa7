package org.convergence.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * A line of the one "Ajouter" button, contributed by the module of the record: a bean of this type.
 *
 * @param key message with its name, for instance "Une personne"
 * @param url the page with the form
 * @param order position among the usual entries, in tens; from {@link #LESS_USUAL} on an entry stands behind "Autre chose",
 *     by its name
 * @param permission required to see it
 * @param near address under which it comes first
 */
public record AddButtonEntry(
        String key,
        String url,
        int order,
        @Nullable String permission,
        @Nullable String near) {

    /** The order of entries that are not of every week. */
    public static final int LESS_USUAL = 100;

    public static AddButtonEntry of(int order, String key, String url, String permission) {
        return new AddButtonEntry(key, url, order, permission, null);
    }

    /** The same entry, first on the pages under the address. */
    public AddButtonEntry firstUnder(String address) {
        return new AddButtonEntry(key, url, order, permission, address);
    }

    /** Whether it is shown at once, on every page. */
    public boolean isUsual() {
        return order < LESS_USUAL;
    }

    /** Whether it comes first on the page at the path. */
    public boolean isNear(String path) {
        return near != null && path.startsWith(near);
    }
}
