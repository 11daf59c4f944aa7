package org.convergence.platform.shell;

/**
 * A line of the settings' page, contributed by the module whose settings they are: a bean of this type.
 *
 * @param key message with its name, for instance "Sauvegardes"
 * @param textKey message that says what one does there
 * @param url where it leads
 * @param order place in the list, in tens
 * @param permission without which it is not offered
 */
public record SettingsEntry(String key, String textKey, String url, int order, String permission) {

    public static SettingsEntry of(int order, String key, String url, String permission) {
        return new SettingsEntry(key, key + ".text", url, order, permission);
    }
}
