package org.convergence.platform.shell;

/**
 * A line of one's own page, contributed by the module where one sets it for oneself: a bean of this type.
 *
 * @param key message with its name, for instance « Mes rappels »
 * @param textKey message that says what one does there
 * @param url where it leads
 * @param order place in the list, in tens
 * @param permission without which it is not offered
 */
public record OwnEntry(String key, String textKey, String url, int order, String permission) {

    public static OwnEntry of(int order, String key, String url, String permission) {
        return new OwnEntry(key, key + ".text", url, order, permission);
    }
}
