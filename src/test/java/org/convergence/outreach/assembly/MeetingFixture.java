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
import org.convergence.outreach.assembly.domain.AgendaService;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Meetings with papers, for tests. */
@Component
public class MeetingFixture {

    private final BoardFixture board;
    private final MeetingService planning;
    private final MeetingQueries reading;
    private final AgendaService agendas;
    private final DocumentService documents;

    MeetingFixture(
            BoardFixture board,
            MeetingService planning,
            MeetingQueries reading,
            AgendaService agendas,
            DocumentService documents) {
        this.board = board;
        this.planning = planning;
        this.reading = reading;
        this.agendas = agendas;
        this.documents = documents;
    }

    /** Time and place. */
    public static MeetingFacts factsAt(LocalDateTime begins) {
        return new MeetingFacts(false, null, begins, null, new MeetingFacts.MeetingPlace("Salle 2", "QC-06", null));
    }

    /** A meeting on an evening. */
    public MeetingId plan(BodyId body, LocalDateTime begins) {
        return board.callAs(() -> planning.plan(body, factsAt(begins)));
    }

    /** Its agenda. */
    public Agenda agenda(MeetingId id) {
        return board.callAs(() -> reading.findAgenda(id));
    }

    /** An item of its agenda, counted from one. */
    public UUID itemId(MeetingId id, int number) {
        List<Agenda.AgendaItemDetails> points = agenda(id).points();
        return points.get(number - 1).id();
    }

    /** A paper of an item, a PDF with this number of pages. */
    public DocumentId attachPaper(UUID point, String name, int pages) {
        return board.callAs(() -> {
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
