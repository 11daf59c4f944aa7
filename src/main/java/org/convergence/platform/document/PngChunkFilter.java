package org.convergence.platform.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Copies only the picture chunks of a PNG: no text, no profile, no compressed data of unknown size. */
final class PngChunkFilter {

    private static final int SIGNATURE = 8;
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunkFilter() {}

    /**
     * Copies the picture.
     *
     * @return whether the file is complete
     */
    static boolean copyPicture(Path source, Path target) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(source), 1 << 16));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            out.write(in.readNBytes(SIGNATURE));
            while (true) {
                int length = in.readInt();
                byte[] type = in.readNBytes(4);
                String name = new String(type, StandardCharsets.ISO_8859_1);
                if (length < 0 || length > Files.size(source)) {
                    return false;
                }
                if (!PICTURE.contains(name)) {
                    in.skipNBytes(length + 4L);
                    continue;
                }
                out.writeInt(length);
                out.write(type);
                copy(in, out, length + 4L);
                if (name.equals("IEND")) {
                    return true;
                }
            }
        } catch (EOFException cutShort) {
            return false;
        }
    }

    private static void copy(DataInputStream in, DataOutputStream out, long bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        long left = bytes;
        while (left > 0) {
            int read = in.read(block, 0, (int) Math.min(block.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(block, 0, read);
            left -= read;
        }
    }
}
