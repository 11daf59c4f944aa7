package org.convergence.resources.impact.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.platform.document.DocumentService;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.convergence.resources.impact.domain.LeafletQueries;
import org.springframework.stereotype.Component;

/** Writes all leaflets of a period into one zip file. */
@Component
class LeafletZipWriter {

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
        for (Iterator<LeafletQueries.MemberLeafletRow> members = leafletQueries.iterateAll(span); members.hasNext(); ) {
            LeafletQueries.LeafletFile made = members.next().made();
            if (made != null) {
                zip.putNextEntry(new ZipEntry(uniqueName(made.file(), taken)));
                documents.content(made.document()).transferTo(zip);
                zip.closeEntry();
            }
        }
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
