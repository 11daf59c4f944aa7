package org.convergence.platform.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page of a list ended: the values of its last row in the list's order, as one opaque word that travels in an
 * address. The next page begins after them, however long the list is.
 *
 * @param values the last row's sort values, the id last
 */
public record Keyset(List<String> values) {

    private static final char SEPARATOR = '\u001f';

    public Keyset {
        values = List.copyOf(values);
    }

    public static Keyset of(Object... values) {
        var texts = new ArrayList<String>();
        for (Object value : values) {
            texts.add(value instanceof Identifier id ? id.value().toString() : value.toString());
        }
        return new Keyset(texts);
    }

    /** The word for an address. */
    public String encode() {
        String text = String.join(String.valueOf(SEPARATOR), values);
        byte[] bytes = (text + SEPARATOR + checksum(text)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads the word back; empty where it was cut or changed, so that the list begins at its start. */
    public static Optional<Keyset> decode(String word) {
        try {
            String all = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            int end = all.lastIndexOf(SEPARATOR);
            if (end < 0 || !all.substring(end + 1).equals(checksum(all.substring(0, end)))) {
                return Optional.empty();
            }
            return Optional.of(new Keyset(List.of(all.substring(0, end).split(String.valueOf(SEPARATOR), -1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
