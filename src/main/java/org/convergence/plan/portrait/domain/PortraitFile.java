package org.convergence.plan.portrait.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.keys.DocumentSigner;
import org.convergence.platform.text.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The signed file of a portrait: {@code portrait}, {@code key} and {@code signature}. The signature covers the portrait
 * written without blanks, with the keys of each object in order, so that any program can check it.
 *
 * @param key the public key that signed it
 */
record PortraitFile(Portrait portrait, String key) {

    static String write(Portrait portrait, DocumentSigner signer) {
        Json content = Json.of(portrait);
        TreeMap<String, Object> file = new TreeMap<>();
        file.put("portrait", content.node());
        file.put("key", signer.publicKey());
        file.put("signature", signer.sign(canonical(content.node())));
        return Json.of(file).toString();
    }

    /**
     * Reads a file and checks its signature.
     *
     * @throws Refused with the reason why its figures cannot be used
     */
    static PortraitFile read(String text) {
        Portrait portrait;
        String key;
        try {
            JsonNode file = Json.parse(text).node();
            JsonNode content = file.path("portrait");
            key = file.path("key").asString("");
            if (!content.isObject()) {
                throw new Refused("portrait.left-out.unreadable");
            }
            if (!DocumentSigner.verify(
                    key, canonical(content), file.path("signature").asString(""))) {
                throw new Refused("portrait.left-out.signature");
            }
            if (!content.path("definitions").asString("").equals(Portrait.DEFINITIONS)) {
                throw new Refused("portrait.left-out.definitions");
            }
            portrait = new Json(content).as(Portrait.class);
        } catch (JacksonException | StackOverflowError e) {
            throw new Refused("portrait.left-out.unreadable");
        }
        if (!isComplete(portrait)) {
            throw new Refused("portrait.left-out.unreadable");
        }
        return new PortraitFile(portrait, key);
    }

    @SuppressWarnings("ConstantValue") // A file may leave anything out.
    private static boolean isComplete(Portrait it) {
        return it.organisation() != null
                && !it.organisation().isBlank()
                && it.plan() != null
                && it.from() != null
                && it.until() != null
                && it.madeOn() != null
                && it.figures() != null
                && it.activities() != null
                && it.figures().stream()
                        .allMatch(each -> each != null
                                && each.key() != null
                                && each.rule() != null
                                && each.values() != null
                                && (each.value() == null || each.value().matches("[0-9]{1,12}([.][0-9]{1,4})?")))
                && it.activities().stream()
                        .allMatch(each -> each != null
                                && each.day() != null
                                && each.references() != null
                                && each.mark() != null
                                && each.counts() != null
                                && each.counts().values().stream().allMatch(count -> count != null && count >= 0));
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, String> parts = new TreeMap<>();
            node.properties().forEach(each -> parts.put(each.getKey(), canonical(each.getValue())));
            List<String> written = new ArrayList<>();
            parts.forEach((name, value) -> written.add(Json.of(name) + ":" + value));
            return "{" + String.join(",", written) + "}";
        }
        if (node.isArray()) {
            List<String> written = new ArrayList<>();
            node.forEach(each -> written.add(canonical(each)));
            return "[" + String.join(",", written) + "]";
        }
        return new Json(node).toString();
    }

    /** A short form of a key in groups, for people to compare. */
    static String fingerprint(String key) {
        return String.join(" ", Sha256.hexOf(key).substring(0, 16).split("(?<=\\G.{4})"));
    }
}
