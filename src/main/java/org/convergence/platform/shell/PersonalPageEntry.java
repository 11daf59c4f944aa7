package org.convergence.platform.shell;

/**
 * A line of the personal page, contributed by the module with the personal setting: a bean of this type.
 *
 * @param key message with its name, for instance « Mes rappels »
 * @param textKey message with its explanation
 * @param url its page
 * @param order position in the list, in tens
 * @param permission required to see it
 */
public record PersonalPageEntry(String key, String textKey, String url, int order, String permission) {

    public static PersonalPageEntry of(int order, String key, String url, String permission) {
        return new PersonalPageEntry(key, key + ".text", url, order, permission);
    }
}
