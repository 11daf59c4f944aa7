package org.convergence.platform.redaction;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Replaces names in a file: in plain text, and in the texts of Word, Excel and OpenDocument files, even split into
 * several runs. Base64 in mails, PDF files, scans, old Word and Excel files are not rewritten.
 */
final class FileRewriter {

    private FileRewriter() {}

    /** The file with its texts rewritten; empty if nothing changes, or it cannot be rewritten. */
    static Optional<byte[]> rewrite(String mediaType, byte[] bytes, UnaryOperator<String> replaced) {
        if (FileTexts.isPlain(mediaType)) {
            Charset charset = FileTexts.charset(bytes);
            String text = new String(bytes, charset);
            String said = replaced.apply(text);
            return said.equals(text) ? Optional.empty() : Optional.of(said.getBytes(charset));
        }
        return FileTexts.isPackage(mediaType) ? OfficePackage.rewrite(bytes, replaced) : Optional.empty();
    }
}
