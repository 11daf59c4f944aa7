package org.convergence.platform.shell;

/**
 * A line of the settings' page, contributed by the module with the settings: a bean of this type.
 *
 * @param key message with its name, for instance "Sauvegardes"
 * @param textKey message with its explanation
 * @param url its page
 * @param order position in the list, in tens
 * @param permission required to see it
 */
public record SettingsPageEntry(String key, String textKey, String url, int order, String permission) {

    public static SettingsPageEntry of(int order, String key, String url, String permission) {
        return new SettingsPageEntry(key, key + ".text", url, order, permission);
    }
}
