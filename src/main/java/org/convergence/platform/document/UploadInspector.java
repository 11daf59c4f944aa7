package org.convergence.platform.document;

import static org.convergence.platform.document.FileRefused.FileRefusalReason.EMPTY;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Inspects and converts uploaded files before they are stored. */
@Component
class UploadInspector {

    private static final int SHOWN_NAME = 80;

    private final DocumentSettings settings;
    private final ImageSanitizer darkroom;

    UploadInspector(DocumentSettings settings, ImageSanitizer darkroom) {
        this.settings = settings;
        this.darkroom = darkroom;
    }

    DocumentSettings settings() {
        return settings;
    }

    PreparedDocument prepare(Upload upload) {
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
            ImageSanitizer.SanitizedImage print = darkroom.sanitize(file.path(), type, shown);
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
}
