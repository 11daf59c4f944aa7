package org.convergence.cooperation.fieldwork;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.convergence.testing.Pages;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A telephone of a partner: encrypts and sends as {@code js/offline.js} does. */
public final class PartnerPhone {

    private static final int PART = 60_000;

    private final MockMvcTester mvc;
    private final String url;
    private final String publicKey;

    /** Opens the page that a telephone keeps. */
    public PartnerPhone(MockMvcTester mvc, Pages pages, String url) {
        this.mvc = mvc;
        this.url = url;
        this.publicKey =
                pages.asStranger().open(url + "/offline").select("[data-key]").attr("data-key");
    }

    public MvcTestResult send(String device, int sequence, String... entries) {
        String sealed = String.join(
                ",",
                Arrays.stream(entries)
                        .map(entry -> "{\"sealed\": \""
                                + Base64.getEncoder().encodeToString(encrypt(entry.getBytes(StandardCharsets.UTF_8)))
                                + "\"}")
                        .toList());
        return post(
                "/envelopes",
                "{\"device\": \"%s\", \"sequence\": %d, \"entries\": [%s]}"
                        .formatted(device, sequence, sealed)
                        .getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON);
    }

    /** Sends a picture in parts, the last first. */
    public MvcTestResult sendPicture(String photograph, byte[] picture) {
        byte[] message = encrypt(picture);
        int parts = (message.length + PART - 1) / PART;
        MvcTestResult last = null;
        for (int number = parts - 1; number >= 0; number--) {
            last = post(
                    "/photographs/" + photograph + "/" + number + "?of=" + parts,
                    Arrays.copyOfRange(message, number * PART, Math.min(message.length, (number + 1) * PART)),
                    MediaType.APPLICATION_OCTET_STREAM);
        }
        return Objects.requireNonNull(last);
    }

    private MvcTestResult post(String path, byte[] body, MediaType type) {
        return mvc.post()
                .uri(url + path)
                .contentType(type)
                .accept(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private byte[] encrypt(byte[] plain) {
        try {
            byte[] secret = new byte[32];
            byte[] nonce = new byte[12];
            SecureRandom random = new SecureRandom();
            random.nextBytes(secret);
            random.nextBytes(nonce);
            Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
            wrap.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, nonce));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(wrap.doFinal(secret));
            all.writeBytes(nonce);
            all.writeBytes(aes.doFinal(plain));
            return all.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
