package org.convergence.outreach.assembly.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentContent;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.PdfBinder;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;

/** The papers of a meeting as one file: the agenda, the list of papers, and the papers themselves. */
@Service
@Requires(AssemblyPermissions.READ)
public class MeetingPaperBinder {

    /** The size limit in bytes; papers beyond it are listed, and opened one by one. */
    private static final long MOST_BYTES = 80L << 20;

    private final DocumentStorage documents;
    private final OrganisationSettings settings;

    MeetingPaperBinder(DocumentStorage documents, OrganisationSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /** Writes the file through temporary files, and leaves the stream open. */
    public void write(Agenda agenda, Words t, OutputStream out) {
        try {
            Path folder = Files.createTempDirectory("meeting");
            try {
                write(agenda, t, folder, out);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a paper of this meeting; empty for any other document. */
    public Optional<DocumentContent> content(Agenda agenda, Document paper) {
        return documents.content(
                paper.id(), MeetingDocumentGuard.owner(agenda.meeting().id()));
    }

    private void write(Agenda agenda, Words t, Path folder, OutputStream out) throws IOException {
        List<Path> bound = new ArrayList<>();
        List<Document> apart = new ArrayList<>();
        long bytes = 0;
        for (Document paper : agenda.papers()) {
            Path file = folder.resolve(bound.size() + "-" + apart.size() + ".pdf");
            boolean fits = paper.type() == DocumentType.PDF && bytes + paper.bytes() <= MOST_BYTES;
            if (fits && copied(agenda, paper, file) && PdfBinder.canBind(file)) {
                bound.add(file);
                bytes += paper.bytes();
            } else {
                apart.add(paper);
            }
        }
        Path first = folder.resolve("agenda.pdf");
        Paper paper =
                AgendaPaperAssembler.assemble(agenda, apart, settings.current().name(), t);
        try (OutputStream page = Files.newOutputStream(first)) {
            PaperFormat.PDF.write(paper, t, RenderingOptions.letterPaper("", settings.letterhead()), page);
        }
        bound.add(0, first);
        PdfBinder.bind(bound, out);
    }

    private boolean copied(Agenda agenda, Document paper, Path file) throws IOException {
        Optional<DocumentContent> content = content(agenda, paper);
        if (content.isEmpty()) {
            return false;
        }
        try (OutputStream copy = Files.newOutputStream(file)) {
            content.get().transferTo(copy);
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
