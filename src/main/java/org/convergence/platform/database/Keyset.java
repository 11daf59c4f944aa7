package org.convergence.platform.database;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.convergence.platform.text.TextParser;

/**
 * The position at which a page of a list ended: the sort values of its last row, encoded as one opaque token for an
 * address. The next page begins after them, however long the list is.
 *
 * @param values the last row's sort values, the id last
 */
public record Keyset(List<String> values) {

    private static final char SEPARATOR = '\u001f';

    /** The expected type of a value: a token may have been forged. */
    public enum KeysetValueType {
        /** Text that the database accepts (without NUL). */
        TEXT(text -> text.indexOf('\0') < 0),
        /** An id. */
        ID(text -> TextParser.id(text).filter(id -> id.toString().equals(text)).isPresent()),
        /** A day, {@code 2025-01-14}. */
        DAY(text -> TextParser.date(text).isPresent()),
        /** An instant. */
        INSTANT(text -> TextParser.instant(text).isPresent());

        private final Predicate<String> form;

        KeysetValueType(Predicate<String> form) {
            this.form = form;
        }

        private boolean fits(String text) {
            return form.test(text);
        }
    }

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

    /** The token for an address. */
    public String encode() {
        String text = String.join(String.valueOf(SEPARATOR), values);
        byte[] bytes = (text + SEPARATOR + checksum(text)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Decodes a token; empty if it was cut or changed, or if its values do not have the types of the list's order. The
     * list then begins at its start.
     */
    public static Optional<Keyset> decode(String word, KeysetValueType first, KeysetValueType... more) {
        var parts = new ArrayList<KeysetValueType>(List.of(first));
        parts.addAll(List.of(more));
        return decode(word, parts);
    }

    /** As above. */
    public static Optional<Keyset> decode(String word, List<KeysetValueType> parts) {
        return values(word)
                .filter(values -> values.size() == parts.size()
                        && IntStream.range(0, parts.size())
                                .allMatch(i -> parts.get(i).fits(values.get(i))))
                .map(Keyset::new);
    }

    /** Whether a token is as {@link #encode} made it, for this list or another. */
    public static boolean isIntact(String word) {
        return values(word).isPresent();
    }

    private static Optional<List<String>> values(String word) {
        try {
            String all = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            int end = all.lastIndexOf(SEPARATOR);
            return end < 0 || !all.substring(end + 1).equals(checksum(all.substring(0, end)))
                    ? Optional.empty()
                    : Optional.of(List.of(all.substring(0, end).split(String.valueOf(SEPARATOR), -1)));
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
