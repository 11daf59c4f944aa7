package org.convergence.plan.reading.domain.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The decoded text of a plain file: UTF-8 or UTF-16 where certain, else Windows-1252.
 *
 * @param guessed nothing proves the encoding
 */
record DecodedText(String text, boolean guessed) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static DecodedText decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenient(bytes, 3, StandardCharsets.UTF_8);
        }
        Charset wide = detectUtf16(bytes);
        if (wide != null) {
            return lenient(bytes, starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) ? 2 : 0, wide);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new DecodedText(text, false);
        } catch (CharacterCodingException notUtf8) {
            return new DecodedText(new String(bytes, WINDOWS_1252), true);
        }
    }

    /** UTF-16 by its byte order mark, or by the zero bytes of Latin letters. */
    static @Nullable Charset detectUtf16(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        int seen = Math.min(bytes.length, 4096) / 2 * 2;
        for (int i = 0; i < seen; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (seen < 8 || Math.min(even, odd) > seen / 32) {
            return null;
        }
        if (odd > seen / 3) {
            return StandardCharsets.UTF_16LE;
        }
        return even > seen / 3 ? StandardCharsets.UTF_16BE : null;
    }

    private static DecodedText lenient(byte[] bytes, int from, Charset charset) {
        return new DecodedText(new String(bytes, from, bytes.length - from, charset), false);
    }

    private static boolean starts(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((bytes[i] & 0xFF) != marks[i]) {
                return false;
            }
        }
        return true;
    }
}
