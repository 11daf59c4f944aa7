package org.convergence.platform.document;

import static org.convergence.platform.document.FileRefused.FileRefusalReason.EMPTY;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Inspects and converts uploaded files before they are stored. */
@Component
record UploadInspector(DocumentSettings settings, ImageSanitizer darkroom) {

    private static final int SHOWN_NAME = 80;

    PreparedDocument prepare(Upload upload) {
        return prepare(upload, settings.side());
    }

    /** @param side the longest side of a picture at most, in pixels */
    PreparedDocument prepare(Upload upload, int side) {
        String shown = shown(upload.name());
        TemporaryFile file = TemporaryFile.create();
        try {
            take(upload, file, shown);
            DocumentType type = FileTypeDetector.detect(file.path(), shown);
            long most = (type.isPicture() ? settings.largestPicture() : settings.largest()).toBytes();
            requireWithin(most, file, shown);
            String fingerprint = file.sha256();
            if (!type.isPicture()) {
                String name = SafeFileName.clean(upload.name(), type);
                return new PreparedDocument(name, type, file, null, null, fingerprint);
            }
            ImageSanitizer.SanitizedImage print = darkroom.sanitize(file.path(), type, shown, side);
            file.close();
            String name = SafeFileName.clean(upload.name(), print.type());
            return new PreparedDocument(
                    name, print.type(), print.picture(), print.size(), print.thumbnail(), fingerprint);
        } catch (IOException e) {
            file.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void take(Upload upload, TemporaryFile file, String shown) throws IOException {
        long most = settings.largestOfAll();
        try (InputStream in = upload.content().getInputStream()) {
            if (!file.fill(in, most)) {
                throw new FileRefused(TOO_LARGE, shown, most >> 20);
            }
        }
        if (file.length() == 0) {
            throw new FileRefused(EMPTY, shown);
        }
    }

    private static void requireWithin(long most, TemporaryFile file, String shown) {
        if (file.length() > most) {
            throw new FileRefused(TOO_LARGE, shown, most >> 20);
        }
    }

    /** The name as messages quote it: its last part, shortened. */
    private static String shown(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        return last.length() > SHOWN_NAME ? "…" + last.substring(last.length() - SHOWN_NAME) : last;
    }

    /** Cleans a file name: no path, no forbidden characters, the extension of its type. */
    static final class SafeFileName {

        private static final int LONGEST = 120;
        private static final Pattern FORBIDDEN =
                Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]");

        private SafeFileName() {}

        static String clean(String given, DocumentType type) {
            String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
            String name = FORBIDDEN
                    .matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                    .replaceAll("")
                    .replaceAll("[\\s\\h]+", " ");
            String base = withoutEnding(name, type).replaceAll("^[. ]+|[. ]+$", "");
            String ending = "." + type.extensions().get(0);
            int most = Math.min(base.length(), LONGEST - ending.length());
            if (most < base.length() && Character.isHighSurrogate(base.charAt(most - 1))) {
                most--;
            }
            return (base.isEmpty() ? "document" : base.substring(0, most)) + ending;
        }

        /** Removes the extension if it is one of the type's; another ending stays part of the name. */
        private static String withoutEnding(String name, DocumentType type) {
            int dot = name.lastIndexOf('.');
            String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
            boolean own = type.extensions().contains(ending)
                    || (type.isPicture() && DocumentType.WEBP.extensions().contains(ending));
            return dot >= 0 && own ? name.substring(0, dot) : name;
        }
    }
}
