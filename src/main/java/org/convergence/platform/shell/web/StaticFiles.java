package org.convergence.platform.shell.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.convergence.platform.text.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files, read once at start and kept in memory, compressed. Their common address contains the hash of their
 * contents, so that browsers cache them for good and still see every change.
 */
final class StaticFiles {

    /** A file with its compressed form. */
    static final class StaticFile {

        final String type;
        final byte[] plain;
        final byte @Nullable [] compressed;

        private StaticFile(String type, byte[] plain, byte @Nullable [] compressed) {
            this.type = type;
            this.plain = plain;
            this.compressed = compressed;
        }
    }

    private static final List<String> STYLES = List.of("tokens", "base", "layout", "components", "charts", "print");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js";

    private final Map<String, StaticFile> files = new TreeMap<>();
    private final String base;

    StaticFiles() {
        Map<String, byte[]> found = new TreeMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource resource : resolver.getResources("classpath*:/static/*/*.*")) {
                String url = resource.getURL().toString();
                String name = url.substring(url.lastIndexOf("/static/") + "/static/".length());
                found.put(name, resource.getContentAsByteArray());
            }
            found.put("js/htmx.js", resolver.getResource("classpath:" + HTMX).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.put("css/app.css", together(found));
        MessageDigest digest = Sha256.newDigest();
        found.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            files.put(name, asset(name, bytes));
        });
        base = "/static/" + HexFormat.of().formatHex(digest.digest(), 0, 6) + "/";
    }

    /** The common address of the files, with a slash at its end. */
    String base() {
        return base;
    }

    /** The file at a path below the base; {@code null} if there is none. */
    @Nullable
    StaticFile find(String path) {
        return files.get(path);
    }

    private static byte[] together(Map<String, byte[]> found) {
        var all = new ByteArrayOutputStream();
        for (String style : STYLES) {
            all.writeBytes(found.getOrDefault("css/" + style + ".css", new byte[0]));
        }
        return all.toByteArray();
    }

    private static StaticFile asset(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        return new StaticFile(type, bytes, ending.equals("png") ? null : compress(bytes));
    }

    private static byte[] compress(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
