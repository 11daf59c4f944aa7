package org.convergence.outreach.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaKeeping;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingPlanning;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Meetings with papers, for tests. */
@Component
public class Meetings {

    private final Board board;
    private final MeetingPlanning planning;
    private final MeetingReading reading;
    private final AgendaKeeping agendas;
    private final Documents documents;

    Meetings(
            Board board, MeetingPlanning planning, MeetingReading reading, AgendaKeeping agendas, Documents documents) {
        this.board = board;
        this.planning = planning;
        this.reading = reading;
        this.agendas = agendas;
        this.documents = documents;
    }

    /** Time and place. */
    public static MeetingFacts at(LocalDateTime begins) {
        return new MeetingFacts(false, null, begins, null, new MeetingFacts.Where("Salle 2", "QC-06", null));
    }

    /** A meeting on an evening. */
    public MeetingId plan(BodyId body, LocalDateTime begins) {
        return board.by(() -> planning.plan(body, at(begins)));
    }

    /** Its agenda. */
    public Agenda agenda(MeetingId id) {
        return board.by(() -> reading.agenda(id));
    }

    /** An item of its agenda, counted from one. */
    public UUID point(MeetingId id, int number) {
        List<Agenda.Point> points = agenda(id).points();
        return points.get(number - 1).id();
    }

    /** A paper of an item, a PDF with this number of pages. */
    public DocumentId paper(UUID point, String name, int pages) {
        return board.by(() -> {
            try (PreparedDocument file = documents.prepare(Upload.of(name, new ByteArrayResource(pdf(pages))))) {
                return agendas.attach(point, file);
            }
        });
    }

    /** A PDF with this number of empty pages. */
    public static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
