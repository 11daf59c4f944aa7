package org.convergence.cooperation.fieldwork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Searches the bytes on a seized telephone, and tries its messages with keys made of a PIN. */
final class DeviceBytes {

    private DeviceBytes() {}

    static List<Path> findIn(Path folder, String text) throws IOException {
        List<byte[]> forms = List.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16LE));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> forms.stream().anyMatch(form -> holds(file, form)))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] form) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(form, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Keys that a programme might make of a PIN. */
    static List<byte[]> keysFrom(String pin) throws GeneralSecurityException {
        byte[] digits = pin.getBytes(StandardCharsets.UTF_8);
        return List.of(
                Arrays.copyOf(digits, 32),
                MessageDigest.getInstance("SHA-256").digest(digits),
                Arrays.copyOf(MessageDigest.getInstance("SHA-1").digest(digits), 32));
    }

    /** The layout of a message: the wrapped key, the nonce, what it says. */
    static byte[] open(byte[] message, byte[] key) throws GeneralSecurityException {
        int wrapped = 256;
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, message, wrapped, 12));
        return aes.doFinal(message, wrapped + 12, message.length - wrapped - 12);
    }
}
