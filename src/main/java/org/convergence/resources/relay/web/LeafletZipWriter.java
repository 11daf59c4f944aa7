package org.convergence.resources.relay.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.platform.document.DocumentService;
import org.convergence.resources.relay.domain.LeafletPeriod;
import org.convergence.resources.relay.domain.LeafletQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes all leaflets of a period into one zip file, reading the list page by page. */
@Component
class LeafletZipWriter {

    private static final int AT_ONCE = 100;

    private final LeafletQueries leafletQueries;
    private final DocumentService documents;

    LeafletZipWriter(LeafletQueries leafletQueries, DocumentService documents) {
        this.leafletQueries = leafletQueries;
        this.documents = documents;
    }

    /** Writes the zip file and leaves the stream open. */
    void write(LeafletPeriod span, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Set<String> taken = new HashSet<>();
        @Nullable String after = null;
        List<LeafletQueries.MemberLeafletRow> lines;
        do {
            lines = leafletQueries.findPage(span, after, AT_ONCE);
            for (LeafletQueries.MemberLeafletRow line : lines) {
                LeafletQueries.LeafletFile made = line.made();
                if (made != null) {
                    zip.putNextEntry(new ZipEntry(uniqueName(made.file(), taken)));
                    documents.content(made.document()).transferTo(zip);
                    zip.closeEntry();
                }
                after = line.position();
            }
        } while (lines.size() == AT_ONCE);
        zip.finish();
    }

    /** Makes the file name unique: two members may have the same name. */
    private static String uniqueName(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name.replaceFirst("\\.pdf$", " (" + number + ").pdf");
        }
        return free;
    }
}
